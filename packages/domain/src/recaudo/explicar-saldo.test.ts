import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays } from '../calendario/fechas.ts';
import { type SaldoExplicable, explicarSaldo } from './explicar-saldo.ts';

const hoy = '2026-07-31';
const nada: SaldoExplicable = { hoy, saldo: 0, facturas: [], convenios: [], anticipos: [], pagos: [] };

it('tells each part of a balance', () => {
  const { resumen, partes, pagos, diferencia } = explicarSaldo({
    hoy,
    saldo: 95_000,
    facturas: [
      { numero_factura: 'F-1', fecha_vencimiento: '2026-07-15', saldo: 45_000, en_reclamo: 5_000 },
      { numero_factura: 'F-2', fecha_vencimiento: '2026-08-15', saldo: 30_000, en_reclamo: 0 },
      { numero_factura: 'F-3', fecha_vencimiento: hoy, saldo: 1_000, en_reclamo: 0 },
      { numero_factura: 'F-0', fecha_vencimiento: '2026-05-15', saldo: -1_000, en_reclamo: 0 },
    ],
    convenios: [{ numero_convenio: 'CV1', saldo: 30_000, proxima: '2026-09-01' }],
    anticipos: [{ recibo: 'RC000000007', fecha: '2026-07-01', valor: 10_000 }],
    pagos: [
      {
        recibo: 'RC000000008',
        fecha: '2026-07-02',
        valor: 5,
        medio: 'Cheque',
        reverso: { numero: 'RV000000001', fecha: '2026-07-09' },
      },
      { recibo: 'RC000000007', fecha: '2026-07-01', valor: 10_000, medio: 'PSE', reverso: null },
    ],
  });
  expect(diferencia).toBe(0);
  expect(resumen).toBe(
    'La cuenta debe $ 95.000: $ 40.000 vencidos, más $ 31.000 por vencer, más $ 5.000 en reclamo, más $ 30.000 de convenios por facturar, menos $ 1.000 a favor en facturas, menos $ 10.000 a favor de pagos.',
  );
  expect(partes.map(({ texto }) => texto)).toEqual([
    'La factura F-1 debe $ 40.000: venció el 15 de julio de 2026, hace 16 días.',
    'De la factura F-1 están en reclamo $ 5.000: no hay que pagarlos mientras se resuelve.',
    'La factura F-2 debe $ 30.000: puede pagarla hasta el 15 de agosto de 2026.',
    'La factura F-3 debe $ 1.000: vence hoy.',
    'La factura F-0 tiene $ 1.000 a favor: se le pagó o se le restó más de lo que cobraba.',
    'Del convenio CV1 faltan por facturar cuotas por $ 30.000. La próxima cuota vence el 1 de septiembre de 2026.',
    'Del pago RC000000007, del 1 de julio de 2026, quedan $ 10.000 a favor: pagarán la próxima factura.',
  ]);
  expect(pagos.map(({ texto }) => texto)).toEqual([
    'El 2 de julio de 2026 se recibieron $ 5 (Cheque, recibo RC000000008), y el pago se deshizo el 9 de julio de 2026 con el documento RV000000001: no cuenta.',
    'El 1 de julio de 2026 se recibieron $ 10.000 (PSE, recibo RC000000007).',
  ]);
});

it('says nothing more where one thing says it all', () => {
  expect(explicarSaldo(nada).resumen).toBe('La cuenta no debe nada.');
  const anticipos = [{ recibo: 'RC000000001', fecha: hoy, valor: 7 }];
  expect(explicarSaldo({ ...nada, saldo: -7, anticipos }).resumen).toBe('La cuenta tiene $ 7 a favor.');
  expect(explicarSaldo({ ...nada, saldo: -6, anticipos }).diferencia).toBe(-1);
});

/** The pesos that a sentence writes: the last "$" of a sum, the first of a sentence. */
const cifra = (texto: string) => Number(/\$ ([\d.]+)/.exec(texto)?.[1]?.replaceAll('.', ''));

it('writes figures that add up to the balance, to the peso, whatever the account holds', () => {
  const pesos = fc.integer({ min: 1, max: 10_000_000 });
  const cuentas = fc.record({
    facturas: fc.array(
      fc.record({
        saldo: fc.integer({ min: -1_000_000, max: 10_000_000 }),
        reclamo: fc.nat(10_000_000),
        dias: fc.integer({ min: -400, max: 400 }),
      }),
      { maxLength: 8 },
    ),
    convenios: fc.array(pesos, { maxLength: 2 }),
    anticipos: fc.array(pesos, { maxLength: 3 }),
  });
  fc.assert(
    fc.property(cuentas, ({ facturas, convenios, anticipos }) => {
      const cuenta = {
        ...nada,
        facturas: facturas.map(({ saldo, reclamo, dias }, i) => ({
          numero_factura: `F-${i}`,
          fecha_vencimiento: addDays(hoy, dias),
          saldo,
          en_reclamo: Math.max(0, Math.min(saldo, reclamo)),
        })),
        convenios: convenios.map((saldo, i) => ({ numero_convenio: `CV${i}`, saldo, proxima: null })),
        anticipos: anticipos.map((valor, i) => ({ recibo: `RC${i}`, fecha: hoy, valor })),
      };
      const suma = (lista: number[]) => lista.reduce((a, b) => a + b, 0);
      const saldo = suma(facturas.map((factura) => factura.saldo)) + suma(convenios) - suma(anticipos);
      const { partes, resumen, diferencia } = explicarSaldo({ ...cuenta, saldo });
      expect(diferencia).toBe(0);
      const aFavor = (clase: string) => clase === 'anticipo' || clase === 'factura_a_favor';
      expect(suma(partes.map(({ clase, texto }) => cifra(texto) * (aFavor(clase) ? -1 : 1)))).toBe(saldo);
      const [total = '', desglose] = resumen.split(':');
      const piezas = desglose?.split(', ').map((pieza) => cifra(pieza) * (pieza.includes('menos') ? -1 : 1));
      expect(saldo === 0 ? 0 : cifra(total)).toBe(Math.abs(saldo));
      expect(suma(piezas ?? [saldo])).toBe(saldo);
    }),
    { numRuns: 2_000 },
  );
});
