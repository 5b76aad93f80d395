import type { TenantDb } from '@cunservicios/db/tenant';
import { ajustes } from '../tenants/ajustes.ts';
import type { Tenant } from './context.ts';

export const selectTenant = async ({ db }: TenantDb, id: string): Promise<Tenant | undefined> => {
  const row = await db
    .selectFrom('tenants')
    .select([
      'id',
      'nombre',
      'altitud_msnm',
      'periodicidad',
      'politica_desviacion',
      'sabado_habil',
      'zona_horaria',
      'ajustes',
    ])
    .where('id', '=', id)
    .where('activo', '=', true)
    .executeTakeFirst();
  return row && { ...row, ajustes: ajustes.parse(row.ajustes) };
};

export const selectCurrentUser = ({ db, tenant_id }: TenantDb, id: number) =>
  db
    .selectFrom('users')
    .select(['id', 'email', 'nombre', 'roles', 'token_version'])
    .where('tenant_id', '=', tenant_id)
    .where('id', '=', id)
    .where('is_active', '=', true)
    .executeTakeFirst();

/** Accounts that a citizen has been linked to. */
export const selectLinkedClientes = ({ db, tenant_id }: TenantDb, user_id: number) =>
  db
    .selectFrom('user_clientes')
    .select('cliente_id')
    .where('tenant_id', '=', tenant_id)
    .where('user_id', '=', user_id)
    .execute();
