// The process that owns the data folder: PostgreSQL, migrations, first start and jobs. With WEB_CONCURRENCY 1
// it also answers requests; with more, workers of its own do.
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
export async function runPrimary(settings: Settings) {
  const steps: (() => Promise<void> | void)[] = []; // to undo, last first
  const undo = async () => {
    for (const step of steps.splice(0).toReversed()) await step();
  };
  whenAskedToStop(undo);
  try {
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
    banner(settings, server.port, first);
  } catch (error) {
    await undo();
    throw error;
  }
}
