import type { TenantDb, TenantTx } from '@cunservicios/db/tenant';
import { sql } from 'kysely';
import type { Rol } from '../core/roles.ts';

const columns = ['id', 'email', 'nombre', 'roles', 'is_active', 'version', 'created_at'] as const;

export type UserRow = NonNullable<Awaited<ReturnType<typeof selectUser>>>;

export const selectUser = ({ db, tenant_id }: TenantDb, id: number) =>
  db.selectFrom('users').select(columns).where('tenant_id', '=', tenant_id).where('id', '=', id).executeTakeFirst();

export const lockUser = ({ db, tenant_id }: TenantTx, id: number) =>
  db
    .selectFrom('users')
    .select([...columns, 'password_hash'])
    .where('tenant_id', '=', tenant_id)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();

type Filter = { is_active?: boolean | undefined };

export function selectUsers(
  { db, tenant_id }: TenantDb,
  filter: Filter & { limit: number; skip: number; after?: number | undefined },
) {
  let query = db
    .selectFrom('users')
    .select(columns)
    .where('tenant_id', '=', tenant_id)
    .orderBy('id')
    .limit(filter.limit + 1);
  if (filter.is_active !== undefined) query = query.where('is_active', '=', filter.is_active);
  if (filter.after !== undefined) query = query.where('id', '>', filter.after);
  else if (filter.skip) query = query.offset(filter.skip);
  return query.execute();
}

export async function countUsers({ db, tenant_id }: TenantDb, { is_active }: Filter) {
  let query = db
    .selectFrom('users')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('tenant_id', '=', tenant_id);
  if (is_active !== undefined) query = query.where('is_active', '=', is_active);
  return (await query.executeTakeFirstOrThrow()).n;
}

type NewUser = { email: string; nombre: string; password_hash: string; roles: Rol[]; is_active: boolean };

export const insertUser = ({ db, tenant_id }: TenantTx, row: NewUser) =>
  db
    .insertInto('users')
    .values({ ...row, tenant_id })
    .returning(columns)
    .executeTakeFirstOrThrow();

export const setUser = ({ db, tenant_id }: TenantTx, id: number, change: Partial<NewUser>) =>
  db
    .updateTable('users')
    .set({ ...change, version: sql<number>`version + 1` })
    .where('tenant_id', '=', tenant_id)
    .where('id', '=', id)
    .returning(columns)
    .executeTakeFirstOrThrow();

export const deleteUser = ({ db, tenant_id }: TenantTx, id: number) =>
  db.deleteFrom('users').where('tenant_id', '=', tenant_id).where('id', '=', id).executeTakeFirst();

export const insertLink = ({ db, tenant_id }: TenantTx, user_id: number, cliente_id: number) =>
  db
    .insertInto('user_clientes')
    .values({ tenant_id, user_id, cliente_id })
    .onConflict((conflict) => conflict.doNothing())
    .execute();

export const deleteLink = ({ db, tenant_id }: TenantTx, user_id: number, cliente_id: number) =>
  db
    .deleteFrom('user_clientes')
    .where('tenant_id', '=', tenant_id)
    .where('user_id', '=', user_id)
    .where('cliente_id', '=', cliente_id)
    .execute();

export const selectLinks = ({ db, tenant_id }: TenantDb, user_id: number) =>
  db
    .selectFrom('user_clientes')
    .innerJoin('clientes', (join) =>
      join
        .onRef('clientes.tenant_id', '=', 'user_clientes.tenant_id')
        .onRef('clientes.id', '=', 'user_clientes.cliente_id'),
    )
    .select(['numero_cuenta', 'nombre'])
    .where('user_clientes.tenant_id', '=', tenant_id)
    .where('user_id', '=', user_id)
    .orderBy('numero_cuenta')
    .execute();
