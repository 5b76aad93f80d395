// Too much work at once: refuse early with 503 and keep the rest quick, instead of letting everybody wait.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Refusal } from '@cunservicios/api/core/errors';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Requests under way in one process, and how late its event loop may be, before it refuses. */
export const FULL = { requests: 250, lagMs: 400 };

// Signing in and paying still get through when the rest is refused, up to twice as much.
const FIRST = /^\/(api\/(auth|pagos|recaudo)\b|api\/facturas\/[^/]+\/pagar\b|trpc\/(auth|pagos)\.)/;

export type Load = {
  /** Throws a 503 when this process is full; otherwise counts the request until its connection is done. */
  admit: (request: FastifyRequest, reply: FastifyReply) => void;
  stop: () => void;
};

/** Watches the load of this process. */
export function watchLoad({ requests, lagMs } = FULL): Load {
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  let lag = 0;
  let underWay = 0;
  const timer = setInterval(() => {
    lag = delay.mean / 1e6;
    delay.reset();
  }, 500).unref();
  return {
    admit: (request, reply) => {
      const factor = FIRST.test(request.url) ? 2 : 1;
      if (underWay >= requests * factor || lag > lagMs * factor)
        throw new Refusal(
          'base_no_disponible',
          'Hay demasiadas peticiones a la vez. Intente de nuevo en unos segundos.',
          {
            retryAfter: 2,
          },
        );
      underWay++;
      reply.raw.once('close', () => underWay--);
    },
    stop: () => {
      clearInterval(timer);
      delay.disable();
    },
  };
}
