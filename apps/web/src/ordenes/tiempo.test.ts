import { expect, it } from 'vitest';
import { tiempoHasta } from './tiempo.ts';

const ahora = Date.parse('2026-07-31T12:00:00Z');

it.each([
  ['2026-08-01T12:00:00Z', 'bien', 'Quedan 24 horas'],
  ['2026-08-01T11:19:30Z', 'bien', 'Quedan 23 horas y 19 minutos'],
  ['2026-07-31T23:59:00Z', 'alerta', 'Quedan 11 horas y 59 minutos'],
  ['2026-07-31T13:01:00Z', 'mal', 'Quedan 1 hora y 1 minuto'],
  ['2026-07-31T12:00:30Z', 'mal', 'Quedan 0 minutos'],
  ['2026-07-31T12:00:00Z', 'mal', 'Pasó el plazo hace 0 minutos'],
  ['2026-07-28T11:00:00Z', 'mal', 'Pasó el plazo hace 3 días'],
])('until %s: %s, %s', (limite, tono, texto) => {
  expect(tiempoHasta(limite, ahora)).toEqual({ tono, texto });
});
