// What every measurement starts from: a PostgreSQL of its own, durable as in production, migrated and thrown away
// after; a large utility written straight by SQL; and the services of the program over it.
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { systemClock } from '@cunservicios/api/core/clock';
import type { Services } from '@cunservicios/api/core/context';
import { createPasswords } from '@cunservicios/api/core/passwords';
import { createTokens } from '@cunservicios/api/core/tokens';
import { startEmbedded } from '@cunservicios/db/embedded';
import { migrate } from '@cunservicios/db/migrate';
import { createPool } from '@cunservicios/db/pool';
import { openTenants } from '@cunservicios/db/tenant';
import pg from 'pg';

// As the server does (apps/server/src/main.ts).
setFlagsFromString('--no-allocation-site-pretenuring');

export const TENANT = 'medida';
const SECRET = 'a secret of the measurements, long enough to sign';

export async function open() {
  const dir = mkdtempSync(join(tmpdir(), 'cunservicios-bench-'));
  const server = await startEmbedded({ dir });
  await migrate(server.adminUrl);
  const owner = new pg.Client({ connectionString: server.adminUrl });
  await owner.connect();
  const pool = createPool({ url: server.adminUrl, statementTimeout: 600_000 });
  const clock = systemClock;
  const services: Services = {
    tenants: openTenants(pool),
    clock,
    passwords: createPasswords(),
    tokens: createTokens({ secret: SECRET, minutes: 600, refreshDays: 1, clock }),
    defaultTenant: TENANT,
    publicUrl: 'http://localhost',
    logError: (error) => console.error(error),
  };
  console.log(`${cpus().length} × ${cpus()[0]?.model}, load ${loadavg()[0]?.toFixed(2)}, Node ${process.version}`);
  return {
    dir,
    url: server.adminUrl,
    owner,
    services,
    secret: SECRET,
    close: async () => {
      await owner.end();
      await pool.end();
      await server.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

export type Entorno = Awaited<ReturnType<typeof open>>;

/** A tenant with one cycle of `cuentas` accounts with their meters, an initial reading and one a month later. */
export async function fillUtility({ owner }: Entorno, cuentas: number) {
  await owner.query(`insert into tenants (id, nombre, altitud_msnm) values ('${TENANT}', 'Medida', 2120)`);
  await owner.query(`
    insert into users (tenant_id, email, password_hash, roles) values ('${TENANT}', 'medida@ejemplo.co', '-', '{admin}');
    insert into ciclos (tenant_id, codigo, nombre, periodicidad) values ('${TENANT}', '1', 'Ciclo 1', 'mensual');
    insert into clientes (tenant_id, numero_cuenta, nombre, direccion, uso, estrato, ciclo_id)
      select '${TENANT}', 'C-' || lpad(n::text, 8, '0'), 'Cliente ' || n, 'Calle ' || n, case when n % 20 = 0 then 'comercial' else 'residencial' end,
        case when n % 20 = 0 then null else 1 + n % 6 end, (select id from ciclos)
      from generate_series(1, ${cuentas}) n;
    insert into medidores (tenant_id, cliente_id, serial) select tenant_id, id, 'M-' || substr(numero_cuenta, 3) from clientes;
    insert into lecturas (tenant_id, medidor_id, fecha_lectura, lectura_m3, tipo)
      select tenant_id, id, '2026-01-01', (id * 37) % 5000, 'inicial' from medidores;
    insert into tarifas (tenant_id, vigente_desde, fuente, servicios, factores) values ('${TENANT}', '2026-01-01', 'Medida',
      '{"acueducto": {"cargo_fijo": "4276.37", "consumo": "1322.96"}, "alcantarillado": {"cargo_fijo": "1964.59", "consumo": "923.48"}}',
      '{"residencial": {"1": "-0.30", "2": "-0.20", "3": "0", "4": "0", "5": "0.50", "6": "0.60"}, "comercial": "0.50", "industrial": "0.30", "oficial": "0", "especial": "0"}');
    analyze`);
}

/** A reading of every meter at the end of a month, 5 to 35 m³ after the one before. */
export async function readMonth({ owner }: Entorno, fecha: string) {
  await owner.query(`
    insert into lecturas (tenant_id, medidor_id, fecha_lectura, lectura_m3, tipo)
    select m.tenant_id, m.id, '${fecha}', l.lectura_m3 + 5 + (m.id * 7 + extract(month from date '${fecha}')::int * 11) % 31, 'real'
    from medidores m, lateral (
      select lectura_m3 from lecturas l where l.tenant_id = m.tenant_id and l.medidor_id = m.id order by fecha_lectura desc limit 1) l`);
  await owner.query('analyze lecturas');
}

export async function seconds(work: () => Promise<unknown>) {
  const begin = performance.now();
  await work();
  return (performance.now() - begin) / 1000;
}

export const median = (values: number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** The largest resident memory of this process while `work` ran, in MB. */
export async function peakMemory<T>(work: () => Promise<T>) {
  let peak = process.memoryUsage().rss;
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 20);
  try {
    return { result: await work(), megabytes: Math.round(peak / 2 ** 20) };
  } finally {
    clearInterval(watch);
  }
}

export const line = (what: string, values: Record<string, string | number>) =>
  console.log(
    `${what.padEnd(44)} ${Object.entries(values)
      .map(([name, value]) => `${name} ${typeof value === 'number' ? Number(value.toPrecision(4)) : value}`)
      .join('   ')}`,
  );
