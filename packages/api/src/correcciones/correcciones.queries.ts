import type { TenantDb, TenantTx } from '@cunservicios/db/tenant';
import type { EstadoCorreccion, Omision, TipoCorreccion } from '@cunservicios/domain/cartera/listas';
import type { LineaNota } from '@cunservicios/domain/cartera/nota';
import type { EstadoConsumo } from '@cunservicios/domain/consumo/medir';
import { sql } from 'kysely';
import type { Calculo, LineaFactura } from '../facturacion/calcular-cuenta.ts';

const correcciones = ({ db, tenant_id }: TenantDb) =>
  db
    .selectFrom('correcciones as k')
    .innerJoin('clientes as c', (join) =>
      join.onRef('c.tenant_id', '=', 'k.tenant_id').onRef('c.id', '=', 'k.cliente_id'),
    )
    .leftJoin('correcciones as u', (join) =>
      join.onRef('u.tenant_id', '=', 'k.tenant_id').onRef('u.deshace_id', '=', 'k.id').on('u.estado', '=', 'aplicada'),
    )
    .select([
      'k.id',
      'k.tipo',
      'k.cliente_id',
      'c.numero_cuenta',
      'k.motivo',
      'k.sustento',
      'k.huella',
      'k.estado',
      'k.facturas',
      'k.diferencia',
      'k.diferencia_m3',
      'k.deshace_id',
      'k.masiva_id',
      'u.id as deshecha_por',
      'k.user_id',
      'k.resuelta_por',
      'k.resuelta_en',
      'k.observacion',
      'k.created_at',
    ])
    .select((eb) => [
      eb.ref('k.cambio').$castTo<Record<string, unknown>>().as('cambio'),
      eb.ref('k.antes').$castTo<Record<string, unknown>>().as('antes'),
      eb.ref('k.estado_antes').$castTo<EstadoConsumo | null>().as('estado_antes'),
      eb.ref('k.estado_despues').$castTo<EstadoConsumo | null>().as('estado_despues'),
    ])
    .where('k.tenant_id', '=', tenant_id);

export type CorreccionRow = NonNullable<Awaited<ReturnType<typeof selectCorreccion>>>;

export const selectCorreccion = (t: TenantDb, id: number) => correcciones(t).where('k.id', '=', id).executeTakeFirst();

type Filter = { numero_cuenta?: string | undefined; estado?: EstadoCorreccion | undefined };

/** Newest first. */
export function selectCorrecciones(
  t: TenantDb,
  filter: Filter & { limit: number; skip: number; after?: number | undefined },
) {
  let query = correcciones(t)
    .orderBy('k.id', 'desc')
    .limit(filter.limit + 1);
  if (filter.numero_cuenta) query = query.where('c.numero_cuenta', '=', filter.numero_cuenta);
  if (filter.estado) query = query.where('k.estado', '=', filter.estado);
  return (filter.after === undefined ? query.offset(filter.skip) : query.where('k.id', '<', filter.after)).execute();
}

export const lockCorreccion = ({ db, tenant_id }: TenantTx, id: number) =>
  db
    .selectFrom('correcciones')
    .select('id')
    .where('tenant_id', '=', tenant_id)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();

/** What a correction did, known once it is applied. */
export type Resultado = {
  facturas: number;
  diferencia: number;
  diferencia_m3: number;
  antes: object;
  estado_antes: EstadoConsumo | null;
  estado_despues: EstadoConsumo | null;
};

const columnsOf = ({ antes, estado_antes, estado_despues, ...totals }: Resultado) => ({
  ...totals,
  antes: JSON.stringify(antes),
  estado_antes: estado_antes && JSON.stringify(estado_antes),
  estado_despues: estado_despues && JSON.stringify(estado_despues),
});

/** By the database's clock, as the bills it is compared with. */
const ahoraSi = (estado: EstadoCorreccion) => (estado === 'aplicada' ? sql<string>`now()` : null);

type NewCorreccion = {
  tipo: TipoCorreccion;
  cliente_id: number;
  cambio: object;
  motivo: string;
  sustento: string | null;
  huella: string;
  deshace_id: number | null;
  user_id: number | null;
};

export const insertCorreccion = (
  { db, tenant_id }: TenantTx,
  { cambio, ...row }: NewCorreccion,
  estado: 'pendiente' | 'aplicada',
  resultado: Resultado,
) =>
  db
    .insertInto('correcciones')
    .values({
      ...row,
      ...columnsOf(resultado),
      tenant_id,
      estado,
      aplicada_en: ahoraSi(estado),
      cambio: JSON.stringify(cambio),
    })
    .returning('id')
    .executeTakeFirstOrThrow();

type Resuelta = { resuelta_por: number | null; resuelta_en: string; observacion: string | null };

