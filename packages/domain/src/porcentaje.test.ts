import { expect, it } from 'vitest';
import { formatPorcentaje } from './porcentaje.ts';

it.each([
  ['0.2534', '25,34'],
  ['-0.175', '17,5'],
  ['0.06', '6'],
  ['0.5', '50'],
  ['0.005', '0,5'],
  ['1.5', '150'],
  ['0', '0'],
  ['0.123456', '12,3456'],
])('%s is %s %%', (fraccion, escrito) => {
  expect(formatPorcentaje(fraccion)).toBe(escrito);
});
