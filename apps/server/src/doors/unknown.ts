// What no route answers: 404, or 405 with the methods that the address does take.
import { Refusal } from '@cunservicios/api/core/errors';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

type Known = { pattern: RegExp; method: string };

/** Notes every route as it is added; call it before adding any. */
export function rememberRoutes(app: FastifyInstance) {
  const known: Known[] = [];
  app.addHook('onRoute', ({ url, method }) => {
    if (!url.startsWith('/api/') && !url.startsWith('/healthz') && !url.startsWith('/readyz')) return;
    const pattern = new RegExp(`^${url.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/:\w+/g, '[^/]+')}/?$`);
    for (const one of [method].flat()) known.push({ pattern, method: one });
  });
  return (path: string) => [...new Set(known.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method))];
}

/** The answer to a request that no route took. */
export function refuseUnknown(methodsOf: (path: string) => string[]) {
  return (request: FastifyRequest, reply: FastifyReply) => {
    const [path = '/'] = request.url.split('?', 1);
    const methods = methodsOf(path);
    if (methods.length === 0 || methods.includes(request.method))
      // the second: a part of it is too long for any route

      throw new Refusal('ruta_desconocida', 'Esa dirección no existe en este servicio. Las que hay están en /docs.');
    const allow = [...methods, 'OPTIONS'].toSorted().join(', ');
    reply.header('allow', allow);
    if (request.method === 'OPTIONS') return reply.code(204).send();
    throw new Refusal('metodo_no_permitido', `Esta dirección no admite ${request.method}. Admite: ${allow}.`);
  };
}
