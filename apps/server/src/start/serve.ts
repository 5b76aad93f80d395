// One server process that listens: the app over a program's services.
import { fileURLToPath } from 'node:url';
import { appRouter } from '@cunservicios/api/router';
import type { FastifyBaseLogger } from 'fastify';
import packageJson from '../../package.json' with { type: 'json' };
import { buildApp } from '../app.ts';
import type { Settings } from '../env.ts';
import { createLimits } from '../limits/limits.ts';
import { watchLoad } from '../limits/load.ts';
import type { LogError, Program } from '../services.ts';
import { atMost } from './drain.ts';
import { StartError } from './start.ts';

const DRAIN_MS = 10_000;
/** Connections waiting to be accepted: when too few, the system drops them and clients wait for seconds. */
const BACKLOG = 4_096;
export const ABOUT = { name: 'Cunservicios', version: packageJson.version, docs: '/docs' };
export const WEB_DIST = fileURLToPath(new URL('../../../web/dist', import.meta.url));

type Options = { settings: Settings; program: Program; logger: FastifyBaseLogger; logError: LogError };

/** Listens on HOST and PORT. `close` takes no new connection and finishes the requests under way. */
export async function serve({ settings, program, logger, logError }: Options) {
  const load = watchLoad();
  const app = await buildApp({
    services: program.services,
    router: appRouter,
    limits: createLimits({ on: settings.RATE_LIMIT === 'on', load, processes: settings.WEB_CONCURRENCY }),
    corsOrigins: settings.BACKEND_CORS_ORIGINS,
    secureCookies: settings.ENVIRONMENT === 'production',
    trustProxy: settings.TRUST_PROXY,
    ready: program.ready,
    webDist: WEB_DIST,
    about: ABOUT,
    logger,
    logError,
  });
  await app
    .listen({ host: settings.HOST, port: settings.PORT, backlog: BACKLOG })
    .catch((error: NodeJS.ErrnoException) => {
      throw explained(error, settings);
    });
  return {
    port: (app.server.address() as { port: number }).port,
    close: async () => {
      await atMost(DRAIN_MS, app.close());
      app.server.closeAllConnections();
      load.stop();
    },
  };
}

function explained(error: NodeJS.ErrnoException, { HOST, PORT }: Settings) {
  if (error.code === 'EADDRINUSE')
    return new StartError(`El puerto ${PORT} ya está en uso por otro programa. Ciérrelo o use otro: PORT=${PORT + 1}`);
  if (error.code === 'EACCES')
    return new StartError(`No hay permiso para usar el puerto ${PORT}. Use uno mayor que 1023.`);
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return new StartError(`HOST=${HOST} no es una dirección de este equipo.`);
  return error;
}
