// Sessions: a family of refresh tokens, each used once. A token that comes a second time, later than a
// lost answer would explain, ends the whole family.
import { randomUUID } from 'node:crypto';
import type { TenantTx } from '@cunservicios/db/tenant';
import type { WriteContext } from '../core/context.ts';
import { refuse } from '../core/errors.ts';
import { hashSecret, newSecret } from '../core/tokens.ts';
import {
  deleteOldSessions,
  insertSession,
  lockSession,
  selectUserById,
  setFamilyRevoked,
  setSessionUsed,
} from './auth.queries.ts';

const GRACE_MS = 10_000;
const DAY_MS = 86_400_000;

type SessionUser = NonNullable<Awaited<ReturnType<typeof selectUserById>>>;

/** Adds a refresh token to a family (a new one unless given) and answers the pair of tokens. */
export async function openSession(ctx: WriteContext, t: TenantTx, user: SessionUser, familia: string = randomUUID()) {
  const now = ctx.services.clock.now();
  const { tokens } = ctx.services;
  const refresh = newSecret();
  const expira = new Date(now.getTime() + tokens.refreshDays * DAY_MS).toISOString();
  await deleteOldSessions(t, user.id, now.toISOString());
  await insertSession(t, { user_id: user.id, familia, token_hash: refresh.hash, expira });
  const access = await tokens.issue({ id: user.id, tenant: t.tenant_id, roles: user.roles, ver: user.token_version });
  if (ctx.wants_cookie) ctx.answer.refresh_cookie = { value: refresh.secret, maxAge: tokens.refreshDays * 86_400 };
  return {
    access_token: access.token,
    token_type: 'bearer' as const,
    expires_in: access.expires_in,
    ...(!ctx.wants_cookie && { refresh_token: refresh.secret }),
    user_id: user.id,
    email: user.email,
    is_admin: user.roles.includes('admin'),
    roles: user.roles,
    tenant_id: t.tenant_id,
  };
}

/** Exchanges a refresh token for a new pair. */
export async function renewSession(ctx: WriteContext, secret: string) {
  const now = ctx.services.clock.now();
  const renewed = await ctx.tx(async (t) => {
    const session = await lockSession(t, hashSecret(secret));
    if (!session || session.revocada_en || Date.parse(session.expira) < now.getTime()) return undefined;
    const reused = session.usada_en && now.getTime() - Date.parse(session.usada_en) > GRACE_MS;
    const user = reused ? undefined : await selectUserById(t, session.user_id);
    if (!user?.is_active) {
      // Committed on purpose: whoever holds a stolen token loses it now.
      await setFamilyRevoked(t, session.familia, now.toISOString());
      ctx.audit(`users/${session.user_id}`, {
        despues: { sesion: reused ? 'token repetido: familia revocada' : 'usuario inactivo' },
      });
      return undefined;
    }
    if (!session.usada_en) await setSessionUsed(t, session.id, now.toISOString());
    return openSession(ctx, t, user, session.familia);
  });
  return renewed ?? refuse('sesion_vencida', 'La sesión terminó. Inicie sesión de nuevo.');
}

/** Ends the family of a refresh token; unknown tokens are ignored. */
export async function closeSession(ctx: WriteContext, secret: string) {
  await ctx.tx(async (t) => {
    const session = await lockSession(t, hashSecret(secret));
    if (session) await setFamilyRevoked(t, session.familia, ctx.services.clock.now().toISOString());
  });
}
