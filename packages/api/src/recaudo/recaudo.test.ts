import { expect, it } from 'vitest';
import { refusalOf } from '../testing/refusal.ts';
import { newTenant } from '../testing/tenant.ts';

it('has what was billed, received and undone of each day or month, by means and by way', async () => {
  const { build, as } = await newTenant();
  const { id: cliente_id, numero_cuenta } = await build.cliente();
  const consulta = await as('consulta');
  const recaudo = await as('recaudo');
  await build.factura({ cliente_id, valor_total: 1_000, fecha_emision: '2026-06-20', fecha_vencimiento: '2026-06-25' });
  const { numero_factura } = await build.factura({
    cliente_id,
    valor_total: 500,
    fecha_emision: '2026-06-21',
    fecha_vencimiento: '2026-07-15',
  });
  await (
    await as('admin')
  ).notas.create({ numero_factura, motivo: 'Cobro de más', lineas: [{ linea: 0, valor: -100 }] });
  await recaudo.pagos.create({ numero_cuenta, valor: 300, medio: 'PSE', referencia: 'P1', fecha_pago: '2026-06-22' });
  const errado = await recaudo.pagos.create({
    numero_cuenta,
    valor: 50,
    medio: 'Cheque',
    referencia: 'C1',
    fecha_pago: '2026-06-22',
  });
  await recaudo.reversos.create({ pago_id: errado.id, causa: 'cheque_devuelto', motivo: 'Sin fondos' });

  const dias = await consulta.recaudo.resumen({ desde: '2026-06-19', hasta: '2026-07-01' });
  expect(dias.periodos).toHaveLength(13);
  const nada = { facturado: 0, pagos: 0, recaudado: 0, deshecho: 0 };
  expect(
    dias.periodos.filter(({ facturado, pagos, deshecho }) => facturado !== 0 || pagos > 0 || deshecho > 0),
  ).toEqual([
    { ...nada, periodo: '2026-06-20', facturado: 1_000 },
    { ...nada, periodo: '2026-06-21', facturado: 500 },
    { ...nada, periodo: '2026-06-22', pagos: 2, recaudado: 350 },
    { ...nada, periodo: '2026-07-01', facturado: -100, deshecho: 50 },
  ]);
  expect(dias.total).toEqual({ facturado: 1_400, pagos: 2, recaudado: 350, deshecho: 50 });
  expect(dias.medios.filter(({ pagos }) => pagos > 0)).toEqual([
    { medio: 'PSE', pagos: 1, valor: 300 },
    { medio: 'Cheque', pagos: 1, valor: 50 },
  ]);
  expect(dias.origenes[0]).toEqual({ origen: 'oficina', pagos: 2, valor: 350 });
  expect(dias.cartera).toMatchObject({ vencido: 700, por_vencer: 400, saldo: 1_100 });

  const meses = await consulta.recaudo.resumen({ desde: '2026-05-15', hasta: '2026-07-01', por: 'mes' });
  expect(meses.periodos.map(({ periodo, facturado, recaudado }) => [periodo, facturado, recaudado])).toEqual([
    ['2026-05', 0, 0],
    ['2026-06', 1_500, 350],
    ['2026-07', -100, 0],
  ]);
});

it.each([
  [{ desde: '2026-07-02', hasta: '2026-07-01' }],
  [{ desde: '2026-01-01', hasta: '2026-07-01' }],
  [{ desde: '2000-01-01', hasta: '2026-07-01', por: 'mes' as const }],
])('refuses %j', async (dias) => {
  const { as } = await newTenant();
  expect(await refusalOf((await as('consulta')).recaudo.resumen(dias))).toBe('validacion');
});
