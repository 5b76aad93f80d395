import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fraccion, leerDecimal, textoDecimal } from './decimal.ts';
import { formatDecimal, formatPesos, redondear, redondearProducto, sumar } from './pesos.ts';

describe('leerDecimal', () => {
  it.each([
    ['4276.37', 427637, 100],
    ['-0.30', -3, 10],
    ['0', 0, 1],
    ['-0', 0, 1],
    ['9850.40', 98504, 10],
    ['007', 7, 1],
  ])('reads %s', (texto, n, d) => {
    expect(leerDecimal(texto)).toEqual({ n, d });
  });

  it.each([
    '',
    ' 1',
    '1,5',
    '1e3',
    'NaN',
    'Infinity',
    '.5',
    '5.',
    '+1',
    '0x10',
    '1.2345678',
    '١',
    '1\n',
    '1234567890123',
  ])('refuses %j', (texto) => {
    expect(() => leerDecimal(texto)).toThrow(expect.objectContaining({ code: 'decimal_invalido' }));
  });

  it('refuses what is not text', () => {
    for (const valor of [1.5, null, undefined, {}, ['1']]) {
      expect(() => leerDecimal(valor as string)).toThrow(expect.objectContaining({ code: 'decimal_invalido' }));
    }
  });

  it('refuses more digits than whole numbers hold exactly', () => {
    expect(() => leerDecimal('999999999999.999999')).toThrow(expect.objectContaining({ code: 'valor_fuera_de_rango' }));
  });
});

describe('redondear', () => {
  it.each([
    [1n, 2n, 1],
    [-1n, 2n, -1],
    [3n, 2n, 2],
    [5n, 2n, 3],
    [1n, 3n, 0],
    [-1n, 3n, 0],
    [-2n, 3n, -1],
  ])('%s/%s → %s', (n, d, pesos) => {
    expect(redondear(fraccion(n, d))).toBe(pesos);
  });

  it('gives the same with numbers as with BigInt, beyond 2^53 too', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e12, max: 1e12 }),
        fc.integer({ min: 0, max: 1e6 }),
        fc.integer({ min: 1, max: 1e9 }),
        (a, b, d) => {
          const exacto = fraccion(BigInt(a) * BigInt(b), BigInt(d));
          fc.pre(exacto.n / exacto.d < 2n ** 53n && exacto.n / exacto.d > -(2n ** 53n));
          expect(redondearProducto(a, b, d)).toBe(redondear(exacto));
        },
      ),
    );
  });

  it('is odd: the rounding of −x is − the rounding of x', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.integer({ min: 1, max: 1e6 }), (n, d) => {
        expect(redondearProducto(-n, 1, d) + redondearProducto(n, 1, d)).toBe(0);
      }),
    );
  });

  it('refuses what whole pesos cannot hold', () => {
    expect(() => redondear(fraccion(2n ** 53n))).toThrow(expect.objectContaining({ code: 'valor_fuera_de_rango' }));
    expect(() => sumar([Number.MAX_SAFE_INTEGER, 1])).toThrow(
      expect.objectContaining({ code: 'valor_fuera_de_rango' }),
    );
  });
});

describe('texts', () => {
  it.each([
    [45000, '$ 45.000'],
    [0, '$ 0'],
    [999, '$ 999'],
    [1234567, '$ 1.234.567'],
    [-1200, '-$ 1.200'],
    [-100, '-$ 100'],
  ])('%s → %s', (pesos, texto) => {
    expect(formatPesos(pesos)).toBe(texto);
  });

  it('shows unit prices with their decimals', () => {
    expect([formatDecimal('4276.37'), formatDecimal('9850.4'), formatDecimal('-0.5'), formatDecimal('6500')]).toEqual([
      '$ 4.276,37',
      '$ 9.850,40',
      '-$ 0,50',
      '$ 6.500',
    ]);
  });

  it('writes exact decimals, and none for a third', () => {
    expect(
      [fraccion(15n, 2n), fraccion(-1n, 8n), fraccion(40n, 4n), fraccion(100n), fraccion(1n, 3n)].map(textoDecimal),
    ).toEqual(['7.5', '-0.125', '10', '100', null]);
  });

  it('reads back the decimal it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 6 }), (n, k) => {
        const { n: leida, d } = leerDecimal(textoDecimal(fraccion(BigInt(n), 10n ** BigInt(k))) ?? '');
        expect(BigInt(leida) * 10n ** BigInt(k)).toBe(BigInt(n) * BigInt(d));
      }),
    );
  });
});
