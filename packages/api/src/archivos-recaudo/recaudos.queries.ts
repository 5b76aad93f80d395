import { type TenantDb, type TenantTx, batch } from '@cunservicios/db/tenant';
import type { DetalleLeido } from '@cunservicios/domain/recaudo/asobancaria';
import type { EstadoRecaudo, MedioPago, MotivoRecaudo, ResolucionRecaudo } from '@cunservicios/domain/recaudo/listas';
import { sql } from 'kysely';

/** A row as it was read, with what its reference may name. */
export type NuevoRecaudo = DetalleLeido & {
  motivo: MotivoRecaudo | null;
  numero_factura: string | null;
  factura_id: number | null;
  /** Digits of an account number, without zeros before them. */
  cuenta: string | null;
};

/** One file after the other: rows that two of them bring at the same time find each other. */
export const lockRecaudos = ({ db, tenant_id }: TenantTx) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`${tenant_id} recaudos`}, 0))`.execute(db);

/**
 * Writes rows of a file with whose they are, as far as it is known: each in the state in which it waits. Rows with the
 * identity of one that came before say of which; the caller gives rows of the same identity in different calls.
 */
export const insertRecaudos = (
  { db, tenant_id }: TenantTx,
  { archivo_recaudo_id, banco, fecha }: { archivo_recaudo_id: number; banco: string; fecha: string },
  filas: NuevoRecaudo[],
) =>
  sql`${batch}
  with entrada as (
    select * from json_to_recordset(${JSON.stringify(filas)}::json) as e (linea int, lote int, secuencia int, referencia text, valor bigint,
      centavos smallint, origen text, canal text, operacion text, autorizacion text, entidad text, sucursal text, causal_devolucion text,
      motivo text, numero_factura text, factura_id bigint, cuenta text)),
  cuentas as (
    select e.linea, min(c.id) as id, count(*) as cuantas from entrada e
    join clientes c on c.tenant_id = ${tenant_id} and ltrim(regexp_replace(c.numero_cuenta, '\\D', '', 'g'), '0') = e.cuenta group by 1),
  juzgadas as (
    select e.*, coalesce(f.id, g.id) as de_factura, coalesce(f.cliente_id, g.cliente_id, case when c.cuantas = 1 then c.id end) as de_cliente,
      c.cuantas, p.id as repetida
    from entrada e
    left join facturas f on f.tenant_id = ${tenant_id} and f.numero_factura = e.numero_factura
    left join facturas g on g.tenant_id = ${tenant_id} and g.id = e.factura_id and g.numero_factura !~ '^SPD\\d{9}$'
    left join cuentas c on c.linea = e.linea and f.id is null and g.id is null
    left join recaudos p on p.tenant_id = ${tenant_id} and p.banco = ${banco} and p.fecha = ${fecha}::date and p.lote = e.lote
      and p.secuencia = e.secuencia and p.repetido_de is null)
  insert into recaudos (tenant_id, archivo_recaudo_id, linea, banco, fecha, lote, secuencia, referencia, valor, centavos, origen, canal,
    operacion, autorizacion, entidad, sucursal, causal_devolucion, estado, motivo, repetido_de, cliente_id, factura_id)
  select ${tenant_id}, ${archivo_recaudo_id}, linea, ${banco}, ${fecha}::date, lote, secuencia, referencia, valor, centavos, origen, canal,
    operacion, autorizacion, entidad, sucursal, causal_devolucion,
    case when motivo = 'devuelto_por_el_banco' then 'devuelto' when repetida is not null then 'duplicado' when motivo is not null then 'invalido'
      when de_cliente is null then 'no_identificado' else 'por_aplicar' end,
    case when motivo = 'devuelto_por_el_banco' then motivo when repetida is not null then 'fila_repetida' when motivo is not null then motivo
      when de_cliente is not null then null when referencia = '' then 'referencia_vacia' when cuantas > 1 then 'cuenta_ambigua'
      else 'referencia_desconocida' end,
    repetida, de_cliente, de_factura
  from juzgadas order by linea`.execute(db);

/** Last line of each chunk of the rows that are to be applied, and how many there are. */
export async function selectLotesPorAplicar({ db, tenant_id }: TenantDb, archivo_recaudo_id: number, size: number) {
  const { rows } = await sql<{ hasta: number; n: number }>`
    select max(linea) as hasta, count(*) as n from (
      select linea, (row_number() over (order by linea) - 1) / ${size}::int as lote from recaudos
      where tenant_id = ${tenant_id} and archivo_recaudo_id = ${archivo_recaudo_id} and estado = 'por_aplicar') x
    group by lote order by 1`.execute(db);
  return { ends: rows.map(({ hasta }) => hasta), total: rows.reduce((suma, { n }) => suma + n, 0) };
}

export type PorAplicar = {
  id: number;
  banco: string;
  fecha: string;
  lote: number;
  secuencia: number;
  valor: number;
  canal: string;
  repetido_de: number | null;
  cliente_id: number;
  numero_factura: string | null;
};

/** Rows of a chunk that are still to be applied, held. */
export async function lockPorAplicar(
  { db, tenant_id }: TenantTx,
  archivo_recaudo_id: number,
  { desde, hasta }: { desde: number; hasta: number },
) {
  const { rows } = await sql<PorAplicar>`${batch}
    select r.id, r.banco, r.fecha, r.lote, r.secuencia, r.valor, r.canal, r.repetido_de, r.cliente_id, f.numero_factura
    from recaudos r left join facturas f on f.tenant_id = r.tenant_id and f.id = r.factura_id
    where r.tenant_id = ${tenant_id} and r.archivo_recaudo_id = ${archivo_recaudo_id} and r.linea > ${desde}::bigint and r.linea <= ${hasta}::bigint
      and r.estado = 'por_aplicar'
    order by r.linea for update of r`.execute(db);
  return rows;
}

/** Which of these means and references are booked already, as their places in the list from 0. */
export async function selectRegistradas({ db, tenant_id }: TenantDb, medios: MedioPago[], referencias: string[]) {
  const { rows } = await sql<{ lugar: number }>`${batch}
    select x.n - 1 as lugar from unnest(${medios}::text[], ${referencias}::text[]) with ordinality x (medio, referencia, n)
    where exists (select from pagos p where p.tenant_id = ${tenant_id} and p.medio = x.medio and p.referencia = x.referencia)`.execute(
    db,
  );
  return new Set(rows.map(({ lugar }) => lugar));
}

export const setAplicados = ({ db, tenant_id }: TenantTx, ids: number[], pagos: number[]) =>
  sql`${batch}
    update recaudos r set estado = 'aplicado', pago_id = x.pago_id
    from unnest(${ids}::bigint[], ${pagos}::bigint[]) x (id, pago_id)
    where r.tenant_id = ${tenant_id} and r.id = x.id`.execute(db);

export const setYaRegistrados = ({ db, tenant_id }: TenantTx, ids: number[]) =>
  db
    .updateTable('recaudos')
    .set({ estado: 'duplicado', motivo: 'pago_registrado' })
    .where('tenant_id', '=', tenant_id)
    .where('id', '=', sql<number>`any(${ids}::bigint[])`)
    .execute();

const recaudos = ({ db, tenant_id }: TenantDb) =>
  db
    .selectFrom('recaudos as r')
    .innerJoin('archivos_recaudo as a', (join) =>
      join.onRef('a.tenant_id', '=', 'r.tenant_id').onRef('a.id', '=', 'r.archivo_recaudo_id'),
    )
    .leftJoin('clientes as c', (join) =>
      join.onRef('c.tenant_id', '=', 'r.tenant_id').onRef('c.id', '=', 'r.cliente_id'),
    )
    .leftJoin('facturas as f', (join) =>
      join.onRef('f.tenant_id', '=', 'r.tenant_id').onRef('f.id', '=', 'r.factura_id'),
    )
    .leftJoin('pagos as p', (join) => join.onRef('p.tenant_id', '=', 'r.tenant_id').onRef('p.id', '=', 'r.pago_id'))
    .select([
      'r.id',
      'r.archivo_recaudo_id',
      'a.estado as estado_archivo',
      'r.linea',
      'r.banco',
      'r.fecha',
      'r.lote',
      'r.secuencia',
      'r.referencia',
      'r.valor',
      'r.centavos',
      'r.origen',
      'r.canal',
      'r.operacion',
      'r.autorizacion',
      'r.sucursal',
      'r.causal_devolucion',
      'r.estado',
      'r.motivo',
      'r.repetido_de',
      'c.numero_cuenta',
      'f.numero_factura',
      'r.pago_id',
      'p.recibo',
      'r.resolucion',
      'r.observacion',
      'r.resuelto_por',
      'r.resuelto_en',
    ])
    .where('r.tenant_id', '=', tenant_id);

export type RecaudoRow = NonNullable<Awaited<ReturnType<typeof selectRecaudo>>>;

export const selectRecaudo = (t: TenantDb, id: number) => recaudos(t).where('r.id', '=', id).executeTakeFirst();

export const lockRecaudo = (t: TenantTx, id: number) =>
  recaudos(t).where('r.id', '=', id).forUpdate('r').executeTakeFirst();

type Filter = {
  archivo_recaudo_id?: number | undefined;
  estado?: EstadoRecaudo | undefined;
  por_resolver?: boolean | undefined;
  banco?: string | undefined;
  referencia?: string | undefined;
  desde?: string | undefined;
  hasta?: string | undefined;
};

/** In the order in which they came in: of one file by its lines, which is then also the key of its pages. */
export function selectRecaudos(
  t: TenantDb,
  filter: Filter & { limit: number; skip: number; after?: number | undefined },
) {
  const { archivo_recaudo_id, estado, por_resolver, banco, referencia, desde, hasta } = filter;
  const orden = archivo_recaudo_id ? 'r.linea' : 'r.id';
  let query = recaudos(t)
    .orderBy(orden)
    .limit(filter.limit + 1);
  if (archivo_recaudo_id) query = query.where('r.archivo_recaudo_id', '=', archivo_recaudo_id);
  if (estado) query = query.where('r.estado', '=', estado);
  if (por_resolver)
    query = query
      .where(sql<boolean>`r.estado in ('no_identificado', 'duplicado', 'invalido')`)
      .where('a.estado', 'in', ['aplicando', 'aplicado']);
  if (banco) query = query.where('r.banco', '=', banco);
  if (referencia) query = query.where('r.referencia', '=', referencia);
  if (desde) query = query.where('r.fecha', '>=', desde);
  if (hasta) query = query.where('r.fecha', '<=', hasta);
  return (filter.after === undefined ? query.offset(filter.skip) : query.where(orden, '>', filter.after)).execute();
}

type Resuelto = {
  estado: EstadoRecaudo;
  resolucion: ResolucionRecaudo;
  observacion: string;
  resuelto_por: number | null;
  resuelto_en: string;
  cliente_id?: number;
  factura_id?: number | null;
  pago_id?: number;
};

export const setResuelto = ({ db, tenant_id }: TenantTx, id: number, row: Resuelto) =>
  db.updateTable('recaudos').set(row).where('tenant_id', '=', tenant_id).where('id', '=', id).execute();
