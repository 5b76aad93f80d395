import type { TenantDb } from '@cunservicios/db/tenant';

export const selectTenant = ({ db }: TenantDb, id: string) =>
  db
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
