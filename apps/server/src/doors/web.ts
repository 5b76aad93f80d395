// The web app's files: hashed assets are kept for a year, everything else is asked for anew, and any other
// address a browser opens is the app's own (its router shows it).
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const OURS = /^\/(api|trpc|docs|redoc|healthz|readyz|openapi\.json)(\/|$)/;

export type About = { name: string; version: string; docs: string };

/** Adds `/`, the files of `dist`, and answers for addresses of the app. Without a build only `/` answers, as JSON. */
export async function webDoor(app: FastifyInstance, { dist, about }: { dist: string; about: About }) {
  const built = existsSync(join(dist, 'index.html'));
  if (built)
    await app.register(fastifyStatic, {
      root: dist,
      index: false,
      preCompressed: true,
      cacheControl: false,
      setHeaders: (reply, path) => {
        const hashed = path.startsWith(join(dist, 'assets'));
        reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  app.get('/', (request, reply) => {
    reply.header('vary', 'Accept').header('cache-control', 'no-cache');
    return built && wantsPage(request) ? reply.sendFile('index.html') : reply.send(about);
  });
  return (request: FastifyRequest, reply: FastifyReply) =>
    built && request.method === 'GET' && wantsPage(request) && !OURS.test(request.url.split('?', 1)[0] ?? '')
      ? reply.header('cache-control', 'no-cache').sendFile('index.html')
      : undefined;
}

const wantsPage = ({ headers }: FastifyRequest) => headers.accept?.includes('text/html') ?? false;
