import { describe, expect, it } from 'vitest';
import { DENOMINACIONES, contarEfectivo, diferenciaDeCaja, vuelto } from './caja.ts';

describe('contarEfectivo', () => {
  it('adds up notes and coins', () => {
    expect(contarEfectivo({})).toBe(0);
    expect(contarEfectivo({ '50000': 2, '1000': 3, '50': 1 })).toBe(103_050);
  });
  it.each([{ '3000': 1 }, { '1000': -1 }, { '1000': 0.5 }, { '1000': 2 ** 53 }])('refuses %o', (cuantos) => {
    expect(() => contarEfectivo(cuantos)).toThrow(/^(No hay billetes|Escriba cuántos)/);
  });
});

describe('diferenciaDeCaja', () => {
  it('is nothing when each means is what it should be', () => {
    expect(diferenciaDeCaja({ Efectivo: 10, Cheque: 0 }, { Efectivo: 10 })).toEqual({
      por_medio: {},
      total: 0,
      descuadre: 0,
    });
  });
  it('does not let one means make up for another', () => {
    expect(diferenciaDeCaja({ Efectivo: 7, Cheque: 3 }, { Efectivo: 10 })).toEqual({
      por_medio: { Efectivo: -3, Cheque: 3 },
      total: 0,
      descuadre: 6,
    });
  });
});

describe('vuelto', () => {
  it('gives the fewest pieces, and says what no coin pays', () => {
    expect(vuelto(33_470, 50_000)).toEqual({
      total: 16_530,
      piezas: [
        [10_000, 1],
        [5_000, 1],
        [1_000, 1],
        [500, 1],
      ],
      resto: 30,
    });
    expect(vuelto(100, 50)).toEqual({ total: 0, piezas: [], resto: 0 });
  });
  it('always adds up', () => {
    for (let recibido = 0; recibido < 300_000; recibido += 977) {
      const { total, piezas, resto } = vuelto(1_234, recibido);
      expect(piezas.reduce((suma, [pieza, n]) => suma + pieza * n, resto)).toBe(total);
      expect(resto).toBeLessThan(Math.min(...DENOMINACIONES));
    }
  });
});
