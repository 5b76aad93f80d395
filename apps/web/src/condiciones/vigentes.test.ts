import { expect, it } from 'vitest';
import { cuantas, separar } from './vigentes.ts';

const row = (hasta: string | null) => ({ hasta }) as never;

it('is over the day after its last one', () => {
  const all = {
    fugas: [row('2026-07-30'), row('2026-07-31')],
    vertimientos: [row(null)],
    decisiones: [row('2026-01-01')],
  };
  const { vigentes, pasadas } = separar(all, '2026-07-31');
  expect(vigentes).toEqual({ fugas: [{ hasta: '2026-07-31' }], vertimientos: [{ hasta: null }], decisiones: [] });
  expect(pasadas).toEqual({
    fugas: [{ hasta: '2026-07-30' }],
    vertimientos: [],
    decisiones: [{ hasta: '2026-01-01' }],
  });
  expect([cuantas(vigentes), cuantas(pasadas)]).toEqual([2, 2]);
});
