import { expect, it } from 'vitest';
import { plazoDe } from './plazo.tsx';

const caso = { estado: 'Recibido' as const, limite_seguro: '2026-12-15', limite_legal: '2026-12-16' };

it.each([
  ['2026-11-24', 'bien', 'Quedan 14 días hábiles'],
  ['2026-12-07', 'alerta', 'Quedan 5 días hábiles'],
  ['2026-12-14', 'mal', 'Queda 1 día hábil'],
  ['2026-12-15', 'mal', 'Vence hoy'],
  ['2026-12-16', 'mal', 'Último día legal'],
  ['2026-12-17', 'mal', 'Plazo vencido'],
])('on %s an open case is %s: %s', (dia, tono, corto) => {
  expect(plazoDe(caso, dia)).toMatchObject({ tono, corto });
});

it('says what to do when silence may have come', () => {
  expect(plazoDe(caso, '2026-12-17').largo).toMatch(/silencio administrativo/);
});

it('does not count against a case that was answered', () => {
  expect(plazoDe({ ...caso, estado: 'Respondido' }, '2027-01-30')).toMatchObject({ tono: 'bien', corto: 'Respondida' });
});
