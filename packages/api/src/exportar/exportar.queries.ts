import type { TenantDb } from '@cunservicios/db/tenant';
import { sql } from 'kysely';

/** The next bills of a period that are in force, in order of number. */
export const selectIdsDePeriodo = async (
  { db, tenant_id }: TenantDb,
  periodo_id: number,
  after: number,
  limit: number,
) =>
  (
    await db
      .selectFrom('facturas')
      .select('id')
      .where('tenant_id', '=', tenant_id)
      .where('periodo_id', '=', periodo_id)
      .where('anulada', '=', false)
      .where('id', '>', after)
      .orderBy('id')
      .limit(limit)
      .execute()
  ).map(({ id }) => id);

/** What the ledger says that a bill charged. */
export const selectCargoEnLibro = async ({ db, tenant_id }: TenantDb, factura_id: number) =>
  (
    await db
      .selectFrom('movimientos')
      .select(sql<number>`coalesce(sum(valor), 0)::bigint`.as('valor'))
      .where('tenant_id', '=', tenant_id)
      .where('factura_id', '=', factura_id)
      .where('tipo', '=', 'factura')
      .executeTakeFirstOrThrow()
  ).valor;
