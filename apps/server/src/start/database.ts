// PostgreSQL: the one of DATABASE_URL, or the embedded one, kept running. Either way its schema is brought up to date.
import { migrate } from '@cunservicios/db/migrate';
import type { Settings } from '../env.ts';
import { say } from './start.ts';

const WATCH_MS = 1_000;

/** Finds or starts PostgreSQL and migrates it. */
export async function openDatabase(settings: Settings) {
  const { DATABASE_URL, DATABASE_ADMIN_URL } = settings;
  if (DATABASE_URL) {
    const adminUrl = DATABASE_ADMIN_URL ?? DATABASE_URL;
    await migrate(adminUrl);
    return { url: DATABASE_URL, adminUrl, stop: async () => {} };
  }
  const { startEmbedded } = await import('@cunservicios/db/embedded');
  const embedded = await startEmbedded({ dir: settings.DATA_DIR, onStep: (step) => say(`… ${step}`) });
  await migrate(embedded.adminUrl).catch(async (error: unknown) => {
    await embedded.stop();
    throw error;
  });
  const unwatch = keepRunning(embedded.ensure);
  return {
    url: embedded.adminUrl,
    adminUrl: embedded.adminUrl,
    stop: async () => {
      await unwatch();
      await embedded.stop();
    },
  };
}

/** Looks every second whether PostgreSQL still runs, and starts it again when it does not. */
function keepRunning(ensure: () => Promise<void>) {
  let running = true;
  let looking: Promise<unknown> = Promise.resolve();
  const look = () => {
    looking = ensure()
      .catch((error: unknown) => say(`PostgreSQL no inicia: ${error instanceof Error ? error.message : String(error)}`))
      .finally(() => {
        if (running) timer = setTimeout(look, WATCH_MS);
      });
  };
  let timer = setTimeout(look, WATCH_MS);
  return async () => {
    running = false;
    clearTimeout(timer);
    await looking;
  };
}
