import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { componentes, opuesto, repartir, sumarComponentes } from './componentes.ts';

const SERVICIOS = ['acueducto', 'alcantarillado'];
const cobrado = componentes([
  { servicio: 'aseo', codigo: 'aseo', valor: 50 },
  { servicio: 'alcantarillado', codigo: 'cargo_fijo', valor: 40 },
  { servicio: 'acueducto', codigo: 'consumo', valor: 100 },
  { servicio: 'acueducto', codigo: 'subsidio', valor: -30 },
  { servicio: 'mora', codigo: 'interes_mora', valor: 7 },
  { servicio: 'convenio', codigo: 'interes_convenio', valor: 3 },
]);
const total = (partes: Record<string, number>) => Object.values(partes).reduce((a, b) => a + b, 0);

describe('repartir', () => {
  it('pays interest first, then the services in the order of the utility, then the others', () => {
    expect(cobrado).toEqual({ aseo: 50, alcantarillado: 40, acueducto: 70, intereses: 10 });
    expect(repartir(cobrado, {}, 6, SERVICIOS)).toEqual({ intereses: 6 });
    expect(repartir(cobrado, { intereses: 6 }, 100, SERVICIOS)).toEqual({
      intereses: 4,
      acueducto: 70,
      alcantarillado: 26,
    });
    expect(repartir(cobrado, {}, 170, SERVICIOS)).toEqual({
      intereses: 10,
      acueducto: 70,
      alcantarillado: 40,
      aseo: 50,
    });
    expect(repartir(cobrado, {}, 20, ['aseo'])).toEqual({ intereses: 10, aseo: 10 });
  });

  it('moves what a note between two payments has to move', () => {
    const antes = repartir(cobrado, {}, 80, SERVICIOS); // 10 interest, 70 acueducto
    const conNota = componentes([
      ...Object.entries(cobrado).map(([servicio, valor]) => ({
        servicio,
        codigo: servicio === 'intereses' ? 'interes_mora' : '',
        valor,
      })),
      { servicio: 'acueducto', codigo: 'consumo', valor: -30 },
    ]);
    expect(repartir(conNota, antes, 20, SERVICIOS)).toEqual({ acueducto: -30, alcantarillado: 40, aseo: 10 });
  });

  const partes = fc.dictionary(
    fc.constantFrom('intereses', 'acueducto', 'alcantarillado', 'aseo'),
    fc.integer({ min: -50, max: 500 }),
  );
  it('adds up to the pesos given, whatever came before, and taking them back leaves what was', () => {
    fc.assert(
      fc.property(partes, fc.array(fc.integer({ min: -300, max: 300 }), { maxLength: 5 }), (debe, pagos) => {
        let antes: Record<string, number> = {};
        for (const valor of pagos) {
          const detalle = repartir(debe, antes, valor, SERVICIOS);
          expect(total(detalle)).toBe(valor);
          const despues = sumarComponentes(antes, detalle);
          expect(total(sumarComponentes(despues, opuesto(detalle)))).toBe(total(antes));
          antes = despues;
        }
        // In two parts or in one it stands the same.
        const juntos = repartir(debe, {}, total(antes), SERVICIOS);
        const sinCeros = (x: Record<string, number>) =>
          Object.fromEntries(Object.entries(x).filter(([, v]) => v !== 0));
        expect(sinCeros(antes)).toEqual(sinCeros(pagos.length > 0 ? juntos : {}));
      }),
      { numRuns: 2_000 },
    );
  });
});
