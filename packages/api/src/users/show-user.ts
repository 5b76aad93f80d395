import type { ReadContext } from '../core/context.ts';
import { refuse } from '../core/errors.ts';
import { selectUser, type UserRow } from './users.queries.ts';

/** A user as every door shows it. */
export const toUser = (row: UserRow, tenant_id: string) => ({
  ...row,
  is_admin: row.roles.includes('admin'),
  tenant_id,
});

/** The user of the session. */
export async function showCurrentUser({ t, user }: ReadContext) {
  const row = user && (await selectUser(t, user.id));
  return toUser(row ?? refuse('sin_sesion', 'Inicie sesión para continuar.'), t.tenant_id);
}
