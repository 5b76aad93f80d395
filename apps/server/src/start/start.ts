// From the settings to a server that listens, and back again.
import cluster from 'node:cluster';
import { type Settings, SettingsError, readSettings } from '../env.ts';

/** A reason not to start that the operator can do something about: shown as it is, without a stack. */
export class StartError extends Error {}

/** Starts whatever this process is: the whole program, its primary, or a worker. Never rejects. */
export async function start() {
  try {
    const settings = readSettings();
    if (cluster.isWorker) await (await import('./worker.ts')).runWorker(settings);
    else await (await import('./primary.ts')).runPrimary(settings);
  } catch (error) {
    say(explain(error));
    process.exit(1);
  }
}

export const say = (text: string) => process.stderr.write(`${text}\n`);

function explain(error: unknown) {
  if (error instanceof SettingsError) return `Hay ajustes por corregir:\n${error.message}`;
  if (error instanceof StartError) return error.message;
  return `No se pudo iniciar: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}

/** Where a browser finds the server. */
export const localUrl = ({ HOST }: Settings, port: number) =>
  `http://${['0.0.0.0', '127.0.0.1', '::'].includes(HOST) ? 'localhost' : HOST}:${port}`;
