// Ages of what is owed. Unpaid bills are read from their partial index alone (facturas_por_pagar), whatever was paid.
import { type TenantDb, batch } from '@cunservicios/db/tenant';
import type { ClaveTramo, GrupoEdades } from '@cunservicios/domain/cartera/edades';
import type { Uso } from '@cunservicios/domain/tarifa/listas';
import { type RawBuilder, sql } from 'kysely';

/** Today, and the spans of days past due (both ends included; the last has no end). */
export type Edad = {
  hoy: string;
  tramos: readonly { clave: ClaveTramo; desde: number; hasta: number | null }[];
};

export type Cifras = Record<ClaveTramo, number> & {
  por_vencer: number;
  vencido: number;
  en_reclamo: number;
  convenio: number;
  a_favor: number;
  saldo: number;
};
type Grupo = Cifras & { clave: string | null; nombre: string | null; cuentas: number };
export type CuentaEdades = Cifras & {
  id: number;
  numero_cuenta: string;
  nombre: string;
  ruta: string | null;
  uso: Uso;
  estrato: number | null;
  desde: string | null;
};

const suma = (valor: RawBuilder<unknown>, cuando: RawBuilder<unknown>, nombre: string) =>
  sql`coalesce(sum(${valor}) filter (where ${cuando}), 0)::bigint as ${sql.ref(nombre)}`;

/** Sums of unpaid bills `f`. */
const deFacturas = ({ hoy, tramos }: Edad) => {
  const debe = sql`f.saldo - f.en_reclamo`;
  const dias = sql`${hoy}::date - f.fecha_vencimiento`;
  const sumas = tramos.map(({ clave, desde, hasta }) =>
    suma(
      debe,
      hasta === null ? sql`${dias} >= ${desde}::int` : sql`${dias} between ${desde}::int and ${hasta}::int`,
      clave,
    ),
  );
  return sql`${suma(debe, sql`${dias} <= 0`, 'por_vencer')}, ${sql.join(sumas)}, ${suma(debe, sql`${dias} > 0`, 'vencido')},
    coalesce(sum(f.en_reclamo), 0)::bigint as en_reclamo, min(f.fecha_vencimiento) filter (where ${dias} > 0 and ${debe} > 0) as desde`;
};

const CIFRAS = [
  'por_vencer',
  'd30',
  'd60',
  'd90',
  'd180',
  'd360',
  'mas',
  'vencido',
  'en_reclamo',
  'convenio',
  'a_favor',
] as const;
const SALDO = sql`(por_vencer + vencido + en_reclamo + convenio + a_favor)`;

/** Each account that owes or is owed something: its figures. All accounts of the utility in four readings. */
const cuentas = (tenant_id: string, edad: Edad) => sql`
  facturas_de as (
    select f.cliente_id, ${deFacturas(edad)} from facturas f
    where f.tenant_id = ${tenant_id} and f.saldo > 0 and not f.anulada group by f.cliente_id),
  otros as (
    select cliente_id, coalesce(sum(convenio), 0)::bigint as convenio, coalesce(sum(a_favor), 0)::bigint as a_favor from (
      select cliente_id, 0 as convenio, saldo as a_favor from facturas where tenant_id = ${tenant_id} and saldo < 0
      union all select id, 0, -saldo_favor from clientes where tenant_id = ${tenant_id} and saldo_favor > 0
      union all select cliente_id, valor, 0 from movimientos where tenant_id = ${tenant_id} and convenio_id is not null and factura_id is null) x
    group by cliente_id having sum(convenio) <> 0 or sum(a_favor) <> 0),
  cuentas as (
    select cliente_id, desde, ${sql.join(CIFRAS.map((cifra) => sql`coalesce(${sql.ref(cifra)}, 0) as ${sql.ref(cifra)}`))}
    from facturas_de full join otros using (cliente_id))`;

const SUMAS = sql.join(CIFRAS.map((cifra) => sql`coalesce(sum(${sql.ref(cifra)}), 0)::bigint as ${sql.ref(cifra)}`));

const CLAVES: Record<GrupoEdades, { clave: RawBuilder<unknown>; nombre: RawBuilder<unknown> }> = {
  ruta: { clave: sql`r.codigo`, nombre: sql`r.nombre` },
  ciclo: { clave: sql`k.codigo`, nombre: sql`k.nombre` },
  estrato: { clave: sql`c.estrato::text`, nombre: sql`c.estrato::text` },
  uso: { clave: sql`c.uso`, nombre: sql`c.uso` },
};

