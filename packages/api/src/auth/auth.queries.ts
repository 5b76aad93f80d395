import type { TenantDb, TenantTx } from '@cunservicios/db/tenant';
import { sql } from 'kysely';

export const selectLogin = ({ db, tenant_id }: TenantDb, email: string) =>
  db
    .selectFrom('users')
    .select(['id', 'email', 'roles', 'password_hash', 'token_version', 'is_active'])
    .where('tenant_id', '=', tenant_id)
    .where(sql`lower(email)`, '=', email.toLowerCase())
    .executeTakeFirst();

export const selectUserById = ({ db, tenant_id }: TenantDb, id: number) =>
  db
    .selectFrom('users')
    .select(['id', 'email', 'roles', 'password_hash', 'token_version', 'is_active'])
    .where('tenant_id', '=', tenant_id)
    .where('id', '=', id)
    .executeTakeFirst();

type Session = { user_id: number; familia: string; token_hash: string; expira: string };

export const insertSession = ({ db, tenant_id }: TenantTx, session: Session) =>
  db
    .insertInto('sessions')
    .values({ ...session, tenant_id })
    .execute();

export const lockSession = ({ db, tenant_id }: TenantTx, token_hash: string) =>
  db
    .selectFrom('sessions')
    .selectAll()
    .where('tenant_id', '=', tenant_id)
    .where('token_hash', '=', token_hash)
    .forUpdate()
    .executeTakeFirst();

export const setSessionUsed = ({ db, tenant_id }: TenantTx, id: number, usada_en: string) =>
  db.updateTable('sessions').set({ usada_en }).where('tenant_id', '=', tenant_id).where('id', '=', id).execute();

export const setFamilyRevoked = ({ db, tenant_id }: TenantTx, familia: string, revocada_en: string) =>
  db
    .updateTable('sessions')
    .set({ revocada_en })
    .where('tenant_id', '=', tenant_id)
    .where('familia', '=', familia)
    .where('revocada_en', 'is', null)
    .execute();

export const deleteOldSessions = ({ db, tenant_id }: TenantTx, user_id: number, before: string) =>
  db
    .deleteFrom('sessions')
    .where('tenant_id', '=', tenant_id)
    .where('user_id', '=', user_id)
    .where('expira', '<', before)
    .execute();

/** Cuts off every token of a user: access tokens by their version, refresh tokens by their rows. */
export async function endSessions({ db, tenant_id }: TenantTx, user_id: number) {
  await db.deleteFrom('sessions').where('tenant_id', '=', tenant_id).where('user_id', '=', user_id).execute();
  await db
    .updateTable('users')
    .set({ token_version: sql<number>`token_version + 1` })
    .where('tenant_id', '=', tenant_id)
    .where('id', '=', user_id)
    .execute();
}

export const setPassword = ({ db, tenant_id }: TenantTx, user_id: number, password_hash: string) =>
  db.updateTable('users').set({ password_hash }).where('tenant_id', '=', tenant_id).where('id', '=', user_id).execute();

export const insertReset = (
  { db, tenant_id }: TenantTx,
  row: { token_hash: string; user_id: number; expira: string },
) =>
  db
    .insertInto('restablecimientos')
    .values({ ...row, tenant_id })
    .execute();

/** Uses up a reset link; undefined when it does not exist, has expired or was used. */
export const takeReset = ({ db, tenant_id }: TenantTx, token_hash: string, now: string) =>
  db
    .updateTable('restablecimientos')
    .set({ usado_en: now })
    .where('tenant_id', '=', tenant_id)
    .where('token_hash', '=', token_hash)
    .where('usado_en', 'is', null)
    .where('expira', '>', now)
    .returning('user_id')
    .executeTakeFirst();

export const selectAttempts = ({ db, tenant_id }: TenantDb, claves: string[]) =>
  db
    .selectFrom('intentos_acceso')
    .select(['clave', 'fallos', 'ultimo'])
    .where('tenant_id', '=', tenant_id)
    .where('clave', 'in', claves)
    .execute();

/** Counts a failure under each key; counts older than `forgetBefore` start again. Keys in order: no deadlock. */
export const countFailures = ({ db, tenant_id }: TenantTx, claves: string[], now: string, forgetBefore: string) =>
  db
    .insertInto('intentos_acceso')
    .values([...claves].sort().map((clave) => ({ tenant_id, clave, fallos: 1, ultimo: now })))
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'clave']).doUpdateSet({
        fallos: sql<number>`case when intentos_acceso.ultimo < ${forgetBefore} then 1 else intentos_acceso.fallos + 1 end`,
        ultimo: now,
      }),
    )
    .execute();

export const clearFailures = ({ db, tenant_id }: TenantTx, claves: string[]) =>
  db.deleteFrom('intentos_acceso').where('tenant_id', '=', tenant_id).where('clave', 'in', claves).execute();
