// Import of readings against COPY into the same table with the same indexes, constraints and triggers.
// FILAS=100000 (default). Target: at least 0.4 of COPY, memory flat under 250 MB.
import { join } from 'node:path';
import { createReadStream } from 'node:fs';
import { findTenant } from '@cunservicios/api/core/identity';
import { createCaller } from '@cunservicios/api/router';
import { ejecutar } from '@cunservicios/api/ejecuciones/ejecutar';
import { TENANT, fillUtility, line, median, open, peakMemory, seconds } from './entorno.ts';

const FILAS = Number(process.env['FILAS'] ?? 100_000);
const ROUNDS = Number(process.env['RONDAS'] ?? 3);
const entorno = await open();
const { owner, services } = entorno;
await fillUtility(entorno, Math.min(FILAS, 100_000));
const tenant = await findTenant(services, TENANT);
const meters = Math.min(FILAS, 100_000);
const user = { id: 1, email: '', nombre: '', roles: ['admin' as const], token_version: 1 };
const caller = createCaller({ services, tenant, user, ip: '', request_id: 'bench', answer: {} });

/** A file of FILAS readings, another year each round; PostgreSQL writes it, so that this process stays small. */
async function file(round: number) {
  const path = join(entorno.dir, `lecturas-${round}.csv`);
  await owner.query(`copy (
    select 'M-' || lpad((1 + i % ${meters})::text, 8, '0') as medidor, date '${2000 + round}-01-01' + i / ${meters} as fecha_lectura,
      (100 + i) || '.250' as lectura_m3, 'real' as tipo from generate_series(0, ${FILAS - 1}) i) to '${path}' csv header`);
  return path;
}

const ours: number[] = [];
const copies: number[] = [];
let megabytes = 0;
for (let round = 0; round < ROUNDS; round++) {
  const path = await file(round);
  const measured = await peakMemory(() =>
    seconds(async () => {
      const started = await caller.lecturas.importar({ archivo: createReadStream(path) });
      if (started.estado !== 'terminada') await ejecutar(services, tenant, started.ejecucion_id, { final: true });
      const { resultado } = await caller.ejecuciones.get({ ejecucion_id: started.ejecucion_id });
      if (resultado['creadas'] !== FILAS) throw new Error(JSON.stringify(resultado));
    }),
  );
  ours.push(measured.result);
  megabytes = Math.max(megabytes, measured.megabytes);
  // The same rows, written by COPY from the server's own disk, and left out again.
  const out = join(entorno.dir, `copia-${round}`);
  const columns = 'tenant_id, medidor_id, fecha_lectura, lectura_m3, tipo, causal, user_id';
  await owner.query(
    `copy (select ${columns} from lecturas where fecha_lectura >= '${2000 + round}-01-01' and fecha_lectura < '${2001 + round}-01-01' order by id) to '${out}'`,
  );
  await owner.query(
    `begin; set local session_replication_role = replica; delete from lecturas where fecha_lectura >= '${2000 + round}-01-01' and fecha_lectura < '${2001 + round}-01-01'; commit`,
  );
  copies.push(await seconds(() => owner.query(`copy lecturas (${columns}) from '${out}'`)));
}
line(`import ${FILAS} readings`, {
  s: median(ours),
  'COPY s': median(copies),
  'COPY/import': median(copies) / median(ours),
  'rows/s': FILAS / median(ours),
  MB: megabytes,
});
await entorno.close();
