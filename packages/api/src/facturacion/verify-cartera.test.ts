import { afterEach, describe, expect, it } from 'vitest';
import { testServices } from '../testing/services.ts';
import { tamper } from '../testing/tamper.ts';
import { newUtility } from '../testing/utility.ts';
import { verify } from './verify.ts';

afterEach(async () => (await testServices()).setNow('2026-07-01T15:00:00Z'));

/** C-1 with an instalment billed and two to come, a line of aseo billed, an order carried out. */
async function endeudada() {
  const world = await newUtility();
  const { admin, services } = world;
  await world.cuenta('C-1');
  await world.cuenta('C-2');
  await admin.parametros.setSalario({ anio: 2026, valor: 1_500_000, norma: 'Decreto' });
  await admin.terceros.create({ codigo: 'aseo', nombre: 'Aseo' });
  await world.mes('2026-03', { 'C-1': 10, 'C-2': 10 });
  await world.mes('2026-04', { 'C-1': 20, 'C-2': 20 });
  await admin.convenios.create({ numero_cuenta: 'C-1', cuotas: 3, tasa_anual: '0.06', primera_cuota: '2026-07-15' });
  await admin.suspension.avisar({ cuentas: ['C-2'], fecha: '2026-06-20', medio: 'En el predio' });
  await admin.suspension.ordenar({ cuentas: ['C-2'] });
  await admin.ordenes.ejecutar({
    numero_orden: 'ORD0000001',
    resultado: 'efectiva',
    evidencia: 'Sello 4471 instalado',
  });
  await admin.cargos.importar({
    archivo: 'numero_cuenta,tercero,referencia,codigo,concepto,valor,desde\nC-1,aseo,1,aseo,Aseo,18500,2026-07-01\n',
  });
  services.setNow('2026-08-01T15:00:00Z');
  await world.mes('2026-07', { 'C-1': 30, 'C-2': 30 });
  return world;
}

const found = async (statement: string) => {
  const { services, id, reads, admin } = await endeudada();
  expect((await verify(reads)).hallazgos).toEqual([]);
  if (statement.includes('BREAK')) {
    await admin.convenios.incumplir({ numero_convenio: 'CNV0000001', motivo: 'No pagó' });
    expect((await verify(reads)).hallazgos).toEqual([]);
  }
  const changed = await tamper(services.adminUrl, statement.replace('BREAK ', '').replaceAll('$T', `'${id}'`));
  expect(changed).toBeGreaterThan(0);
  return (await verify(reads)).hallazgos.map(({ que }) => que);
};

describe('verify of arrears', () => {
  it.each([
    [
      'the principal of an agreement',
      `update convenios set capital = capital + 1 where tenant_id = $T`,
      'capital de convenio',
    ],
    [
      'what it took from a bill',
      `update convenio_facturas set valor = valor + 1 where tenant_id = $T`,
      'capital de convenio',
    ],
    [
      'its entry in the ledger',
      `update movimientos set valor = valor + 1 where tipo = 'convenio' and factura_id is null and valor > 0 and tenant_id = $T`,
      'saldo de convenio',
    ],
    [
      'the credit of an instalment',
      `delete from movimientos where tipo = 'convenio' and factura_id is null and valor < 0 and tenant_id = $T`,
      'saldo de convenio',
    ],
    [
      'a peso between two of its bills',
      `update movimientos set valor = valor - 1 where tipo = 'convenio' and factura_id = (select min(factura_id) from convenio_facturas where tenant_id = $T)`,
      'convenio en facturas',
    ],
    [
      'the state of an agreement',
      `update convenios set estado = 'cumplido', terminado_en = '2026-08-01' where tenant_id = $T`,
      'saldo de convenio',
    ],
    [
      'a broken one set in force again',
      `BREAK update convenios set estado = 'vigente', terminado_en = null where tenant_id = $T`,
      'convenio en facturas',
    ],
    [
      'what a broken one gave back',
      `BREAK update movimientos set valor = valor + 1 where tipo = 'convenio' and factura_id is not null and valor > 0 and tenant_id = $T`,
      'convenio en facturas',
    ],
    [
      'an instalment',
      `update convenio_cuotas set capital = capital + 1 where cuota = 2 and tenant_id = $T`,
      'cuota de convenio',
    ],
    [
      'the charge of an instalment',
      `update cargos set valor = valor + 1 where codigo = 'cuota_convenio' and factura_id is null and tenant_id = $T`,
      'cuota de convenio',
    ],
    [
      'an instalment taken back',
      `update cargos set anulado_en = now(), anulado_motivo = 'x' where codigo = 'cuota_convenio' and factura_id is null and tenant_id = $T`,
      'cuota de convenio',
    ],
    [
      'a charge that was billed',
      `update cargos set valor = valor + 1 where origen = 'tercero' and tenant_id = $T`,
      'cargo facturado',
    ],
    [
      'a billed charge that waits again',
      `update cargos set factura_id = null where origen = 'orden' and tenant_id = $T`,
      'cargo facturado',
    ],
    [
      'an order that was not carried out',
      `update ordenes set resultado = 'no_efectiva' where tenant_id = $T`,
      'cargo de orden',
    ],
    [
      'the account of a charged order',
      `update ordenes set cliente_id = (select min(id) from clientes where tenant_id = $T) where tenant_id = $T`,
      'cargo de orden',
    ],
    [
      "a third party's subtotal",
      `update factura_terceros set valor = valor - 1 where tenant_id = $T`,
      'dinero de terceros',
    ],
    ["a third party's subtotal gone", `delete from factura_terceros where tenant_id = $T`, 'dinero de terceros'],
    ['a number of order', `update ordenes set numero_orden = 'ORD0000002' where tenant_id = $T`, 'serie de ordenes'],
    ['an order gone', `delete from ordenes where tenant_id = $T`, 'serie de ordenes'],
  ])('finds %s', async (_, statement, que) => {
    expect(await found(statement)).toContain(que);
  });
});
