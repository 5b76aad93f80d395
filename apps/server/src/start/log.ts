// The log: one line of JSON each, without headers, bodies or anything else that names a person.
import { pino } from 'pino';
import type { Settings } from '../env.ts';
import type { LogError } from '../services.ts';

/** The logger of this process, and how an unexpected fault is noted in it. */
export async function createLog({ LOG_LEVEL, ENVIRONMENT }: Pick<Settings, 'LOG_LEVEL' | 'ENVIRONMENT'>) {
  // In a terminal of development the banner is enough: what goes well is not told.
  const level = ENVIRONMENT === 'development' && LOG_LEVEL === 'info' ? 'warn' : LOG_LEVEL;
  const logger = pino({ level, base: { pid: process.pid } });
  const logError: LogError = (error, about) => logger.error({ err: error, ...about }, 'unexpected fault');
  return { logger, logError };
}
