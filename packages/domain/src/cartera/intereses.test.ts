import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import oraculo from '../../test-data/consumo-y-mora.json' with { type: 'json' };
import { addDays } from '../calendario/fechas.ts';
import { exigirTasaPermitida, explicarInteres, interesesDeCuenta, principalEnMora } from './intereses.ts';
import { interesMora } from './mora.ts';

const una = (facts: object) => ({
  numero: 'F-1',
  vencimiento: '2026-01-15',
  principal: 100_000,
  desde: null,
  ...facts,
});
const residencial = (corte: string) => ({ corte, residencial: true, tasas: [] });
const code = (code: string) => expect.objectContaining({ code });

describe('interesesDeCuenta', () => {
  it.each(oraculo.mora)('$saldo for $dias days is $interes (dominio 2.7)', ({ saldo, dias, interes }) => {
    const { lineas, total } = interesesDeCuenta([una({ principal: saldo })], residencial(addDays('2026-01-15', dias)));
    expect(lineas).toMatchObject([{ dias, interes, principal: saldo }]);
    expect(total).toBe(interes);
  });

  it('counts from the day after the pay-by day, or from the first day not billed yet, to the cut-off', () => {
    const dias = (facts: object, corte: string) =>
      interesesDeCuenta([una(facts)], residencial(corte)).lineas.map((linea) => linea.dias);
    expect(dias({}, '2026-01-15')).toEqual([]);
    expect(dias({}, '2026-01-16')).toEqual([1]);
    expect(dias({ desde: '2026-02-01' }, '2026-02-28')).toEqual([28]);
    expect(dias({ desde: '2026-01-01' }, '2026-01-16')).toEqual([1]);
    expect(dias({ desde: '2026-03-01' }, '2026-02-28')).toEqual([]);
    expect(dias({ principal: 0 }, '2026-02-28')).toEqual([]);
    expect(dias({ vencimiento: '2024-02-28' }, '2024-03-01')).toEqual([2]); // 29 February counts
  });

  it('splits the days of other uses by month, and rounds their sum once', () => {
    const tasas = [
      { mes: '2026-01', tasa_anual: '0.25' },
      { mes: '2026-02', tasa_anual: '0.2437' },
    ];
    const regla = { corte: '2026-02-10', residencial: false, tasas };
    const { lineas, total } = interesesDeCuenta([una({ principal: 730_000 })], regla);
    // 730,000 × (0.25 × 16 + 0.2437 × 10) / 365 = 2,000 × 6.437 = 12,874
    expect(lineas).toEqual([
      {
        numero: 'F-1',
        principal: 730_000,
        dias: 26,
        interes: 12_874,
        tramos: [
          { desde: '2026-01-16', hasta: '2026-01-31', dias: 16, tasa_anual: '0.25' },
          { desde: '2026-02-01', hasta: '2026-02-10', dias: 10, tasa_anual: '0.2437' },
        ],
      },
    ]);
    expect(total).toBe(12_874);
    expect(lineas.map(explicarInteres)).toEqual(['$ 730.000 × 0.25 × 16 / 365 + $ 730.000 × 0.2437 × 10 / 365']);
    // Half a peso each month: rounded by month it would be 2.
    const medio = [
      { mes: '2026-01', tasa_anual: '0.5' },
      { mes: '2026-02', tasa_anual: '0.5' },
    ];
    const dos = interesesDeCuenta([una({ principal: 365, vencimiento: '2026-01-30' })], {
      corte: '2026-02-01',
      residencial: false,
      tasas: medio,
    });
    expect(dos.total).toBe(1);
  });

  it('names the month without a rate', () => {
    const regla = { corte: '2026-03-02', residencial: false, tasas: [{ mes: '2026-01', tasa_anual: '0.2' }] };
    expect(() => interesesDeCuenta([una({})], regla)).toThrow(/2026-02/);
    expect(() => interesesDeCuenta([una({})], regla)).toThrow(code('sin_norma'));
  });

  it('refuses amounts that are none', () => {
    for (const principal of [-1, 0.5, Number.NaN])
      expect(() => interesesDeCuenta([una({ principal })], residencial('2026-02-01'))).toThrow(code('mora_invalida'));
    const regla = { corte: '2026-01-20', residencial: false, tasas: [{ mes: '2026-01', tasa_anual: '-0.2' }] };
    expect(() => interesesDeCuenta([una({})], regla)).toThrow(code('mora_invalida'));
  });

  it('at one rate is interesMora, and each bill adds its own rounded line', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1e9), { maxLength: 6 }), fc.integer({ min: 1, max: 3_000 }), (principales, dias) => {
        const facturas = principales.map((principal, i) => una({ numero: `F-${i}`, principal }));
        const { total } = interesesDeCuenta(facturas, residencial(addDays('2026-01-15', dias)));
        expect(total).toBe(principales.reduce((sum, principal) => sum + interesMora(principal, dias), 0));
      }),
    );
  });

  it('billed in two parts differs from one by a peso at most', () => {
    fc.assert(
      fc.property(
        fc.nat(1e9),
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 1, max: 400 }),
        (principal, a, b) => {
          const medio = addDays('2026-01-15', a);
          const corte = addDays(medio, b);
          const total = (desde: string | null, hasta: string) =>
            interesesDeCuenta([una({ principal, desde })], residencial(hasta)).total;
          const partes = total(null, medio) + total(addDays(medio, 1), corte);
          expect(Math.abs(partes - total(null, corte))).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});

describe('principalEnMora', () => {
  it.each([
    [{ saldo: 100, valor_total: 100, intereses: 0, en_reclamo: 0 }, 100],
    [{ saldo: 100, valor_total: 100, intereses: 10, en_reclamo: 0 }, 90],
    [{ saldo: 95, valor_total: 100, intereses: 10, en_reclamo: 0 }, 90], // the payment went to interest
    [{ saldo: 40, valor_total: 100, intereses: 10, en_reclamo: 0 }, 40],
    [{ saldo: 100, valor_total: 100, intereses: 10, en_reclamo: 30 }, 60],
    [{ saldo: 10, valor_total: 100, intereses: 0, en_reclamo: 30 }, 0],
    [{ saldo: -5, valor_total: 100, intereses: 0, en_reclamo: 0 }, 0],
  ])('of %j is %i', (factura, esperado) => {
    expect(principalEnMora(factura)).toBe(esperado);
  });
});

describe('exigirTasaPermitida', () => {
  it('allows up to 1.5 times the interés bancario corriente (C. de Co. art. 884)', () => {
    expect(() => exigirTasaPermitida('0.24', '0.16')).not.toThrow();
    expect(() => exigirTasaPermitida('0.240001', '0.16')).toThrow(code('tasa_sobre_tope'));
  });
});
