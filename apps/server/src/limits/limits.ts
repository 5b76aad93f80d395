// How much one address, user and tenant may ask of one server process, and what it does when it is full.
import { Refusal } from '@cunservicios/api/core/errors';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Load } from './load.ts';
import { type Limit, type Verdict, createBuckets } from './token-bucket.ts';

/** The published limits of an installation. */
export const LIMITS = {
  /** Everything that comes from one address: an office with many people behind it fits. */
  address: { burst: 600, perSecond: 60 },
  /** Requests of an address without a token: signing in and the public look-up. */
  anonymous: { burst: 120, perSecond: 2 },
  user: { burst: 300, perSecond: 30 },
  tenant: { burst: 3000, perSecond: 300 },
} as const satisfies Record<string, Limit>;

export type Limits = {
  /** Before anything is looked at: overload and the address. */
  enter: (request: FastifyRequest, reply: FastifyReply, calls: number) => void;
  /** Once it is known who calls. */
  known: (reply: FastifyReply, who: { tenant: string; user: number | undefined; ip: string; calls: number }) => void;
};

type Options = { on: boolean; load: Load; /** Server processes that share the limits. */ processes?: number };

/** The limits of this process. They answer with RateLimit headers and refuse with 429, or 503 when it is full. */
export function createLimits({ on, load, processes = 1 }: Options): Limits {
  const share = ({ burst, perSecond }: Limit) =>
    createBuckets({ burst: burst / processes, perSecond: perSecond / processes });
  const address = share(LIMITS.address);
  const anonymous = share(LIMITS.anonymous);
  const user = share(LIMITS.user);
  const tenant = share(LIMITS.tenant);
  return {
    enter: (request, reply, calls) => {
      load.admit(request, reply);
      if (on) answer(reply, [address(request.ip, calls)]);
    },
    known: (reply, who) => {
      if (!on) return;
      const own = who.user === undefined ? anonymous(who.ip, who.calls) : user(`${who.tenant} ${who.user}`, who.calls);
      answer(reply, [own, tenant(who.tenant, who.calls)]);
    },
  };
}

function answer(reply: FastifyReply, verdicts: Verdict[]) {
  const tightest = verdicts.reduce((a, b) =>
    b.wait > a.wait || (b.wait === a.wait && b.remaining < a.remaining) ? b : a,
  );
  reply
    .header('ratelimit-limit', Math.floor(tightest.limit))
    .header('ratelimit-remaining', tightest.remaining)
    .header('ratelimit-reset', tightest.reset);
  if (tightest.wait > 0)
    throw new Refusal(
      'demasiados_intentos',
      `Demasiadas peticiones seguidas. Espere ${tightest.wait} segundos y siga.`,
      {
        retryAfter: tightest.wait,
      },
    );
}
