// Liveness asks nothing of anybody; readiness asks the database.
import { Refusal } from '@cunservicios/api/core/errors';
import type { FastifyInstance } from 'fastify';

/** Adds /healthz and /readyz. `ready` rejects while the database does not answer. */
export async function healthDoor(app: FastifyInstance, { ready }: { ready: () => Promise<void> }) {
  const fresh = { 'cache-control': 'no-store' };
  app.get('/healthz', (_request, reply) => reply.headers(fresh).send({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    await ready().catch(() => {
      throw new Refusal('base_no_disponible', 'La base de datos no responde.', { retryAfter: 2 });
    });
    return reply.headers(fresh).send({ status: 'ok' });
  });
}
