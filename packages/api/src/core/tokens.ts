// Access tokens: signed with one pinned algorithm, short-lived, verified once and then remembered.
import { createHash, randomBytes } from 'node:crypto';
import { SignJWT, jwtVerify } from 'jose';
import type { Clock } from './clock.ts';
import { refuse } from './errors.ts';

const ALGORITHM = 'HS256';

export type Claims = { user_id: number; tenant: string; ver: number; exp: number };

export type Tokens = {
  /** A signed access token; `expires_in` in seconds. */
  issue: (user: {
    id: number;
    tenant: string;
    roles: string[];
    ver: number;
  }) => Promise<{ token: string; expires_in: number }>;
  /** The claims of a good token, at once when it was seen before; anything else is a 401. */
  verify: (token: string) => Claims | Promise<Claims>;
  /** Days a refresh token lives. */
  refreshDays: number;
};

/** `secret` is the server's SECRET_KEY; `minutes` the life of an access token. */
export function createTokens(options: { secret: string; minutes: number; refreshDays: number; clock: Clock }): Tokens {
  const key = new TextEncoder().encode(options.secret);
  const known = new Map<string, Claims>();
  const seconds = () => Math.floor(options.clock.now().getTime() / 1000);
  const learn = async (token: string) => {
    const claims = await check(token, key, options.clock.now());
    if (known.size >= 10_000) known.clear();
    known.set(token, claims);
    return claims.exp > seconds() ? claims : expired();
  };
  return {
    refreshDays: options.refreshDays,
    issue: async ({ id, tenant, roles, ver }) => {
      const expires_in = options.minutes * 60;
      const token = await new SignJWT({ tenant, roles, ver })
        .setProtectedHeader({ alg: ALGORITHM, typ: 'JWT' })
        .setSubject(String(id))
        .setIssuedAt(seconds())
        .setExpirationTime(seconds() + expires_in)
        .sign(key);
      return { token, expires_in };
    },
    verify: (token) => {
      const claims = known.get(token);
      if (!claims) return learn(token);
      return claims.exp > seconds() ? claims : expired();
    },
  };
}

const expired = () => refuse('sesion_vencida', 'La sesión venció o no es válida. Inicie sesión de nuevo.');

async function check(token: string, key: Uint8Array, currentDate: Date): Promise<Claims> {
  const { payload } = await jwtVerify(token, key, {
    algorithms: [ALGORITHM],
    requiredClaims: ['sub', 'tenant', 'ver', 'iat', 'exp'],
    currentDate,
  }).catch(expired);
  const user_id = Number(payload.sub);
  const { tenant, ver, exp } = payload;
  if (!Number.isSafeInteger(user_id) || typeof tenant !== 'string' || typeof ver !== 'number' || !exp) return expired();
  return { user_id, tenant, ver, exp };
}

/** A secret to hand out (refresh token, reset link) and the hash that is kept of it. */
export function newSecret() {
  const secret = randomBytes(32).toString('base64url');
  return { secret, hash: hashSecret(secret) };
}

export const hashSecret = (secret: string) => createHash('sha256').update(secret).digest('hex');
