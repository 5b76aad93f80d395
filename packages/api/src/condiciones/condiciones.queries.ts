import type { TenantDb, TenantTx } from '@cunservicios/db/tenant';

const FUGA = ['id', 'detectada_en', 'hasta', 'motivo', 'created_at'] as const;
const VERTIMIENTO = ['id', 'modo', 'm3_mes', 'desde', 'hasta', 'soporte', 'created_at'] as const;
const DECISION = ['id', 'solicitud_fecha', 'decision', 'desde', 'hasta', 'created_at'] as const;

/** What an account has that others do not; newest first. Each has a handful at most. */
export async function selectCondiciones({ db, tenant_id }: TenantDb, cliente_id: number) {
  const [fugas, vertimientos, decisiones] = await Promise.all([
    db
      .selectFrom('fugas')
      .select(FUGA)
      .where('tenant_id', '=', tenant_id)
      .where('cliente_id', '=', cliente_id)
      .orderBy('detectada_en', 'desc')
      .execute(),
    db
      .selectFrom('vertimientos')
      .select(VERTIMIENTO)
      .where('tenant_id', '=', tenant_id)
      .where('cliente_id', '=', cliente_id)
      .orderBy('desde', 'desc')
      .execute(),
    db
      .selectFrom('decisiones_especial')
      .select(DECISION)
      .where('tenant_id', '=', tenant_id)
      .where('cliente_id', '=', cliente_id)
      .orderBy('desde', 'desc')
      .execute(),
  ]);
  return { fugas, vertimientos, decisiones };
}

type De<T> = T & { cliente_id: number; user_id: number | null };

export const insertFuga = (
  { db, tenant_id }: TenantTx,
  row: De<{ detectada_en: string; hasta: string; motivo: string }>,
) =>
  db
    .insertInto('fugas')
    .values({ ...row, tenant_id })
    .returning(FUGA)
    .executeTakeFirstOrThrow();

type Tramo = { desde: string; hasta?: string | undefined };

export const insertVertimiento = (
  { db, tenant_id }: TenantTx,
  row: De<Tramo & { modo: 'fuente_propia' | 'aforo'; m3_mes: number; soporte: string }>,
) =>
  db
    .insertInto('vertimientos')
    .values({ ...row, tenant_id })
    .returning(VERTIMIENTO)
    .executeTakeFirstOrThrow();

export const insertDecision = (
  { db, tenant_id }: TenantTx,
  row: De<Tramo & { solicitud_fecha: string; decision: string }>,
) =>
  db
    .insertInto('decisiones_especial')
    .values({ ...row, tenant_id })
    .returning(DECISION)
    .executeTakeFirstOrThrow();

export const endVertimiento = ({ db, tenant_id }: TenantTx, id: number, hasta: string) =>
  db
    .updateTable('vertimientos')
    .set({ hasta })
    .where('tenant_id', '=', tenant_id)
    .where('id', '=', id)
    .returning(VERTIMIENTO)
    .executeTakeFirst();

export const endDecision = ({ db, tenant_id }: TenantTx, id: number, hasta: string) =>
  db
    .updateTable('decisiones_especial')
    .set({ hasta })
    .where('tenant_id', '=', tenant_id)
    .where('id', '=', id)
    .returning(DECISION)
    .executeTakeFirst();

const desincentivos = ({ db, tenant_id }: TenantDb) =>
  db
    .selectFrom('desincentivos as d')
    .innerJoin('terceros as t', (join) =>
      join.onRef('t.tenant_id', '=', 'd.tenant_id').onRef('t.id', '=', 'd.tercero_id'),
    )
    .select(['d.id', 'd.desde', 'd.hasta', 'd.norma', 't.codigo as tercero', 'd.created_at'])
    .where('d.tenant_id', '=', tenant_id);

/** Newest first; a utility has a handful. */
export const selectDesincentivos = (t: TenantDb) => desincentivos(t).orderBy('d.desde', 'desc').execute();

export const selectDesincentivoById = (t: TenantDb, id: number) =>
  desincentivos(t).where('d.id', '=', id).executeTakeFirst();

export const insertDesincentivo = (
  { db, tenant_id }: TenantTx,
  row: Tramo & { norma: string; tercero_id: number; user_id: number | null },
) =>
  db
    .insertInto('desincentivos')
    .values({ ...row, tenant_id })
    .returning('id')
    .executeTakeFirstOrThrow();

export const endDesincentivo = ({ db, tenant_id }: TenantTx, id: number, hasta: string) =>
  db.updateTable('desincentivos').set({ hasta }).where('tenant_id', '=', tenant_id).where('id', '=', id).execute();

/** A period of the account's cycle that was issued and begins on or after a day: what it billed would be another. */
export const selectEmitidoDesde = ({ db, tenant_id }: TenantDb, desde: string, cliente_id?: number) => {
  const query = db
    .selectFrom('periodos as p')
    .select('p.codigo')
    .where('p.tenant_id', '=', tenant_id)
    .where('p.estado', 'in', ['emitido', 'cerrado'])
    .where('p.hasta', '>=', desde)
    .orderBy('p.desde')
    .limit(1);
  if (cliente_id === undefined) return query.executeTakeFirst();
  return query
    .innerJoin('clientes as c', (join) =>
      join.onRef('c.tenant_id', '=', 'p.tenant_id').onRef('c.ciclo_id', '=', 'p.ciclo_id'),
    )
    .where('c.id', '=', cliente_id)
    .executeTakeFirst();
};
