import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cuotasDeConvenio, devolverAFacturas } from './convenio.ts';
import { interesMora } from './mora.ts';

const base = {
  capital: 100_000,
  cuotas: 3,
  tasa_anual: '0',
  fecha: '2026-07-01',
  primera_cuota: '2026-07-31',
  cada_meses: 1,
};
const code = expect.objectContaining({ code: 'convenio_invalido' });

describe('cuotasDeConvenio', () => {
  it('are equal and the last one takes the rest, on the last day of shorter months', () => {
    expect(cuotasDeConvenio(base)).toEqual([
      { cuota: 1, vence: '2026-07-31', capital: 33_333, interes: 0 },
      { cuota: 2, vence: '2026-08-31', capital: 33_333, interes: 0 },
      { cuota: 3, vence: '2026-09-30', capital: 33_334, interes: 0 },
    ]);
  });

  it('bear simple interest on what is not due yet', () => {
    // 100,000 × 0.06 × 30 / 365 = 493.15; 66,667 × 0.06 × 31 / 365 = 339.73; 33,334 × 0.06 × 30 / 365 = 164.39
    expect(cuotasDeConvenio({ ...base, tasa_anual: '0.06' }).map(({ interes }) => interes)).toEqual([493, 340, 164]);
  });

  it('refuse more instalments than pesos, and a first one before the signing', () => {
    expect(() => cuotasDeConvenio({ ...base, capital: 2 })).toThrow(code);
    expect(() => cuotasDeConvenio({ ...base, primera_cuota: '2026-06-30' })).toThrow(code);
  });

  it('add up to the debt, never go back in time, and bear no more than the whole debt would', () => {
    const capital = fc.integer({ min: 60, max: 1e10 });
    fc.assert(
      fc.property(capital, fc.integer({ min: 1, max: 60 }), fc.constantFrom(1, 2), (debe, cuotas, cada_meses) => {
        const lista = cuotasDeConvenio({ ...base, capital: debe, cuotas, cada_meses, tasa_anual: '0.06' });
        expect(lista.reduce((sum, una) => sum + una.capital, 0)).toBe(debe);
        expect(lista.every((una, i) => una.capital > 0 && (i === 0 || una.vence > lista[i - 1]!.vence))).toBe(true);
        const dias = (Date.parse(lista.at(-1)!.vence) - Date.parse(base.fecha)) / 86_400_000;
        const intereses = lista.reduce((sum, una) => sum + una.interes, 0);
        expect(intereses).toBeLessThanOrEqual(interesMora(debe, dias, '0.06') + cuotas);
      }),
    );
  });
});

describe('devolverAFacturas', () => {
  const cubiertas = [
    { factura_id: 1, valor: 100 },
    { factura_id: 2, valor: 50 },
    { factura_id: 3, valor: 70 },
  ];
  it.each([
    [0, [1, 100, 2, 50, 3, 70]],
    [99, [1, 1, 2, 50, 3, 70]],
    [100, [2, 50, 3, 70]],
    [140, [2, 10, 3, 70]],
    [220, []],
  ])('after %i billed gives back %j', (facturado, esperado) => {
    expect(devolverAFacturas(cubiertas, facturado).flatMap(({ factura_id, valor }) => [factura_id, valor])).toEqual(
      esperado,
    );
  });
  it('refuses what was never billed', () => {
    for (const facturado of [-1, 221]) expect(() => devolverAFacturas(cubiertas, facturado)).toThrow(code);
  });
  it('loses no peso', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1e9 })), fc.nat(), (valores, azar) => {
        const total = valores.reduce((sum, valor) => sum + valor, 0);
        const facturado = azar % (total + 1);
        const vuelve = devolverAFacturas(
          valores.map((valor, i) => ({ factura_id: i, valor })),
          facturado,
        );
        expect(vuelve.reduce((sum, { valor }) => sum + valor, 0)).toBe(total - facturado);
      }),
    );
  });
});