/** By group, and the sum of the balances of all accounts as they stand at the same instant. */
export function consultaEdades({ tenant_id }: TenantDb, edad: Edad, por: GrupoEdades) {
  const { clave, nombre } = CLAVES[por];
  return sql<{ grupos: Grupo[]; saldo_cuentas: number }>`${batch}
    with ${cuentas(tenant_id, edad)},
    grupos as (
      select ${clave} as clave, min(${nombre}) as nombre, count(*)::int as cuentas, ${SUMAS}
      from cuentas x join clientes c on c.tenant_id = ${tenant_id} and c.id = x.cliente_id
      left join rutas r on r.tenant_id = c.tenant_id and r.id = c.ruta_id
      left join ciclos k on k.tenant_id = c.tenant_id and k.id = c.ciclo_id
      group by 1)
    select coalesce((select jsonb_agg(to_jsonb(g) || jsonb_build_object('saldo', ${SALDO}) order by clave nulls last) from grupos g), '[]') as grupos,
      (select coalesce(sum(saldo), 0)::bigint from clientes where tenant_id = ${tenant_id}) as saldo_cuentas`;
}

export async function selectEdades(t: TenantDb, edad: Edad, por: GrupoEdades) {
  const { rows } = await consultaEdades(t, edad, por).execute(t.db);
  return rows[0] ?? { grupos: [], saldo_cuentas: 0 };
}

export type FiltroEdades = {
  ruta?: string | undefined;
  uso?: Uso | undefined;
  estrato?: number | undefined;
  tramo?: ClaveTramo | undefined;
};

const DE_CUENTA = sql`c.id, c.numero_cuenta, c.nombre, r.codigo as ruta, c.uso, c.estrato`;

const filtro = (tenant_id: string, { ruta, uso, estrato, tramo }: FiltroEdades) => {
  const si = (dato: unknown, condicion: RawBuilder<unknown>) => (dato === undefined ? sql`` : condicion);
  return sql`
    ${si(ruta, sql`and c.ruta_id in (select id from rutas where tenant_id = ${tenant_id} and codigo = ${ruta})`)}
    ${si(uso, sql`and c.uso = ${uso}`)} ${si(estrato, sql`and c.estrato = ${estrato}::int`)}
    ${tramo === undefined ? sql`` : sql`and ${sql.ref(tramo)} > 0`}`;
};

/** By account, in the order of its row: a page reads its own accounts and no others. */
export async function selectCuentasEdades(
  { db, tenant_id }: TenantDb,
  edad: Edad,
  {
    after = 0,
    limit,
    skip = 0,
    ...cuales
  }: FiltroEdades & { after?: number | undefined; limit: number; skip?: number },
) {
  const { rows } = await sql<CuentaEdades>`
    select ${DE_CUENTA}, f.*, convenio, a_favor, ${SALDO} as saldo
    from clientes c left join rutas r on r.tenant_id = c.tenant_id and r.id = c.ruta_id
    cross join lateral (
      select ${deFacturas(edad)} from facturas f
      where f.tenant_id = ${tenant_id} and f.cliente_id = c.id and f.saldo > 0 and not f.anulada) f
    cross join lateral (
      select (coalesce(sum(saldo), 0) - c.saldo_favor)::bigint as a_favor from facturas
      where tenant_id = ${tenant_id} and cliente_id = c.id and saldo < 0) n
    cross join lateral (
      select coalesce(sum(m.valor), 0)::bigint as convenio
      from convenios v join movimientos m on m.tenant_id = v.tenant_id and m.convenio_id = v.id and m.factura_id is null
      where v.tenant_id = ${tenant_id} and v.cliente_id = c.id) k
    where c.tenant_id = ${tenant_id} and c.id > ${after} ${filtro(tenant_id, cuales)}
      and (por_vencer <> 0 or vencido <> 0 or en_reclamo <> 0 or convenio <> 0 or a_favor <> 0)
    order by c.id limit ${limit} offset ${skip}`.execute(db);
  return rows;
}

/** By account, who owes most first: all of them are summed to know. */
export async function selectMorosos(
  { db, tenant_id }: TenantDb,
  edad: Edad,
  {
    after,
    limit,
    skip,
    ...cuales
  }: FiltroEdades & { after?: readonly [number, number] | undefined; limit: number; skip: number },
) {
  const { rows } = await sql<CuentaEdades>`${batch}
    with ${cuentas(tenant_id, edad)}
    select ${DE_CUENTA}, x.*, ${SALDO} as saldo
    from cuentas x join clientes c on c.tenant_id = ${tenant_id} and c.id = x.cliente_id
    left join rutas r on r.tenant_id = c.tenant_id and r.id = c.ruta_id
    where vencido > 0 ${filtro(tenant_id, cuales)} ${after ? sql`and (x.vencido, x.cliente_id) < (${after[0]}::bigint, ${after[1]}::bigint)` : sql``}
    order by x.vencido desc, x.cliente_id desc limit ${limit} offset ${after ? 0 : skip}`.execute(db);
  return rows;
}
