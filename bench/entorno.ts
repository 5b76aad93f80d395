// What every measurement starts from: a PostgreSQL of its own, durable as in production, migrated and thrown away
// after; a large utility written straight by SQL; and the services of the program over it.
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { systemClock } from '@cunservicios/api/core/clock';
import type { Services } from '@cunservicios/api/core/context';
import { createCofre } from '@cunservicios/api/core/cofre';
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
    cofre: createCofre(SECRET),
    pasarelas: { direcciones: {}, espera: 1_000 },
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

/** What kind of account number n is, as SQL expressions. */
type Mezcla = { uso: string; estrato: string; servicios: string };

const VARIADA: Mezcla = {
  uso: `case when n % 20 = 0 then 'comercial' else 'residencial' end`,
  estrato: 'case when n % 20 = 0 then null else 1 + n % 6 end',
  servicios: `'{acueducto,alcantarillado}'`,
};

/**
 * Bills of 4 to 8 lines, 6 in the mean: subsidised homes with acueducto alone (4 to 6), homes of estrato 4 with both
 * services (4 to 8), and one shop in ten (8).
 */
export const CUATRO_A_OCHO: Mezcla = {
  uso: `case when n % 10 = 0 then 'comercial' else 'residencial' end`,
  estrato: 'case when n % 10 = 0 then null when n % 2 = 0 then 4 else 1 + n % 3 end',
  servicios: `case when n % 2 = 0 then '{acueducto,alcantarillado}' else '{acueducto}' end::text[]`,
};

/** A tenant with one cycle of `cuentas` accounts with their meters, an initial reading and one a month later. */
export async function fillUtility({ owner }: Entorno, cuentas: number, { tenant = TENANT, mezcla = VARIADA } = {}) {
  const suyo = `tenant_id = '${tenant}'`;
  await owner.query(`insert into tenants (id, nombre, altitud_msnm) values ('${tenant}', 'Medida', 2120)`);
  await owner.query(`
    insert into users (tenant_id, email, password_hash, roles) values ('${tenant}', 'medida@ejemplo.co', '-', '{admin}');
    insert into ciclos (tenant_id, codigo, nombre, periodicidad) values ('${tenant}', '1', 'Ciclo 1', 'mensual');
    insert into clientes (tenant_id, numero_cuenta, nombre, direccion, uso, estrato, servicios, ciclo_id)
      select '${tenant}', 'C-' || lpad(n::text, 8, '0'), 'Cliente ' || n, 'Calle ' || n, ${mezcla.uso}, ${mezcla.estrato}, ${mezcla.servicios},
        (select id from ciclos where ${suyo})
      from generate_series(1, ${cuentas}) n;
    insert into medidores (tenant_id, cliente_id, serial) select tenant_id, id, 'M-' || substr(numero_cuenta, 3) from clientes where ${suyo};
    insert into lecturas (tenant_id, medidor_id, fecha_lectura, lectura_m3, tipo)
      select tenant_id, id, '2026-01-01', (id * 37) % 5000, 'inicial' from medidores where ${suyo};
    insert into tarifas (tenant_id, vigente_desde, fuente, servicios, factores) values ('${tenant}', '2026-01-01', 'Medida',
      '{"acueducto": {"cargo_fijo": "4276.37", "consumo": "1322.96"}, "alcantarillado": {"cargo_fijo": "1964.59", "consumo": "923.48"}}',
      '{"residencial": {"1": "-0.30", "2": "-0.20", "3": "-0.10", "4": "0", "5": "0.50", "6": "0.60"}, "comercial": "0.50", "industrial": "0.30", "oficial": "0", "especial": "0"}');
    analyze`);
}

/** A reading of every meter at the end of a month, 5 to 35 m³ after the one before. */
export async function readMonth({ owner }: Entorno, fecha: string, tenant = TENANT) {
  await owner.query(`
    insert into lecturas (tenant_id, medidor_id, fecha_lectura, lectura_m3, tipo)
    select tenant_id, medidor_id, '${fecha}', max(lectura_m3) + 5 + (medidor_id * 7 + extract(month from date '${fecha}')::int * 11) % 31, 'real'
    from lecturas where tenant_id = '${tenant}' group by tenant_id, medidor_id order by medidor_id`);
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
