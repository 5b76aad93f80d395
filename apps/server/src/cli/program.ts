// What every command of the command line starts from: the same database and procedures as the server,
// with the server running or not.
import type { Context } from '@cunservicios/api/core/context';
import { findTenant } from '@cunservicios/api/core/identity';
import { createCaller } from '@cunservicios/api/router';
import { openDatabase } from '../start/database.ts';
import { ensureFirstTenant } from '../start/first-start.ts';
import { type Settings, readSettings } from '../env.ts';
import { openProgram } from '../services.ts';
import { startJobs } from '../jobs/main.ts';
import type { Caller, Follow } from '../demo/bill-month.ts';
import { progress } from './print.ts';

export type Cli = {
  settings: Settings;
  services: Context['services'];
  adminUrl: string;
  /** The procedures of a tenant, as the operator of this machine. */
  callerOf: (tenant_id: string) => Promise<Caller>;
  /** A way to wait for runs; starts a worker so that they also go on without a server. */
  follower: (tenant_id: string) => Promise<Follow>;
};

/** Whoever may run this command on this machine may do everything. */
const OPERATOR: Context['user'] = {
  id: 0,
  email: 'consola',
  nombre: 'Consola',
  roles: ['admin', 'plataforma'],
  token_version: 0,
};

/** Opens the program for one command and closes everything after it. */
export async function withProgram(work: (cli: Cli) => Promise<void>) {
  const settings = readSettings();
  const database = await openDatabase(settings);
  const program = openProgram({
    settings,
    url: database.url,
    name: 'cunservicios-cli',
    logError: (error) => console.error(error),
  });
  const { services } = program;
  const first = await ensureFirstTenant({ ...settings, DEMO: false }, services);
  if (first?.password)
    process.stderr.write(
      `Primer administrador: ${first.email}, contraseña ${first.password} (no se vuelve a mostrar)\n`,
    );
  let jobs: Awaited<ReturnType<typeof startJobs>> | undefined;
  const callerOf = async (tenant_id: string) =>
    createCaller({
      services,
      tenant: await findTenant(services, tenant_id),
      user: OPERATOR,
      ip: 'consola',
      request_id: `cli-${process.pid}`,
      answer: {},
    });
  const follower = async (tenant_id: string): Promise<Follow> => {
    jobs ??= await startJobs({
      services,
      adminUrl: database.adminUrl,
      dataDir: settings.DATA_DIR,
      smtpUrl: settings.SMTP_URL,
    });
    const caller = await callerOf(tenant_id);
    return async ({ id }) => {
      for (;;) {
        const run = await caller.ejecuciones.get({ ejecucion_id: id });
        progress(run);
        if (run.estado === 'terminada') return;
        if (run.estado === 'fallida') throw new Error(run.error ?? `La ejecución ${id} falló.`);
        await new Promise((done) => setTimeout(done, 25));
      }
    };
  };
  try {
    await work({ settings, services, adminUrl: database.adminUrl, callerOf, follower });
  } finally {
    await jobs?.stop();
    await program.close();
    await database.stop();
  }
}
