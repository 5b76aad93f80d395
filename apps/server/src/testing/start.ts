// The whole program for a test: its own database, a free port, jobs running, a clock that can be moved.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Services } from '@cunservicios/api/core/context';
import { verify } from '@cunservicios/api/facturacion/verify';
import { type Clock, systemClock } from '@cunservicios/api/core/clock';
import type { Rol } from '@cunservicios/api/core/roles';
import { appRouter } from '@cunservicios/api/router';
import { selectTenants } from '@cunservicios/api/tenants/tenants.queries';
import { cloneTemplate, startTestServer as startPostgres } from '@cunservicios/db/template';
import { type AppOptions, buildApp } from '../app.ts';
import { readSettings } from '../env.ts';
import { startJobs } from '../jobs/main.ts';
import { createLimits } from '../limits/limits.ts';
import { type FULL, watchLoad } from '../limits/load.ts';
import { openProgram } from '../services.ts';
import { ABOUT, WEB_DIST } from '../start/serve.ts';
import { newTestTenant } from './tenant.ts';

export type TestServerOptions = {
  clock?: Clock;
  /** Settings by their names, as in the environment. RATE_LIMIT is off unless given. */
  env?: Record<string, string>;
  /** False leaves jobs where they are. */
  jobs?: boolean;
  /** A database to use, as its owner; a new one unless given. */
  databaseUrl?: string;
  /** When the process counts as full. */
  full?: typeof FULL;
  app?: Partial<AppOptions>;
};

/** Starts the program; `stop` takes everything away again. */
export async function startTestServer(options: TestServerOptions = {}) {
  const dataDir = mkdtempSync(join(tmpdir(), 'cunservicios-server-'));
  const settings = readSettings({
    ENVIRONMENT: 'test',
    DATA_DIR: dataDir,
    RATE_LIMIT: 'off',
    PORT: '0',
    ...options.env,
  });
  const database = options.databaseUrl ? { adminUrl: options.databaseUrl, stop: async () => {} } : await newDatabase();
  const { adminUrl } = database;
  /** What the program would have logged as a fault. */
  const faults: unknown[] = [];
  const logError = (error: unknown) => void faults.push(error);
  const { clock = systemClock } = options;
  const program = openProgram({ settings, url: adminUrl, logError, clock, name: 'pruebas' });
  const { services } = program;
  // No test leaves this machine: the gateway's own hosts are a port on which nobody listens.
  const nobody = { api: 'http://127.0.0.1:9/v1', pago: 'http://127.0.0.1:9/p/' };
  Object.assign(services.pasarelas.direcciones, { produccion: nobody, pruebas: nobody });
  const jobs =
    options.jobs === false ? undefined : await startJobs({ services, adminUrl, dataDir, smtpUrl: settings.SMTP_URL });
  const load = watchLoad(options.full ?? { requests: 10_000, lagMs: 60_000 }); // a slow test machine is not full
  const app = await buildApp({
    services,
    router: appRouter,
    limits: createLimits({ on: settings.RATE_LIMIT === 'on', load }),
    corsOrigins: settings.BACKEND_CORS_ORIGINS,
    secureCookies: false,
    trustProxy: settings.TRUST_PROXY,
    ready: program.ready,
    webDist: WEB_DIST,
    about: ABOUT,
    logError,
    ...options.app,
  });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  services.publicUrl = url;
  return {
    url,
    adminUrl,
    dataDir,
    services,
    tenants: services.tenants,
    app,
    faults,
    /** A new utility, with a token and a caller for each role. */
    createTenant: (id?: string, adminRoles?: Rol[]) => newTestTenant({ services, url, id, adminRoles }),
    stop: async () => {
      await app.close();
      load.stop();
      await jobs?.stop();
      await checkBooks(services);
      await program.close();
      await database.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Whatever a test sent, the books of every tenant must be right after it. */
async function checkBooks({ tenants }: Services) {
  for (const { id } of await selectTenants(tenants.none, { limit: 1_000, skip: 0 })) {
    const { hallazgos } = await verify(tenants.reads(id));
    if (hallazgos.length > 0) throw new Error(`The books of ${id} are wrong: ${JSON.stringify(hallazgos.slice(0, 5))}`);
  }
}

export type TestServer = Awaited<ReturnType<typeof startTestServer>>;

/** Inside vitest a copy on the run's server; elsewhere a server of its own. */
async function newDatabase() {
  if (process.env['VITEST']) {
    const { inject } = await import('vitest');
    return { adminUrl: await cloneTemplate(inject('testServerUrl')), stop: async () => {} };
  }
  const server = await startPostgres();
  return { adminUrl: await cloneTemplate(server.url), stop: server.stop };
}