export const setCorreccion = (
  { db, tenant_id }: TenantTx,
  id: number,
  change: Resuelta & { estado: 'aplicada' | 'rechazada' },
  resultado?: Resultado,
) =>
  db
    .updateTable('correcciones')
    .set({ ...change, aplicada_en: ahoraSi(change.estado), ...(resultado && columnsOf(resultado)) })
    .where('tenant_id', '=', tenant_id)
    .where('id', '=', id)
    .execute();

export const insertCorreccionFactura = (
  { db, tenant_id }: TenantTx,
  {
    conceptos,
    calculo,
    ...row
  }: {
    correccion_id: number;
    factura_id: number;
    conceptos: readonly LineaFactura[];
    consumo_m3: number;
    calculo: Calculo;
    diferencia: number;
    omitida: Omision | null;
  },
) =>
  db
    .insertInto('correccion_facturas')
    .values({ ...row, tenant_id, conceptos: JSON.stringify(conceptos), calculo: JSON.stringify(calculo) })
    .execute();

export const insertAjusteConsumo = (
  { db, tenant_id }: TenantTx,
  {
    estado,
    ...row
  }: {
    cliente_id: number;
    factura_id: number;
    estado: EstadoConsumo;
    motivo: string;
    user_id: number | null;
    correccion_id: number;
  },
) =>
  db
    .insertInto('ajustes_consumo')
    .values({ ...row, tenant_id, estado: JSON.stringify(estado) })
    .execute();

export type FacturaCorregida = {
  factura_id: number;
  numero_factura: string;
  lineas: LineaNota[];
  /** As it stood before the correction. */
  conceptos: LineaFactura[];
  consumo_m3: number;
  calculo: Calculo;
};

/** The bills of a correction, each as it stood before, with the lines of its note. */
export async function selectFacturasDe({ db, tenant_id }: TenantDb, correccion_id: number) {
  const { rows } = await sql<FacturaCorregida>`
    select k.factura_id, f.numero_factura, coalesce(n.conceptos, '[]') as lineas, coalesce(e.conceptos, f.conceptos) as conceptos,
      coalesce(e.consumo_m3, f.consumo_m3) as consumo_m3, coalesce(e.calculo, f.calculo) as calculo
    from correccion_facturas k
    join facturas f on f.tenant_id = k.tenant_id and f.id = k.factura_id
    left join notas n on n.tenant_id = k.tenant_id and n.correccion_id = k.correccion_id and n.factura_id = k.factura_id
    left join lateral (
      select a.conceptos, a.consumo_m3, a.calculo from correccion_facturas a
      where a.tenant_id = k.tenant_id and a.factura_id = k.factura_id and a.correccion_id < k.correccion_id
      order by a.correccion_id desc limit 1) e on true
    where k.tenant_id = ${tenant_id} and k.correccion_id = ${correccion_id}
    order by f.fecha_emision, f.id`.execute(db);
  return rows;
}

/** What was done after a correction and stands on it: another correction of the account, or its money given back. */
export async function selectPosteriores(
  { db, tenant_id }: TenantDb,
  { id, cliente_id }: { id: number; cliente_id: number },
) {
  const { rows } = await sql<{ correccion: number | null; devuelta: string | null }>`
    select
      (select min(k.id) from correcciones k
        where k.tenant_id = ${tenant_id} and k.cliente_id = ${cliente_id} and k.id > ${id} and k.estado = 'aplicada'
          and k.deshace_id is null and not exists (
            select from correcciones u where u.tenant_id = k.tenant_id and u.deshace_id = k.id and u.estado = 'aplicada')) as correccion,
      (select min(f.numero_factura) from notas n
        join facturas f on f.tenant_id = n.tenant_id and f.id = n.factura_id
        join movimientos o on o.tenant_id = n.tenant_id and o.nota_id = n.id
        join movimientos m on m.tenant_id = o.tenant_id and m.factura_id = n.factura_id and m.id > o.id
        where n.tenant_id = ${tenant_id} and n.correccion_id = ${id} and m.valor > 0 and m.tipo not in ('factura', 'nota')) as devuelta`.execute(
    db,
  );
  return rows[0] ?? { correccion: null, devuelta: null };
}

/** A bill of consumption of the account that was made after a correction. */
export async function selectFacturaPosterior({ db, tenant_id }: TenantDb, correccion_id: number, cliente_id: number) {
  const { rows } = await sql<{ numero_factura: string }>`
    select f.numero_factura from facturas f, correcciones k
    where f.tenant_id = ${tenant_id} and f.cliente_id = ${cliente_id} and f.tipo = 'consumo' and not f.anulada
      and k.tenant_id = f.tenant_id and k.id = ${correccion_id} and f.created_at > k.aplicada_en
    limit 1`.execute(db);
  return rows[0]?.numero_factura;
}
