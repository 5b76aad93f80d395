import type { TenantDb, TenantTx } from '@cunservicios/db/tenant';
import type { OrigenPago } from '@cunservicios/domain/recaudo/listas';
import { sql } from 'kysely';

const consignaciones = ({ db, tenant_id }: TenantDb) =>
  db
    .selectFrom('consignaciones as k')
    .select([
      'k.id',
      'k.origen',
      'k.banco',
      'k.fecha',
      'k.dia',
      'k.valor',
      'k.referencia',
      'k.observaciones',
      'k.anula_id',
      'k.user_id',
      'k.created_at',
    ])
    .select(
      sql<boolean>`(select a.id from consignaciones a where a.tenant_id = k.tenant_id and a.anula_id = k.id) is not null`.as(
        'anulada',
      ),
    )
    .where('k.tenant_id', '=', tenant_id);

type Filter = {
  origen?: OrigenPago | undefined;
  banco?: string | undefined;
  desde?: string | undefined;
  hasta?: string | undefined;
};

/** Newest first, in the order in which they were written down. */
export function selectConsignaciones(
  t: TenantDb,
  {
    origen,
    banco,
    desde,
    hasta,
    limit,
    skip,
    after,
  }: Filter & { limit: number; skip: number; after?: number | undefined },
) {
  let query = consignaciones(t)
    .orderBy('k.id', 'desc')
    .limit(limit + 1);
  if (origen) query = query.where('k.origen', '=', origen);
  if (banco) query = query.where('k.banco', '=', banco);
  if (desde) query = query.where('k.dia', '>=', desde);
  if (hasta) query = query.where('k.dia', '<=', hasta);
  return (after === undefined ? query.offset(skip) : query.where('k.id', '<', after)).execute();
}

export const selectConsignacion = (t: TenantDb, id: number) =>
  consignaciones(t).where('k.id', '=', id).executeTakeFirst();

export type NewConsignacion = {
  origen: OrigenPago;
  banco: string;
  fecha: string;
  dia: string;
  valor: number;
  referencia: string;
  observaciones: string;
  anula_id: number | null;
  user_id: number | null;
};

export const insertConsignacion = ({ db, tenant_id }: TenantTx, row: NewConsignacion) =>
  db
    .insertInto('consignaciones')
    .values({ ...row, tenant_id })
    .returning('id')
    .executeTakeFirstOrThrow();

/** Rows that are there already stay as they are; answers how many are new. */
export const insertConsignaciones = async ({ db, tenant_id }: TenantTx, rows: NewConsignacion[]) =>
  (
    await db
      .insertInto('consignaciones')
      .values(rows.map((row) => ({ ...row, tenant_id })))
      .onConflict((conflict) =>
        conflict
          .columns(['tenant_id', 'banco', 'referencia', 'fecha', 'valor'])
          .where('anula_id', 'is', null)
          .doNothing(),
      )
      .returning('id')
      .execute()
  ).length;
