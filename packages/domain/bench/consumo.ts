// µs per account of both passes of a run: node packages/domain/bench/consumo.ts
import { estadoInicial, medir } from '../src/consumo/medir.ts';
import { claveGrupo, sumarAlGrupo } from '../src/consumo/promedio.ts';
import type { Promedio } from '../src/consumo/promedio.ts';
import { resolver } from '../src/consumo/resolver.ts';

const cuentas = Array.from({ length: 1000 }, (_, i) => ({
  estrato: (i % 6) + 1,
  estado: { ...estadoInicial(1000 + i), historia: [8, 9, 10, 11, 12, 13].slice(i % 7) },
  lectura: i % 20 === 0 ? null : { dial: 1000 + i + (i % 23) },
}));
const reglas = { politica: 'retener', meses: 1, fecha: '2016-05-01' } as const;

function periodo(): number {
  const grupos = new Map<string, Promedio>();
  const mediciones = cuentas.map(({ estado, lectura, estrato }) => {
    const medicion = medir(estado, lectura);
    sumarAlGrupo(grupos, claveGrupo('residencial', estrato), medicion);
    return medicion;
  });
  let m3 = 0;
  for (const [i, { estado, estrato }] of cuentas.entries()) {
    const medicion = mediciones[i];
    if (medicion === undefined) continue;
    m3 += resolver(estado, medicion, grupos.get(claveGrupo('residencial', estrato)) ?? null, reglas).m3;
  }
  return m3;
}

const tiempos = Array.from({ length: 7 }, () => {
  const inicio = performance.now();
  for (let vuelta = 0; vuelta < 50; vuelta += 1) periodo();
  return performance.now() - inicio;
});
console.log(`measure and resolve: ${((Math.min(...tiempos) * 1000) / (50 * cuentas.length)).toFixed(2)} µs`);
