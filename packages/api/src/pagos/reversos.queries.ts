import type { TenantDb, TenantTx } from '@cunservicios/db/tenant';
import type { CausaReverso, EstadoReverso } from '@cunservicios/domain/recaudo/listas';
import type { PorComponente } from '@cunservicios/domain/recaudo/componentes';
import { sql } from 'kysely';

const reversos = ({ db, tenant_id }: TenantDb) =>
  db
    .selectFrom('reversos as r')
    .innerJoin('pagos as p', (join) => join.onRef('p.tenant_id', '=', 'r.tenant_id').onRef('p.id', '=', 'r.pago_id'))
    .innerJoin('clientes as c', (join) =>
      join.onRef('c.tenant_id', '=', 'p.tenant_id').onRef('c.id', '=', 'p.cliente_id'),
    )
    .select([
      'r.id',
      'r.numero',
      'r.pago_id',
      'p.recibo',
      'c.numero_cuenta',
      'p.valor',
      'r.causa',
      'r.motivo',
      'r.estado',
      'r.fecha',
      'r.user_id',
      'r.resuelto_por',
      'r.resuelto_en',
      'r.observacion',
      'r.created_at',
    ])
    .where('r.tenant_id', '=', tenant_id);

export const selectReverso = (t: TenantDb, id: number) => reversos(t).where('r.id', '=', id).executeTakeFirst();

/** Newest first. */
export function selectReversos(
  t: TenantDb,
  {
    estado,
    limit,
    skip,
    after,
  }: { estado?: EstadoReverso | undefined; limit: number; skip: number; after?: number | undefined },
) {
  let query = reversos(t)
    .orderBy('r.id', 'desc')
    .limit(limit + 1);
  if (estado) query = query.where('r.estado', '=', estado);
  return (after === undefined ? query.offset(skip) : query.where('r.id', '<', after)).execute();
}

export const lockReverso = ({ db, tenant_id }: TenantTx, id: number) =>
  db
    .selectFrom('reversos')
    .select(['id', 'pago_id', 'causa', 'motivo', 'estado', 'user_id'])
    .where('tenant_id', '=', tenant_id)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();

type NewReverso = {
  pago_id: number;
  causa: CausaReverso;
  motivo: string;
  estado: EstadoReverso;
  numero: string | null;
  fecha: string | null;
  user_id: number | null;
};

export const insertReverso = ({ db, tenant_id }: TenantTx, row: NewReverso) =>
  db
    .insertInto('reversos')
    .values({ ...row, tenant_id })
    .returning('id')
    .executeTakeFirstOrThrow();

export const setReverso = (
  { db, tenant_id }: TenantTx,
  id: number,
  change: {
    estado: EstadoReverso;
    numero: string | null;
    fecha: string | null;
    resuelto_por: number | null;
    resuelto_en: string;
    observacion: string | null;
  },
) => db.updateTable('reversos').set(change).where('tenant_id', '=', tenant_id).where('id', '=', id).execute();

export type PesosDePago = { factura_id: number | null; valor: number; detalle: PorComponente };

/** What a payment left in the ledger: on each bill, and without bill, with all that its advance paid later. */
export async function selectPesosDePago({ db, tenant_id }: TenantTx, pago_id: number) {
  const { rows } = await sql<PesosDePago>`
    select m.factura_id, sum(m.valor)::bigint as valor, (
      select coalesce(jsonb_object_agg(d.componente, d.valor), '{}') from (
        select x.key as componente, sum(x.value::bigint) as valor from movimientos n, jsonb_each_text(n.detalle) x
        where n.tenant_id = ${tenant_id} and n.pago_id = ${pago_id} and n.factura_id = m.factura_id group by 1) d) as detalle
    from movimientos m where m.tenant_id = ${tenant_id} and m.pago_id = ${pago_id}
    group by m.factura_id having sum(m.valor) <> 0 order by min(m.id)`.execute(db);
  return rows;
}

/** The document that undoes a payment, or asks to. */
export const selectReversoDePago = ({ db, tenant_id }: TenantDb, pago_id: number) =>
  db
    .selectFrom('reversos')
    .select(['id', 'estado'])
    .where('tenant_id', '=', tenant_id)
    .where('pago_id', '=', pago_id)
    .where('estado', '<>', 'rechazado')
    .executeTakeFirst();
