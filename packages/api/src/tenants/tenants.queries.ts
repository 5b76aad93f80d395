import type { TenantDb, TenantTx } from '@cunservicios/db/tenant';
import { sql } from 'kysely';
import type { AjustesGuardados } from '../core/ajustes.schema.ts';

const columns = [
  'id',
  'nombre',
  'nit',
  'dv',
  'municipio',
  'altitud_msnm',
  'periodicidad',
  'politica_desviacion',
  'sabado_habil',
  sql<AjustesGuardados>`ajustes`.as('ajustes'),
  'activo',
  'created_at',
] as const;

export function selectTenants(
  { db }: TenantDb,
  { limit, skip, after }: { limit: number; skip: number; after?: string | undefined },
) {
  const query = db
    .selectFrom('tenants')
    .select(columns)
    .orderBy('id')
    .limit(limit + 1);
  return (after === undefined ? query.offset(skip) : query.where('id', '>', after)).execute();
}

export const selectTenant = ({ db }: TenantDb, id: string) =>
  db.selectFrom('tenants').select(columns).where('id', '=', id).executeTakeFirst();

export const countTenants = async ({ db }: TenantDb) =>
  (
    await db
      .selectFrom('tenants')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
  ).n;

type NewTenant = {
  id: string;
  nombre: string;
  nit?: string | undefined;
  dv?: number | undefined;
  municipio?: string | undefined;
  altitud_msnm: number;
  periodicidad: 'mensual' | 'bimestral';
  politica_desviacion: 'advertir' | 'retener';
  sabado_habil: boolean;
};

export const insertTenant = ({ db }: TenantTx, row: NewTenant) =>
  db.insertInto('tenants').values(row).returning(columns).executeTakeFirstOrThrow();

export const lockTenant = ({ db, tenant_id }: TenantTx) =>
  db.selectFrom('tenants').select(columns).where('id', '=', tenant_id).forUpdate().executeTakeFirstOrThrow();

type TenantChange = Partial<Omit<NewTenant, 'id' | 'nit' | 'dv' | 'municipio'>> & {
  nit?: string | null;
  dv?: number | null;
  municipio?: string | null;
  ajustes?: AjustesGuardados;
};

export const setTenant = ({ db, tenant_id }: TenantTx, { ajustes = {}, ...change }: TenantChange) =>
  db
    .updateTable('tenants')
    .set({ ...change, ajustes: sql`ajustes || ${JSON.stringify(ajustes)}::jsonb` })
    .where('id', '=', tenant_id)
    .returning(columns)
    .executeTakeFirstOrThrow();
