// 200 kills (-9) of the server and 50 of PostgreSQL during a storm of payments. SERVIDOR=200 POSTGRES=50 SEMILLA=…
// (printed). Target of the issue: of the acknowledged payments 0 lost, 0 doubled, and verify clean.
import { simulacro } from '../src/testing/tormenta/simulacro.ts';

const {
  SERVIDOR = '200',
  POSTGRES = '50',
  CUENTAS = '100',
  CAJEROS = '12',
  SEMILLA = String(Date.now() % 2 ** 31),
} = process.env;
console.log(`SEMILLA=${SEMILLA}`);
const begin = performance.now();
const { muertes, reconocidos, pagos, perdidos, dobles, hallazgos, otras, caidas } = await simulacro({
  cuentas: Number(CUENTAS),
  cajeros: Number(CAJEROS),
  muertes: { servidor: Number(SERVIDOR), postgres: Number(POSTGRES) },
  seed: Number(SEMILLA),
  log: (text) => console.log(`  ${text}`),
});
console.log(
  `muertes              ${muertes.servidor} del servidor, ${muertes.postgres} de PostgreSQL; el servidor cayó con él ${caidas} veces`,
);
console.log(
  `pagos reconocidos    ${reconocidos.size}, en libros ${pagos}; perdidos ${perdidos.length}, dobles ${dobles.length}`,
);
console.log(`otras respuestas     ${JSON.stringify(otras)} (0: conexión perdida), todas repetidas con su clave`);
console.log(`verify               ${hallazgos.length === 0 ? 'sin hallazgos' : JSON.stringify(hallazgos.slice(0, 5))}`);
console.log(`${((performance.now() - begin) / 1000).toFixed(0)} s`);
process.exitCode = perdidos.length + dobles.length + hallazgos.length > 0 || pagos !== reconocidos.size ? 1 : 0;
