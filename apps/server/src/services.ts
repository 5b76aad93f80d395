// The services of the program, made once from the settings; the server, the jobs and the command line use them.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { type Clock, systemClock } from '@cunservicios/api/core/clock';
import { createCofre } from '@cunservicios/api/core/cofre';
import type { Services } from '@cunservicios/api/core/context';
import { createPasswords } from '@cunservicios/api/core/passwords';
import { createTokens } from '@cunservicios/api/core/tokens';
import { createPool } from '@cunservicios/db/pool';
import { openTenants } from '@cunservicios/db/tenant';
import { WOMPI } from '@cunservicios/domain/recaudo/pasarela';
import type { Settings } from './env.ts';

export type LogError = Services['logError'];

export type Program = {
  services: Services;
  /** Rejects while the database does not answer. */
  ready: () => Promise<void>;
  /** Lets go of every connection. */
  close: () => Promise<void>;
};

type Options = {
  settings: Settings;
  /** Where the data is: DATABASE_URL, or the embedded PostgreSQL. */
  url: string;
  logError: LogError;
  clock?: Clock;
  /** Shown in pg_stat_activity. */
  name?: string;
};

/** Opens the pool and makes the services over it. */
export function openProgram({ settings, url, logError, clock = systemClock, name = 'cunservicios' }: Options): Program {
  const sessionSettings = settings.DATABASE_POOLER !== 'transaction';
  const pool = createPool({ url, max: settings.DATABASE_POOL_SIZE, sessionSettings, name });
  const secret = settings.SECRET_KEY ?? keptSecret(settings.DATA_DIR);
  const services: Services = {
    tenants: openTenants(pool, { sessionSettings }),
    clock,
    passwords: createPasswords(),
    tokens: createTokens({
      secret,
      minutes: settings.ACCESS_TOKEN_EXPIRE_MINUTES,
      refreshDays: settings.REFRESH_TOKEN_EXPIRE_DAYS,
      clock,
    }),
    cofre: createCofre(secret),
    pasarelas: { direcciones: pasarelasDe(settings), espera: 8_000 },
    defaultTenant: settings.DEFAULT_TENANT_ID,
    publicUrl: settings.PUBLIC_URL,
    logError,
  };
  return { services, ready: () => answersWithin(2_000, pool.query('select')), close: () => pool.end() };
}

/** The gateway's own hosts, and the stand-in where the server was started with one. */
const pasarelasDe = ({ PASARELA_SIMULADOR_URL: url }: Settings) => ({
  ...WOMPI,
  ...(url !== undefined && { simulador: { api: `${url}/v1`, pago: `${url}/p/` } }),
});

async function answersWithin(ms: number, query: Promise<unknown>) {
  query.catch(() => {}); // when it fails after the time is over
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`The database did not answer within ${ms} ms.`)), ms);
  });
  await Promise.race([query, late]).finally(() => clearTimeout(timer));
}

/** The secret of a development machine: made once, so that sessions outlive a restart. */
function keptSecret(dataDir: string) {
  const file = join(dataDir, 'secret.key');
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    const secret = randomBytes(32).toString('hex');
    try {
      writeFileSync(file, secret, { mode: 0o600, flag: 'wx' });
      return secret;
    } catch {
      return readFileSync(file, 'utf8').trim(); // another process made it just now
    }
  }
}
