// The program as an HTTP server: all doors over one set of services. It listens nowhere yet.
import { randomUUID } from 'node:crypto';
import type { AnyRouter } from '@trpc/server';
import fastify, { type FastifyBaseLogger, LogController } from 'fastify';
import type { Door } from './doors/context.ts';
import { useCors } from './doors/cors.ts';
import { docsDoor } from './doors/docs.ts';
import { healthDoor } from './doors/health.ts';
import { badAddress, refuseConnection, sendRefusal } from './doors/problem.ts';
import { keepRaw } from './doors/query.ts';
import { restDoor } from './doors/rest.ts';
import { useSecurityHeaders } from './doors/security-headers.ts';
import { trpcDoor } from './doors/trpc.ts';
import { refuseUnknown, rememberRoutes } from './doors/unknown.ts';
import { type About, webDoor } from './doors/web.ts';
import type { LogError } from './services.ts';

export type AppOptions = Door & {
  router: AnyRouter;
  logger?: FastifyBaseLogger;
  logError: LogError;
  /** Rejects while the database does not answer. */
  ready: () => Promise<void>;
  /** Addresses of the proxies whose X-Forwarded-* headers count. */
  trustProxy: string[];
  /** Folder of the built web app. */
  webDist: string;
  about: About;
};

const REQUEST_ID = /^[\w.:-]{1,64}$/;

/** Builds the server with every door; `close()` finishes the requests under way. */
export async function buildApp(options: AppOptions) {
  const { router, logError, ...door } = options;
  let closing = false;
  const app = fastify({
    ...(options.logger ? { loggerInstance: options.logger } : {}),
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: options.trustProxy.length > 0 ? options.trustProxy : false,
    requestIdHeader: false,
    genReqId: ({ headers: { 'x-request-id': given } }) =>
      typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID(),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 2000, querystringParser: keepRaw },
    // A file of 1 GB may take its time, a connection on which nothing moves may not.
    requestTimeout: 1_800_000,
    connectionTimeout: 120_000,
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    clientErrorHandler: refuseConnection,
    frameworkErrors: (error, request, reply) => {
      reply.header('x-request-id', request.id);
      sendRefusal(error.code === 'FST_ERR_BAD_URL' ? badAddress() : error, request, reply, logError);
    },
  });
  app.setChildLoggerFactory((logger) => logger); // what we log names its request; a logger for each cost 2 % of a read
  app.addHook('preClose', async () => {
    closing = true;
  });
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    done();
  });
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (closing) reply.header('connection', 'close'); // or the client would keep it, and us, open
    done(null, payload);
  });
  const methodsOf = rememberRoutes(app);
  app.setErrorHandler((error, request, reply) => sendRefusal(error, request, reply, logError));
  useSecurityHeaders(app, { https: options.secureCookies });
  useCors(app, options.corsOrigins);
  await app.register(healthDoor, { ready: options.ready });
  await app.register(restDoor, { door, router });
  await app.register(trpcDoor, { door, router, logError });
  await app.register(docsDoor, { router, about: options.about });
  const page = await webDoor(app, { dist: options.webDist, about: options.about });
  const unknown = refuseUnknown(methodsOf);
  app.setNotFoundHandler((request, reply) => page(request, reply) ?? unknown(request, reply));
  return app;
}
