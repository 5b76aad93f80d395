import { describe, expect, it } from 'vitest';
import oraculo from '../../test-data/consumo-y-mora.json' with { type: 'json' };
import { CARGOS, cargoMaximo } from './cargos.ts';
import { interesMora, tasaMoraResidencial } from './mora.ts';
import { estadoFactura, exigirPorPagar } from './saldo.ts';

describe('estadoFactura', () => {
  const factura = { saldo: 100, fecha_vencimiento: '2026-07-31', anulada: false };
  it.each([
    ['2026-07-30', {}, 'Pendiente'],
    ['2026-07-31', {}, 'Pendiente'],
    ['2026-08-01', {}, 'Vencida'],
    ['2026-08-01', { saldo: 0 }, 'Pagada'],
    ['2026-07-01', { saldo: -5 }, 'Pagada'],
    ['2026-08-01', { anulada: true }, 'Anulada'],
    ['2026-08-01', { anulada: true, saldo: 0 }, 'Anulada'],
  ])('on %s with %j is %s', (hoy, cambio, estado) => {
    expect(estadoFactura({ ...factura, ...cambio }, hoy)).toBe(estado);
  });
});

it('refuses to take money for a bill that has nothing to pay', () => {
  const error = (code: string) => expect.objectContaining({ code });
  expect(() => exigirPorPagar({ saldo: 0, anulada: false })).toThrow(error('factura_pagada'));
  expect(() => exigirPorPagar({ saldo: 9, anulada: true })).toThrow(error('factura_anulada'));
  expect(exigirPorPagar({ saldo: 9, anulada: false })).toBeUndefined();
});

describe('late interest', () => {
  it.each(oraculo.mora)('$saldo for $dias days is $interes', ({ saldo, dias, interes }) => {
    expect(interesMora(saldo, dias)).toBe(interes);
  });
  it('rounds half up, and stays exact beyond 53 bits', () => {
    expect(interesMora(365, 1, '0.5')).toBe(1);
    expect(interesMora(9_007_199_254_740_991, 365, '0.06')).toBe(540_431_955_284_459);
  });
  it('refuses negative and fractional amounts', () => {
    for (const [saldo, dias] of [
      [-1, 1],
      [1, -1],
      [0.5, 1],
      [1, 0.5],
    ] as const) {
      expect(() => interesMora(saldo, dias)).toThrow(expect.objectContaining({ code: 'mora_invalida' }));
    }
    expect(tasaMoraResidencial('2026-07-01')).toBe('0.06');
  });
});

describe('charges', () => {
  it('are a share of the minimum wage of the year', () => {
    const esperados = Object.entries(oraculo.cargos_smmlv_2025).flatMap(([name, valor]) =>
      name === 'smmlv' ? [] : valor,
    );
    expect(CARGOS.map((c) => cargoMaximo(c, '2025-06-01'))).toEqual(esperados);
    expect(() => cargoMaximo('corte', '2031-01-01')).toThrow(expect.objectContaining({ code: 'sin_norma' }));
    const salarios = [{ vigente_desde: '2031-01-01', pesos: 2_000_000, norma: 'propia' }];
    expect(cargoMaximo('corte', '2031-01-01', salarios)).toBe(48_000);
  });
});
