// The process that owns the data folder: PostgreSQL, migrations, first start and jobs. With WEB_CONCURRENCY 1
// it also answers requests; with more, workers of its own do.
import type { Services } from '@cunservicios/api/core/context';
import type { Settings } from '../env.ts';
import { openProgram } from '../services.ts';
import { banner } from './banner.ts';
import { openDatabase } from './database.ts';
import { whenAskedToStop } from './drain.ts';
import { ensureFirstTenant } from './first-start.ts';
import { createLog } from './log.ts';
import { startWorkers } from './workers.ts';
import { takeLock } from './server-lock.ts';
import { serve } from './serve.ts';

/** Starts everything and resolves when the server listens. */
export async function runPrimary(given: Settings) {
  const steps: (() => Promise<void> | void)[] = []; // to undo, last first
  const undo = async () => {
    for (const step of steps.splice(0).toReversed()) await step();
  };
  whenAskedToStop(undo);
  try {
    const { settings, conectar, cerrar } = await withDemostracion(given);
    steps.push(cerrar);
    const embedded = settings.DATABASE_URL === undefined;
    if (embedded) steps.push(takeLock(settings.DATA_DIR, settings.PORT));
    const database = await openDatabase(settings);
    steps.push(database.stop);
    const { logger, logError } = await createLog(settings);
    const program = openProgram({ settings, url: database.url, logError });
    steps.push(program.close);
    const first = await ensureFirstTenant(settings, program.services);
    const { startJobs } = await import('../jobs/main.ts'); // not needed by a worker
    const jobs = await startJobs({
      services: program.services,
      adminUrl: database.adminUrl,
      dataDir: settings.DATA_DIR,
      smtpUrl: settings.SMTP_URL,
      mailFrom: settings.MAIL_FROM,
    });
    steps.push(jobs.stop);
    const server =
      settings.WEB_CONCURRENCY > 1
        ? await startWorkers(settings, database.url)
        : await serve({ settings, program, logger, logError });
    steps.push(server.close);
    await conectar(program.services, server.port);
    banner(settings, server.port, first);
  } catch (error) {
    await undo();
    throw error;
  }
}

/** With a gateway of its own when the demonstration has one: where it is, how to join it, how to end it. */
async function withDemostracion(settings: Settings) {
  if (!conSimulador(settings)) return { settings, conectar: async () => {}, cerrar: () => {} };
  const { conectarDemostracion, startDemostracion } = await import('../simulador/demostracion.ts');
  const demo = await startDemostracion(settings);
  return {
    settings: demo.settings,
    conectar: (services: Services, port: number) =>
      conectarDemostracion(services, settings.DEFAULT_TENANT_ID, { comercios: demo.simulador.comercios, port }),
    cerrar: demo.simulador.close,
  };
}

/** Only a demonstration on somebody's own machine: never in production. */
const conSimulador = ({ DEMO, ENVIRONMENT, PASARELA_SIMULADOR_URL }: Settings) =>
  DEMO && ENVIRONMENT === 'development' && PASARELA_SIMULADOR_URL === undefined;
