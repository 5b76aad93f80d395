import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import oraculo from '../../test-data/identificadores-y-archivos.json' with { type: 'json' };
import { codigoRecaudo, digitoGln, esGln, facturaDeReferencia, referenciaDePago } from './gs1.ts';
import { cuentaPorPagar } from './por-pagar.ts';

const EJEMPLO = { gln: '7709998000018', referencia: '000010012345202607', valor: 87_450, fecha: '2026-07-31' };

describe('GS1-128', () => {
  it('gives the worked case of dominio 5.1, symbol by symbol', () => {
    const { hri, datos, valores } = codigoRecaudo(EJEMPLO);
    expect([hri, datos, valores]).toEqual([
      oraculo.gs1_128.hri,
      oraculo.gs1_128.datos,
      oraculo.gs1_128.valores_code128,
    ]);
  });

  it('knows the check digit of a GLN', () => {
    expect(digitoGln('770999800001')).toBe(8);
    expect([esGln('7709998000018'), esGln('7709998000017'), esGln('770999800001'), esGln('77099980000180')]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it.each([
    ['gln_invalido', { gln: '7709998000019' }],
    ['referencia_invalida', { referencia: '123' }],
    ['referencia_invalida', { referencia: '1'.repeat(26) }],
    ['referencia_invalida', { referencia: 'AB' }],
    ['valor_invalido', { valor: 10_000_000_000 }],
    ['valor_invalido', { valor: -1 }],
    ['valor_invalido', { valor: 0.5 }],
    ['fecha_invalida', { fecha: '2026-13-01' }],
    ['fecha_invalida', { fecha: '2026-02-29' }],
  ])('refuses %s: %j', (code, cambio) => {
    expect(() => codigoRecaudo({ ...EJEMPLO, ...cambio })).toThrow(expect.objectContaining({ code }));
  });

  it('gives every bill a reference of its own, of an even number of digits', () => {
    expect(referenciaDePago({ numero_factura: 'SPD000000123', id: 7 })).toBe('0000000123');
    expect(referenciaDePago({ numero_factura: 'MANUAL-0001', id: 7 })).toBe('99000000000007');
    const factura = fc.record({
      numero_factura: fc.oneof(
        fc.nat(999_999_999).map((n) => `SPD${String(n).padStart(9, '0')}`),
        fc.string({ minLength: 1, maxLength: 50 }).map((texto) => `M-${texto}`),
      ),
      id: fc.nat(999_999_999_999),
    });
    fc.assert(
      fc.property(factura, factura, (a, b) => {
        const [una, otra] = [referenciaDePago(a), referenciaDePago(b)];
        expect(una).toMatch(/^(\d\d){1,12}$/);
        const deSerie = a.numero_factura.startsWith('SPD') || b.numero_factura.startsWith('SPD');
        expect(una === otra).toBe(deSerie ? a.numero_factura === b.numero_factura : a.id === b.id);
      }),
    );
  });
});

describe('facturaDeReferencia', () => {
  it('names the bill whose reference it is, however many zeros a bank puts before it', () => {
    const factura = fc.record({
      numero_factura: fc.oneof(
        fc.integer({ min: 1, max: 999_999_999 }).map((n) => `SPD${String(n).padStart(9, '0')}`),
        fc.constant('MANUAL-1'),
      ),
      id: fc.integer({ min: 1, max: 999_999_999_999 }),
    });
    fc.assert(
      fc.property(factura, fc.nat(30), (una, ceros) => {
        const referencia = '0'.repeat(ceros) + referenciaDePago(una);
        const deSerie = una.numero_factura.startsWith('SPD');
        expect(facturaDeReferencia(referencia)).toEqual(
          deSerie ? { numero_factura: una.numero_factura } : { id: una.id },
        );
      }),
    );
  });

  it.each([
    '',
    '0',
    '000',
    'SPD000000001',
    '1234567890',
    '98000000000007',
    '99000000000000',
    '990000000000071',
    '12 3',
  ])('names none with "%s"', (referencia) => expect(facturaDeReferencia(referencia)).toBeUndefined());
});

describe('cuentaPorPagar', () => {
  it.each([
    [
      { valor_total: 52_372, saldo_anterior: 0, en_reclamo: 0 },
      { a_pagar: 52_372, a_favor: 0 },
    ],
    [
      { valor_total: 52_372, saldo_anterior: 10_000, en_reclamo: 20_000 },
      { a_pagar: 42_372, a_favor: 0 },
    ],
    [
      { valor_total: 0, saldo_anterior: -5_000, en_reclamo: 0 },
      { a_pagar: 0, a_favor: 5_000 },
    ],
  ])('%j', (factura, cuenta) => {
    expect(cuentaPorPagar(factura)).toEqual(cuenta);
  });
});
