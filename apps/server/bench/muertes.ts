// kill -9 at random moments of billing runs and issues over a large utility, and their books against an undisturbed
// run's. CUENTAS=20000 MUERTES=100 SEMILLA=… (printed). Target of the issue: byte-equal, and verify clean.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '@cunservicios/db/embedded';
import { migrate } from '@cunservicios/db/migrate';
import { drill } from '../src/testing/muertes/drill.ts';

const { CUENTAS = '20000', MUERTES = '100', POR_MES = '25', SEMILLA = String(Date.now() % 2 ** 31) } = process.env;
const dir = mkdtempSync(join(tmpdir(), 'cunservicios-muertes-'));
const server = await startEmbedded({ dir });
await migrate(server.adminUrl);
console.log(`${CUENTAS} cuentas, ${MUERTES} muertes, SEMILLA=${SEMILLA}`);
const begin = performance.now();
const { meses, muertes, tablas, hallazgos } = await drill({
  url: server.adminUrl,
  cuentas: Number(CUENTAS),
  muertes: Number(MUERTES),
  porMes: Number(POR_MES),
  seed: Number(SEMILLA),
  log: (text) => console.log(`  ${text}`),
});
for (const [fase, { total, en_transaccion }] of Object.entries(muertes))
  console.log(`${fase.padEnd(20)} ${String(total).padStart(7)} muertes, ${en_transaccion} con una transacción abierta`);
for (const { tabla, filas, sha256, iguales } of tablas)
  console.log(
    `${tabla.padEnd(20)} ${String(filas).padStart(7)} filas  ${sha256.slice(0, 16)}  ${iguales ? 'iguales' : 'DISTINTAS'}`,
  );
console.log(`verify, ambas bases: ${hallazgos.length === 0 ? 'sin hallazgos' : JSON.stringify(hallazgos.slice(0, 5))}`);
console.log(`${meses} meses facturados, ${((performance.now() - begin) / 1000).toFixed(0)} s`);
await server.stop();
rmSync(dir, { recursive: true, force: true });
process.exitCode = hallazgos.length > 0 || tablas.some(({ iguales }) => !iguales) ? 1 : 0;
