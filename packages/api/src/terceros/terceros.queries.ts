import type { TenantDb, TenantTx } from '@cunservicios/db/tenant';
import { sql } from 'kysely';

const columns = ['id', 'codigo', 'nombre', 'nit', 'version'] as const;

type Paging = { limit: number; skip: number; after?: string | undefined };

export function selectTerceros({ db, tenant_id }: TenantDb, { limit, skip, after }: Paging) {
  const query = db
    .selectFrom('terceros')
    .select(columns)
    .where('tenant_id', '=', tenant_id)
    .orderBy('codigo')
    .limit(limit + 1);
  return (after === undefined ? query.offset(skip) : query.where('codigo', '>', after)).execute();
}

export const selectTercero = ({ db, tenant_id }: TenantDb, codigo: string) =>
  db
    .selectFrom('terceros')
    .select(columns)
    .where('tenant_id', '=', tenant_id)
    .where('codigo', '=', codigo)
    .executeTakeFirst();

export const lockTercero = ({ db, tenant_id }: TenantTx, codigo: string) =>
  db
    .selectFrom('terceros')
    .select(columns)
    .where('tenant_id', '=', tenant_id)
    .where('codigo', '=', codigo)
    .forUpdate()
    .executeTakeFirst();

type Facts = { nombre?: string; nit?: string | null };

export const insertTercero = (
  { db, tenant_id }: TenantTx,
  row: { codigo: string; nombre: string; nit: string | null },
) =>
  db
    .insertInto('terceros')
    .values({ ...row, tenant_id })
    .returning(columns)
    .executeTakeFirstOrThrow();

export const setTercero = ({ db, tenant_id }: TenantTx, id: number, change: Facts) =>
  db
    .updateTable('terceros')
    .set({ ...change, version: sql<number>`version + 1` })
    .where('tenant_id', '=', tenant_id)
    .where('id', '=', id)
    .returning(columns)
    .executeTakeFirstOrThrow();

export const deleteTercero = ({ db, tenant_id }: TenantTx, id: number) =>
  db.deleteFrom('terceros').where('tenant_id', '=', tenant_id).where('id', '=', id).execute();

/** Money of each third party on the bills of a period. */
export const selectFacturadoTerceros = ({ db, tenant_id }: TenantDb, periodo_id: number) =>
  db
    .selectFrom('facturas as f')
    .innerJoin('factura_terceros as x', (join) =>
      join.onRef('x.tenant_id', '=', 'f.tenant_id').onRef('x.factura_id', '=', 'f.id'),
    )
    .innerJoin('terceros as t', (join) =>
      join.onRef('t.tenant_id', '=', 'x.tenant_id').onRef('t.id', '=', 'x.tercero_id'),
    )
    .select((eb) => [
      't.codigo as tercero',
      't.nombre',
      eb.fn.countAll<number>().as('facturas'),
      sql<number>`sum(x.valor)::bigint`.as('valor'),
    ])
    .where('f.tenant_id', '=', tenant_id)
    .where('f.periodo_id', '=', periodo_id)
    .where('f.anulada', '=', false)
    .groupBy(['t.codigo', 't.nombre'])
    .orderBy('t.codigo')
    .execute();
