import { expect, it } from 'vitest';
import { pesosCortos } from './numeros.ts';

it.each([
  [0, '$ 0'],
  [999, '$ 999'],
  [1_250, '$ 1,3 mil'],
  [340_400, '$ 340 mil'],
  [999_600, '$ 1 M'],
  [1_240_000, '$ 1,2 M'],
  [-45_000_000, '-$ 45 M'],
  [2_500_000_000, '$ 2,5 mil M'],
])('writes %d short', (pesos, escrito) => {
  expect(pesosCortos(pesos)).toBe(escrito);
});
