import type { TenantDb, TenantTx } from '@cunservicios/db/tenant';

type Paging = { limit: number; skip: number; after?: string | undefined };

/** Newest month first. */
export function selectTasasMoraPage({ db, tenant_id }: TenantDb, { limit, skip, after }: Paging) {
  const query = db
    .selectFrom('tasas_mora')
    .select(['mes', 'tasa_anual', 'interes_bancario', 'norma', 'created_at'])
    .where('tenant_id', '=', tenant_id)
    .orderBy('mes', 'desc')
    .limit(limit + 1);
  return (after === undefined ? query.offset(skip) : query.where('mes', '<', after)).execute();
}

/** Rates of the months that two days (yyyy-mm-dd) and those between them fall in. */
export const selectTasasMora = ({ db, tenant_id }: TenantDb, desde: string, hasta: string) =>
  db
    .selectFrom('tasas_mora')
    .select(['mes', 'tasa_anual'])
    .where('tenant_id', '=', tenant_id)
    .where('mes', '>=', desde.slice(0, 7))
    .where('mes', '<=', hasta.slice(0, 7))
    .orderBy('mes')
    .execute();

type TasaMora = {
  mes: string;
  tasa_anual: string;
  interes_bancario: string | null;
  norma: string;
  user_id: number | null;
};

export const upsertTasaMora = ({ db, tenant_id }: TenantTx, { mes, ...row }: TasaMora) =>
  db
    .insertInto('tasas_mora')
    .values({ ...row, mes, tenant_id })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'mes']).doUpdateSet(row))
    .returning(['mes', 'tasa_anual', 'interes_bancario', 'norma', 'created_at'])
    .executeTakeFirstOrThrow();

export const selectSalariosMinimos = ({ db, tenant_id }: TenantDb) =>
  db
    .selectFrom('salarios_minimos')
    .select(['anio', 'valor', 'norma'])
    .where('tenant_id', '=', tenant_id)
    .orderBy('anio')
    .execute();

type SalarioMinimo = { anio: number; valor: number; norma: string; user_id: number | null };

export const upsertSalarioMinimo = ({ db, tenant_id }: TenantTx, { anio, ...row }: SalarioMinimo) =>
  db
    .insertInto('salarios_minimos')
    .values({ ...row, anio, tenant_id })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'anio']).doUpdateSet(row))
    .execute();
