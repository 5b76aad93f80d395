import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fechaCorta, fechaLarga, instanteCorto, nombrePeriodo, vence } from './fechas.ts';

describe('dates in words', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: new Date('2026-12-08T23:30:00-05:00') }); // Tuesday, a holiday, late in the evening
  });
  afterEach(() => vi.useRealTimers());

  it('names the day, and the year when it is another', () => {
    expect(fechaLarga('2026-12-15')).toBe('martes 15 de diciembre');
    expect(fechaLarga('2027-01-01')).toBe('viernes 1 de enero de 2027');
    expect(fechaCorta('2026-09-07')).toBe('7 sep 2026');
  });

  it.each([
    ['2026-12-08', 'vence hoy, martes 8 de diciembre'],
    ['2026-12-09', 'vence mañana, miércoles 9 de diciembre'],
    ['2026-12-15', 'vence el martes 15 de diciembre, en 5 días hábiles'],
    ['2026-12-12', 'vence el sábado 12 de diciembre, en 3 días hábiles'],
    ['2026-12-07', 'venció el lunes 7 de diciembre, hace 1 día'],
    ['2017-01-16', 'venció el lunes 16 de enero de 2017, hace 3.613 días'],
  ])('%s: %s', (fecha, words) => {
    expect(vence(fecha)).toBe(words);
  });

  it('shows an instant as the clocks of Bogotá do', () => {
    expect(instanteCorto('2026-12-09T04:05:00Z')).toBe('8 dic 2026, 11:05 p. m.');
    expect(instanteCorto('2026-12-08T17:00:00Z')).toBe('8 dic 2026, 12:00 p. m.');
    expect(instanteCorto('2026-12-08T05:09:00Z')).toBe('8 dic 2026, 12:09 a. m.');
  });

  it('names a month, and leaves another code alone', () => {
    expect([nombrePeriodo('2026-04'), nombrePeriodo('2026-13'), nombrePeriodo('A1')]).toEqual([
      'abril de 2026',
      '2026-13',
      'A1',
    ]);
  });
});
