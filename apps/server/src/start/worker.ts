// A process that only answers requests; its primary owns PostgreSQL and the jobs.
import type { Settings } from '../env.ts';
import { openProgram } from '../services.ts';
import { whenAskedToStop } from './drain.ts';
import { createLog } from './log.ts';
import { serve } from './serve.ts';

/** Where the primary's database is, handed to its workers. */
export const DATABASE_MESSAGE = 'CUNSERVICIOS_DATABASE';

/** Starts a server of this worker. */
export async function runWorker(settings: Settings) {
  const { logger, logError } = await createLog(settings);
  const url = await databaseOfPrimary();
  const program = openProgram({ settings, url, logError });
  const server = await serve({ settings, program, logger, logError });
  whenAskedToStop(async () => {
    await server.close();
    await program.close();
  });
}

/** The address travels as a message, not in the environment, where other users of the machine could read it. */
function databaseOfPrimary() {
  return new Promise<string>((resolve) => {
    process.once('message', (message: { [DATABASE_MESSAGE]?: string }) => resolve(message[DATABASE_MESSAGE] ?? ''));
    process.send?.({ ready: true });
  });
}
