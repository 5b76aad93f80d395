import { expect, it } from 'vitest';
import { verify } from '../facturacion/verify.ts';
import { newUtility } from '../testing/utility.ts';

it('the issue of a period uses what accounts have in their favour, and the paper asks for the rest', async () => {
  const utility = await newUtility();
  const { admin, reads } = utility;
  for (const cuenta of ['POCO', 'MUCHO', 'NOTA', 'NADA']) await utility.cuenta(cuenta);
  await utility.mes('2026-01', { POCO: 10, MUCHO: 10, NOTA: 10, NADA: 10 }); // $ 3.000 each
  const facturas = async (numero_cuenta: string) => (await admin.facturas.historial({ numero_cuenta })).items;
  const mes = (await facturas('NADA'))[0]?.valor_total ?? 0;
  expect(mes).toBe(3_000);
  await admin.pagos.create({ numero_cuenta: 'POCO', valor: mes + 1_000 });
  const { id: pago_id } = await admin.pagos.create({ numero_cuenta: 'MUCHO', valor: mes + 5_000 });
  const numero_factura = (await facturas('NOTA'))[0]?.numero_factura ?? '';
  await admin.pagos.create({ numero_factura, valor: mes });
  await admin.notas.create({ numero_factura, motivo: 'Se cobró de más', lineas: [{ linea: 0, valor: -400 }] });

  await utility.mes('2026-02', { POCO: 20, MUCHO: 20, NOTA: 20, NADA: 20 });
  const ultima = async (numero_cuenta: string) => (await facturas(numero_cuenta))[0];
  expect(await ultima('POCO')).toMatchObject({ valor_total: mes, saldo_anterior: -1_000, saldo: mes - 1_000 });
  expect(await ultima('MUCHO')).toMatchObject({ saldo: 0, estado: 'Pagada' });
  expect(await ultima('NOTA')).toMatchObject({ saldo: mes - 400 });
  expect((await facturas('NOTA'))[1]).toMatchObject({ saldo: 0 });
  expect(await ultima('NADA')).toMatchObject({ saldo: mes });
  expect(await admin.clientes.get({ numero_cuenta: 'MUCHO' })).toMatchObject({ saldo_favor: 2_000, saldo: -2_000 });
  expect((await verify(reads)).hallazgos).toEqual([]);

  // Undoing the payment takes back what its advance paid, too.
  await admin.reversos.create({ pago_id, causa: 'contracargo', motivo: 'El banco lo pidió' });
  expect((await facturas('MUCHO')).map(({ saldo }) => saldo)).toEqual([mes, mes]);
  expect((await verify(reads)).hallazgos).toEqual([]);
});
