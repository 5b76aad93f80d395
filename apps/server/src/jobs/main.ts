// The worker inside the server: takes jobs that procedures added in their own transactions.
import { selectUnfinishedByTenant } from '@cunservicios/api/ejecuciones/unfinished';
import { ejecutar } from '@cunservicios/api/ejecuciones/ejecutar';
import { consultarPendientes } from '@cunservicios/api/pasarela/consultar-intento';
import { findTenant } from '@cunservicios/api/core/identity';
import { olvidarRespuestas } from '@cunservicios/api/tenants/olvidar-respuestas';
import type { Services } from '@cunservicios/api/core/context';
import { Logger, type JobHelpers, type Runner, type TaskList, makeWorkerUtils, run } from 'graphile-worker';
import { type Mailer, openMailer } from './mail.ts';

export type JobsOptions = {
  services: Services;
  /** Connection of the role that owns the queue's schema. */
  adminUrl: string;
  dataDir: string;
  smtpUrl?: string | undefined;
  mailFrom?: string | undefined;
  /** Jobs at the same time. */
  concurrency?: number;
};

/**
 * Every minute the payment gateway is asked for answers that are missing; every hour answered keys that expired are
 * forgotten. One that comes late finds the next one waiting.
 */
const CRONTAB = `
* * * * * consultar_pasarela ?jobKey=consultar_pasarela&max=1
17 * * * * olvidar_respuestas ?jobKey=olvidar_respuestas&max=1
`;

/** Starts the worker and takes up again what an ended server left half done. `stop` lets jobs under way reach a safe point. */
export async function startJobs(options: JobsOptions): Promise<{ stop: () => Promise<void> }> {
  const { services, adminUrl, concurrency = 2 } = options;
  const mailer = openMailer(options);
  const stopping = new AbortController();
  const runner: Runner = await run({
    connectionString: adminUrl,
    concurrency,
    noHandleSignals: true,
    pollInterval: 2_000,
    logger: new Logger(() => () => {}),
    taskList: tasks(services, mailer),
    crontab: CRONTAB,
  });
  await takeUpAgain(services, adminUrl);
  const watch = setInterval(() => {
    if (!stopping.signal.aborted) takeUpAgain(services, adminUrl).catch(() => {});
  }, 30_000);
  watch.unref();
  return {
    stop: async () => {
      stopping.abort();
      clearInterval(watch);
      await runner.stop();
    },
  };
}

function tasks(services: Services, mailer: Mailer): TaskList {
  return {
    ejecutar: async (payload, helpers) => {
      const { tenant_id, ejecucion_id } = payload as { tenant_id: string; ejecucion_id: number };
      const tenant = await findTenant(services, tenant_id);
      await alone(helpers, `ejecucion ${tenant_id} ${ejecucion_id}`, () =>
        ejecutar(services, tenant, ejecucion_id, { final: helpers.job.attempts >= helpers.job.max_attempts }),
      );
    },
    consultar_pasarela: async (_payload, helpers) => alone(helpers, 'pasarela', () => consultarPendientes(services)),
    olvidar_respuestas: () => olvidarRespuestas(services),
    enviar_correo: async (payload) => mailer.send(payload as never),
  };
}

/**
 * Runs `work` while holding a lock that ends with this process: nobody else drives the same run, and after a kill
 * another may at once. When somebody has it, there is nothing to do.
 */
async function alone(helpers: JobHelpers, name: string, work: () => Promise<void>) {
  await helpers.withPgClient(async (client) => {
    const { rows } = await client.query('select pg_try_advisory_lock(hashtextextended($1, 0)) as mine', [name]);
    if (!rows[0].mine) return;
    try {
      await work();
    } finally {
      await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', [name]);
    }
  });
}

/** Adds a job for every unfinished run. Those that somebody is driving find the lock taken and end at once. */
async function takeUpAgain(services: Services, adminUrl: string) {
  const unfinished = await selectUnfinishedByTenant(services.tenants);
  if (unfinished.length === 0) return;
  const utils = await makeWorkerUtils({ connectionString: adminUrl, logger: new Logger(() => () => {}) });
  try {
    for (const { tenant_id, ejecucion_id } of unfinished)
      await utils.addJob('ejecutar', { tenant_id, ejecucion_id }, { jobKey: `ejecucion-${tenant_id}-${ejecucion_id}` });
  } finally {
    await utils.release();
  }
}
