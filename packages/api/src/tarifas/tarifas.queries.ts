import type { TenantDb, TenantTx } from '@cunservicios/db/tenant';
import type { VersionTarifa } from '@cunservicios/domain/tarifa/version';
import { sql } from 'kysely';

const columns = ['id', 'vigente_desde', 'fuente', 'servicios', 'factores', 'created_at'] as const;

type Row = { servicios: unknown; factores: unknown };
/** jsonb columns as the types they were checked with when they came in. */
const typed = <T extends Row>(row: T) => row as Omit<T, keyof Row> & Pick<VersionTarifa, keyof Row>;

const versions = ({ db, tenant_id }: TenantDb) =>
  db
    .selectFrom('tarifas')
    .select(columns)
    .select(sql<string | null>`(lead(vigente_desde) over (order by vigente_desde) - 1)::date`.as('vigente_hasta'))
    .where('tenant_id', '=', tenant_id);

/** Newest first; a tenant has a handful. */
export async function selectTarifas(
  { db, ...t }: TenantDb,
  { limit, skip, after }: { limit: number; skip: number; after?: string | undefined },
) {
  const query = db
    .selectFrom(versions({ db, ...t }).as('v'))
    .selectAll()
    .orderBy('vigente_desde', 'desc')
    .limit(limit + 1);
  const rows = await (after === undefined ? query.offset(skip) : query.where('vigente_desde', '<', after)).execute();
  return rows.map(typed);
}

/** The version in force on a day. */
export async function selectTarifaVigente({ db, tenant_id }: TenantDb, fecha: string) {
  const row = await db
    .selectFrom('tarifas')
    .select(columns)
    .where('tenant_id', '=', tenant_id)
    .where('vigente_desde', '<=', fecha)
    .orderBy('vigente_desde', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && typed(row);
}

export async function selectTarifaById({ db, tenant_id }: TenantDb, id: number) {
  const row = await db
    .selectFrom('tarifas')
    .select(columns)
    .where('tenant_id', '=', tenant_id)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && typed(row);
}

/** The version that begins on a day. */
export async function selectTarifaFrom({ db, tenant_id }: TenantDb, vigente_desde: string) {
  const row = await db
    .selectFrom('tarifas')
    .select(columns)
    .where('tenant_id', '=', tenant_id)
    .where('vigente_desde', '=', vigente_desde)
    .executeTakeFirst();
  return row && typed(row);
}

/** A period from a day on that was liquidated and not issued: a new version of its time would not be in its bills. */
export const selectLiquidadoDesde = async ({ db, tenant_id }: TenantDb, desde: string) =>
  (
    await db
      .selectFrom('periodos')
      .select('codigo')
      .where('tenant_id', '=', tenant_id)
      .where('estado', '=', 'liquidado')
      .where('desde', '>=', desde)
      .limit(1)
      .executeTakeFirst()
  )?.codigo;

export async function lockTarifaFrom({ db, tenant_id }: TenantTx, vigente_desde: string) {
  const row = await db
    .selectFrom('tarifas')
    .select(columns)
    .where('tenant_id', '=', tenant_id)
    .where('vigente_desde', '=', vigente_desde)
    .forUpdate()
    .executeTakeFirst();
  return row && typed(row);
}

type NewTarifa = VersionTarifa & { user_id: number | null };

export async function insertTarifa({ db, tenant_id }: TenantTx, { servicios, factores, ...row }: NewTarifa) {
  const values = { ...row, tenant_id, servicios: JSON.stringify(servicios), factores: JSON.stringify(factores) };
  return typed(await db.insertInto('tarifas').values(values).returning(columns).executeTakeFirstOrThrow());
}

/** Only a version that no run has used: the database refuses otherwise (`tarifa_congelada`). */
export const setTarifa = (
  { db, tenant_id }: TenantTx,
  id: number,
  { servicios, factores, fuente, user_id }: NewTarifa,
) =>
  db
    .updateTable('tarifas')
    .set({ fuente, user_id, servicios: JSON.stringify(servicios), factores: JSON.stringify(factores) })
    .where('tenant_id', '=', tenant_id)
    .where('id', '=', id)
    .execute();

/** A period that a version from this day on would have changed, had it been there. */
export const selectPeriodoUsing = ({ db, tenant_id }: TenantDb, vigente_desde: string) =>
  db
    .selectFrom('periodos')
    .select('codigo')
    .where('tenant_id', '=', tenant_id)
    .where('estado', '!=', 'abierto')
    .where('desde', '>=', vigente_desde)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('tarifas as t')
            .select('t.id')
            .where('t.tenant_id', '=', tenant_id)
            .where('t.vigente_desde', '>', vigente_desde)
            .whereRef('t.vigente_desde', '<=', 'periodos.desde'),
        ),
      ),
    )
    .limit(1)
    .executeTakeFirst();
