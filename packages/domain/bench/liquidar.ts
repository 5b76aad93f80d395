// µs per bill of 8 lines and more: node packages/domain/bench/liquidar.ts
import marinilla from '../../../examples/marinilla/tarifas.json' with { type: 'json' };
import { prepararTarifa } from '../src/tarifa/corrida.ts';
import { liquidar } from '../src/tarifa/liquidar.ts';

const { altitud_msnm, versiones } = marinilla;
const [version] = versiones;
if (version === undefined) throw new Error('tarifas.json has no version');
const tarifa = prepararTarifa(version, { altitud_msnm, meses: 1, fecha: '2016-05-01' });
const servicios = ['acueducto', 'alcantarillado'];
const cuentas = Array.from({ length: 1000 }, (_, i) => ({
  uso: 'residencial' as const,
  estrato: (i % 2) + 1,
  servicios,
  consumo_m3: 5 + (i % 12),
}));
const factores = { acueducto: '-0.30', alcantarillado: '-0.30' };

function medir(nombre: string, cada: (cuenta: (typeof cuentas)[number]) => number): void {
  let lineas = 0;
  const mejor = Math.min(
    ...Array.from({ length: 7 }, () => {
      const inicio = performance.now();
      for (let vuelta = 0; vuelta < 50; vuelta += 1) for (const cuenta of cuentas) lineas += cada(cuenta);
      return performance.now() - inicio;
    }),
  );
  const por_factura = ((mejor * 1000) / (50 * cuentas.length)).toFixed(2);
  console.log(`${nombre}: ${por_factura} µs, ${(lineas / (7 * 50 * cuentas.length)).toFixed(1)} lines`);
}

medir('prepared, numbers only', (c) => tarifa.calcular(c).length);
medir('prepared, with texts', (c) => tarifa.liquidar(c).lineas.length);
medir(
  'liquidar, one by one',
  (c) => liquidar({ ...c, altitud_msnm, meses: 1, tarifas: version.servicios, factores }).lineas.length,
);
