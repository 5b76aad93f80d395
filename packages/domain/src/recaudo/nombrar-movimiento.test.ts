import { expect, it } from 'vitest';
import { type CausaMovimiento, nombrarMovimiento } from './nombrar-movimiento.ts';

const nada: CausaMovimiento = {
  tipo: 'factura',
  valor: 1,
  numero_factura: null,
  contra_factura: null,
  recibo: null,
  numero_nota: null,
  numero_convenio: null,
  numero_reverso: null,
};
const recibo = 'RC1';
const numero_convenio = 'CV1';

it.each([
  ['Factura', { numero_factura: 'F-1' }],
  ['Pago, recibo RC1', { tipo: 'pago', valor: -1, numero_factura: 'F-1', recibo }],
  ['Pago que queda a favor, recibo RC1', { tipo: 'anticipo', valor: -1, recibo }],
  ['Nota crédito NC1', { tipo: 'nota', valor: -1, numero_nota: 'NC1' }],
  ['Nota débito ND1', { tipo: 'nota', numero_nota: 'ND1' }],
  ['Factura anulada', { tipo: 'anulacion', valor: -1 }],
  ['Pago deshecho, documento RV1 del recibo RC1', { tipo: 'reverso', recibo, numero_reverso: 'RV1' }],
  ['Convenio CV1: deuda que se paga por cuotas', { tipo: 'convenio', numero_convenio }],
  ['Convenio CV1: cuotas que pasan a facturas', { tipo: 'convenio', valor: -1, numero_convenio }],
  ['Deuda que pasa al convenio CV1', { tipo: 'convenio', valor: -1, numero_factura: 'F-1', numero_convenio }],
  ['Deuda que vuelve del convenio CV1', { tipo: 'convenio', numero_factura: 'F-1', numero_convenio }],
  ['A favor del recibo RC1 que paga la factura F-2', { tipo: 'cruce', recibo, contra_factura: 'F-2' }],
  ['Pagada con lo que estaba a favor, recibo RC1', { tipo: 'cruce', valor: -1, recibo, numero_factura: 'F-2' }],
  ['A favor que paga la factura F-2', { tipo: 'cruce', numero_factura: 'F-0', contra_factura: 'F-2' }],
  [
    'Pagada con lo que sobraba de la factura F-0',
    { tipo: 'cruce', valor: -1, numero_factura: 'F-2', contra_factura: 'F-0' },
  ],
] as const)('%s', (nombre, causa) => {
  expect(nombrarMovimiento({ ...nada, ...causa })).toBe(nombre);
});
