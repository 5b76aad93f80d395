// Several server processes on one port. One that dies is replaced, more slowly when they keep dying.
import cluster, { type Worker } from 'node:cluster';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Settings } from '../env.ts';
import { StartError, say } from './start.ts';
import { DATABASE_MESSAGE } from './worker.ts';

/** Starts WEB_CONCURRENCY workers and resolves when all of them listen. */
export async function startWorkers({ WEB_CONCURRENCY, PORT, PASARELA_SIMULADOR_URL }: Settings, databaseUrl: string) {
  let closing = false;
  let port = PORT;
  const fork = async () => {
    const worker = cluster.fork(PASARELA_SIMULADOR_URL === undefined ? {} : { PASARELA_SIMULADOR_URL });
    worker.once('message', () => worker.send({ [DATABASE_MESSAGE]: databaseUrl }));
    const died = once(worker, 'exit').then(() => {
      throw new StartError('Un proceso del servidor no pudo iniciar; la razón está arriba.');
    });
    const [address] = (await Promise.race([once(worker, 'listening'), died])) as [{ port: number }];
    died.catch(() => {});
    port = address.port;
    worker.once('exit', () => !closing && void replace());
  };
  const replace = async () => {
    say('Un proceso del servidor terminó sin que nadie lo pidiera: se inicia otro.');
    await sleep(1_000);
    if (!closing) await fork().catch(() => replace());
  };
  await Promise.all(Array.from({ length: WEB_CONCURRENCY }, fork));
  return {
    port,
    close: async () => {
      closing = true;
      const alive = Object.values(cluster.workers ?? {}).filter(
        (worker): worker is Worker => worker?.isDead() === false,
      );
      const ended = alive.map((worker) => once(worker, 'exit'));
      for (const worker of alive) worker.process.kill('SIGTERM');
      await Promise.all(ended);
    },
  };
}
