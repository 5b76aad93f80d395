import { expect, it } from 'vitest';
import { identidadDeRecaudo, medioDeCanal, motivoDeFila } from './recaudo-de-banco.ts';

it('the channel of the bank says the means', () => {
  const canales = ['01', '02', '03', '11', '15', '21', '25', '00', '16', '99', ''];
  expect(canales.map(medioDeCanal)).toEqual([
    'Efectivo',
    'Cheque',
    'Efectivo',
    'Transferencia',
    'Transferencia',
    'Tarjeta',
    'Tarjeta',
    'Archivo',
    'Archivo',
    'Archivo',
    'Archivo',
  ]);
});

it('a row is one by bank, date, batch and sequence', () => {
  const una = { banco: '007', fecha: '2026-07-15', lote: 1, secuencia: 23 };
  expect(identidadDeRecaudo(una)).toBe('007-20260715-0001-0000023');
});

it('money that came back, with cents or of no value is not applied', () => {
  const fila = { valor: 100, centavos: 0, causal_devolucion: null };
  expect(motivoDeFila(fila)).toBeUndefined();
  expect(motivoDeFila({ ...fila, causal_devolucion: 'R02', centavos: 5 })).toBe('devuelto_por_el_banco');
  expect(motivoDeFila({ ...fila, centavos: 5 })).toBe('valor_con_centavos');
  expect(motivoDeFila({ ...fila, valor: 0 })).toBe('valor_cero');
  expect(motivoDeFila({ ...fila, valor: 1e12 + 1 })).toBe('valor_muy_grande');
});
