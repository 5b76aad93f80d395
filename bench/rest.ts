// REST against raw node:http + pg with the same SQL: bill by number, first 20 customers. Each is a process of its own;
// the load takes turns between them, so that the noise of the machine falls on both. Target: 0.8 of the raw rate.
import { type ChildProcess, execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { selectClientes } from '@cunservicios/api/clientes/clientes.queries';
import { selectFactura } from '@cunservicios/api/facturas/facturas.queries';
import { openTenants } from '@cunservicios/db/tenant';
import { TENANT, fillUtility, line, median, open } from './entorno.ts';

const BILLS = 20_000;
const CALLERS = 16;
const SECONDS = Number(process.env['SEGUNDOS'] ?? 3);
const ROUNDS = Number(process.env['RONDAS'] ?? 5);

const entorno = await open();
const { owner, services } = entorno;
await fillUtility(entorno, BILLS);
await owner.query(`
  insert into facturas (tenant_id, numero_factura, cliente_id, fecha_emision, fecha_vencimiento, valor_total, saldo, conceptos)
  select tenant_id, 'F-' || id, id, '2026-02-01', '2026-02-16', 60, 60, (
    select jsonb_agg(jsonb_build_object('servicio', 'acueducto', 'codigo', 'consumo_basico', 'concepto', 'Consumo básico de acueducto',
      'cantidad', '11', 'valor_unitario', '1322.96', 'formula', '11 m³ × $ 1.322,96 = $ 14.552,56 → $ 14.553', 'norma', 'CRA 750/2016', 'valor', 10))
    from generate_series(1, 6)) from clientes;
  analyze`);

/** The statement that a query function sends, with its values. */
async function recorded(run: (t: ReturnType<typeof services.tenants.reads>) => Promise<unknown>) {
  let seen = { name: '', text: '', values: [] as unknown[] };
  const client = {
    query: async (query: typeof seen) => {
      if (!query.text.includes('set_config')) seen = query;
      return { rows: [], rowCount: 0, command: 'SELECT' };
    },
    release: () => {},
  };
  await run(openTenants({ connect: async () => client } as never).reads(TENANT));
  return seen;
}
const factura = await recorded((t) => selectFactura(t, 'NUMERO'));
const clientes = await recorded((t) => selectClientes(t, { words: [], limit: 20, skip: 0 }));

async function start(script: string, env: Record<string, string>) {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const child = fork(path, [], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  return child;
}
const crudo = await start('./servidor-crudo.ts', {
  CRUDO: JSON.stringify({ url: entorno.url, tenant: TENANT, factura, clientes }),
});
const [crudoPort] = (await once(crudo, 'message')) as [number];
const PORT = 18_000 + (process.pid % 1_000);
const nuestro = await start('../apps/server/src/main.ts', {
  DATABASE_URL: entorno.url,
  DATA_DIR: join(entorno.dir, 'servidor'),
  PORT: String(PORT),
  DEMO: 'false',
  RATE_LIMIT: 'off',
  SECRET_KEY: entorno.secret,
  DEFAULT_TENANT_ID: TENANT,
  LOG_LEVEL: 'error',
  ENVIRONMENT: 'test',
});
for (
  let tries = 0;
  !(await fetch(`http://127.0.0.1:${PORT}/readyz`).then(
    (r) => r.ok,
    () => false,
  ));
  tries++
) {
  if (tries > 200) throw new Error('The server did not start.');
  await new Promise((done) => setTimeout(done, 100));
}
const { token } = await services.tokens.issue({ id: 1, tenant: TENANT, roles: ['admin'], ver: 1 });
const headers = { authorization: `Bearer ${token}`, 'x-tenant-id': TENANT };

/** CPU seconds a process has used, all its threads. */
function cpuOf({ pid }: ChildProcess) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

async function load(port: number, child: ChildProcess, path: () => string) {
  const agent = new Agent({ keepAlive: true, maxSockets: CALLERS });
  const until = performance.now() + SECONDS * 1000;
  const before = cpuOf(child);
  let done = 0;
  const one = () =>
    new Promise<void>((ok, fail) => {
      get({ port, host: '127.0.0.1', path: path(), agent, headers }, (response) => {
        if (response.statusCode !== 200) fail(new Error(`${path()}: ${response.statusCode}`));
        response.on('data', () => {}).on('end', ok);
      }).on('error', fail);
    });
  await Promise.all(
    Array.from({ length: CALLERS }, async () => {
      while (performance.now() < until) {
        await one();
        done++;
      }
    }),
  );
  agent.destroy();
  return { rate: done / SECONDS, cpu: ((cpuOf(child) - before) / done) * 1e6 };
}

let n = 0;
const paths = {
  'bill by number': () => `/api/facturas/F-${1 + ((n++ * 7919) % BILLS)}`,
  '20 customers': () => '/api/clientes?limit=20',
};
for (const [what, path] of Object.entries(paths)) {
  await load(crudoPort, crudo, path);
  await load(PORT, nuestro, path); // warm
  const rounds: { ours: Awaited<ReturnType<typeof load>>; raw: Awaited<ReturnType<typeof load>> }[] = [];
  for (let round = 0; round < ROUNDS; round++)
    rounds.push({ raw: await load(crudoPort, crudo, path), ours: await load(PORT, nuestro, path) });
  const ratios = rounds.map(({ ours, raw }) => ours.rate / raw.rate);
  line(`REST ${what}`, {
    'ours/s': median(rounds.map(({ ours }) => ours.rate)),
    'raw/s': median(rounds.map(({ raw }) => raw.rate)),
    ratio: median(ratios),
    spread: `${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)}`,
    'CPU µs ours': median(rounds.map(({ ours }) => ours.cpu)),
    raw: median(rounds.map(({ raw }) => raw.cpu)),
  });
}
pgbench();

/** The database alone, with the same prepared statement, when pgbench is on this machine. */
function pgbench() {
  const pgbenchPath = ['/usr/bin/pgbench', ...[15, 16, 17, 18].map((v) => `/usr/lib/postgresql/${v}/bin/pgbench`)].find(
    (path) => existsSync(path),
  );
  if (!pgbenchPath) return console.log('pgbench is not installed: the database alone was not measured.');
  const script = join(entorno.dir, 'factura.sql');
  const text = factura.text.replace(/\$(\d+)/g, (_, i: string) =>
    factura.values[Number(i) - 1] === 'NUMERO' ? `'F-' || :n` : `'${TENANT}'`,
  );
  writeFileSync(script, `\\set n random(1, ${BILLS})\n${text};\n`);
  const out = execFileSync(
    pgbenchPath,
    ['-n', '-M', 'prepared', '-c', '16', '-j', '1', '-T', String(SECONDS), '-f', script, entorno.url],
    {
      encoding: 'utf8',
      env: { ...process.env, PGOPTIONS: `-c role=cunservicios_app -c app.tenant=${TENANT}` },
    },
  );
  return line('pgbench, bill by number, prepared', { tps: Number(/tps = ([\d.]+)/.exec(out)?.[1]) });
}
crudo.kill();
nuestro.kill('SIGTERM');
await once(nuestro, 'exit');
await entorno.close();
