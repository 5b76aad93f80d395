// Guessing is slowed by growing pauses kept in the database, so all servers agree. Nobody is locked out:
// - an account at one address: a pause after 5 failures, doubling up to 15 minutes;
// - one address over all accounts: after 40 failures;
// - one account over all addresses: only a short pause, and never for an address from which its owner
//   has signed in before, so a stranger cannot keep the owner out.
import { createHash } from 'node:crypto';
import type { Context, ReadContext, WriteContext } from '../core/context.ts';
import { refuse } from '../core/errors.ts';
import { clearFailures, countFailures, selectAttempts } from './auth.queries.ts';

const FORGET_MS = 60 * 60_000;
const KNOWN_MS = 60 * 24 * 3_600_000;

type Limit = { clave: string; free: number; longestMs: number };

const key = (kind: string, ...parts: string[]) =>
  `${kind}:${createHash('sha256').update(parts.join('\n')).digest('base64url')}`;

function limitsOf({ ip }: Context, email: string) {
  const account = email.toLowerCase();
  return {
    pair: { clave: key('par', account, ip), free: 5, longestMs: 15 * 60_000 },
    address: { clave: key('dir', ip), free: 40, longestMs: 15 * 60_000 },
    account: { clave: key('cta', account), free: 100, longestMs: 20_000 },
    /** Marks an address from which the account's owner signed in. */
    known: { clave: key('con', account, ip), free: Infinity, longestMs: 0 },
  } satisfies Record<string, Limit>;
}

/** 429 with Retry-After while a pause runs. Asked before the password is looked at. */
export async function checkGuessing(ctx: ReadContext, email: string) {
  const limits = limitsOf(ctx, email);
  const now = ctx.services.clock.now().getTime();
  const rows = await selectAttempts(
    ctx.t,
    Object.values(limits).map(({ clave }) => clave),
  );
  const found = (limit: Limit) => rows.find(({ clave }) => clave === limit.clave);
  const seen = found(limits.known);
  const ownersAddress = seen !== undefined && now - Date.parse(seen.ultimo) < KNOWN_MS;
  const applicable = ownersAddress ? [limits.pair, limits.address] : [limits.pair, limits.address, limits.account];
  const pauses = applicable.map((limit) => {
    const row = found(limit);
    return row ? Date.parse(row.ultimo) + pauseOf(limit, row.fallos) - now : 0;
  });
  const wait = Math.ceil(Math.max(0, ...pauses) / 1000);
  if (wait > 0)
    refuse(
      'demasiados_intentos',
      `Demasiados intentos de entrar. Espere ${wait} segundos y pruebe de nuevo, o restablezca la contraseña.`,
      {
        retryAfter: wait,
      },
    );
}

const pauseOf = ({ free, longestMs }: Limit, failures: number) =>
  failures < free ? 0 : Math.min(longestMs, 1000 * 2 ** Math.min(failures - free, 20));

export async function noteFailure(ctx: WriteContext, email: string) {
  const { pair, address, account } = limitsOf(ctx, email);
  const now = ctx.services.clock.now();
  const forgetBefore = new Date(now.getTime() - FORGET_MS).toISOString();
  const claves = [pair.clave, address.clave, account.clave];
  await ctx.services.tenants.transaction(ctx.tenant.id, (t) =>
    countFailures(t, claves, now.toISOString(), forgetBefore),
  );
}

export async function noteSuccess(ctx: WriteContext, email: string) {
  const { pair, known } = limitsOf(ctx, email);
  const now = ctx.services.clock.now().toISOString();
  await ctx.services.tenants.transaction(ctx.tenant.id, async (t) => {
    await clearFailures(t, [pair.clave]);
    await countFailures(t, [known.clave], now, now);
  });
}
