// Which other pages may call us: only those named in BACKEND_CORS_ORIGINS, never a wildcard.
import type { FastifyInstance } from 'fastify';

const METHODS = 'GET, HEAD, POST, PUT, PATCH, DELETE';
const REQUEST_HEADERS =
  'Authorization, Content-Type, X-Tenant-ID, X-Session, X-Request-Id, Idempotency-Key, If-Match, trpc-accept';
const ANSWER_HEADERS =
  'ETag, Link, Location, X-Total-Count, X-Tenant-ID, X-Request-Id, Idempotent-Replayed, Retry-After, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset';

/** Answers preflights and marks the answers that the named origins may read. */
export function useCors(app: FastifyInstance, origins: readonly string[]) {
  if (origins.length === 0) return;
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('vary', 'Origin');
    const { origin } = request.headers;
    if (origin === undefined || !origins.includes(origin)) return done();
    reply.header('access-control-allow-origin', origin).header('access-control-allow-credentials', 'true');
    const isPreflight = request.method === 'OPTIONS' && request.headers['access-control-request-method'] !== undefined;
    if (!isPreflight) {
      reply.header('access-control-expose-headers', ANSWER_HEADERS);
      return done();
    }
    return reply
      .code(204)
      .header('access-control-allow-methods', METHODS)
      .header('access-control-allow-headers', REQUEST_HEADERS)
      .header('access-control-max-age', '600')
      .send();
  });
}
