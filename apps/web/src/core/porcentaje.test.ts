import { expect, it } from 'vitest';
import { porcentaje, porcentajeEnCampo, porcentajeEscrito } from './porcentaje.ts';

it.each([
  ['0.2534', '25,34'],
  ['0.06', '6'],
  ['0.5', '50'],
  ['0.005', '0,5'],
  ['0', '0'],
  ['0.123456', '12,3456'],
])('%s is %s %%, and is read back the same', (tasa, escrito) => {
  expect(porcentaje(tasa)).toBe(`${escrito}\u00a0%`);
  expect(porcentajeEnCampo(tasa)).toBe(escrito);
  expect(porcentajeEscrito.parse(` ${escrito} `)).toBe(tasa);
});

it.each(['', '100', '-1', '6 %', '25,34567', 'seis'])('refuses «%s»', (texto) => {
  expect(porcentajeEscrito.safeParse(texto).error?.issues[0]?.message).toBe('Escriba el porcentaje, como 6 o 25,34.');
});
