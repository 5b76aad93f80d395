import { describe, expect, it } from 'vitest';
import { verify } from '../facturacion/verify.ts';
import { refusalOf } from '../testing/refusal.ts';
import { tamper } from '../testing/tamper.ts';
import { atOnce, newTenant } from '../testing/tenant.ts';

type Utility = Awaited<ReturnType<typeof newTenant>>;

/** A cashier with a session of $ 50.000, and an account that owes $ 200.000. */
async function conCaja(base = 50_000) {
  const utility = await newTenant();
  const { id: cliente_id, numero_cuenta } = await utility.build.cliente();
  await utility.build.factura({ cliente_id, numero_factura: 'M-1', valor_total: 200_000 });
  const cajero = await utility.as('recaudo');
  const { id: caja_id } = await cajero.cajas.open({ base });
  const pagar = (valor: number, medio: 'Efectivo' | 'Cheque' = 'Efectivo') =>
    cajero.pagos.create({ numero_cuenta, valor, medio });
  return { ...utility, cajero, caja_id, numero_cuenta, pagar, admin: await utility.as('admin') };
}

/** The same utility as somebody with another setting of it. */
const conAjuste = (utility: Pick<Utility, 'as' | 'tenant'>, rol: 'recaudo', ajuste: object) =>
  utility.as(rol, { tenant: { ...utility.tenant, ajustes: { ...utility.tenant.ajustes, ...ajuste } } });

const cuadra = async ({ reads }: Pick<Utility, 'reads'>) => expect((await verify(reads)).hallazgos).toEqual([]);

describe('a session of the cash desk', () => {
  it('takes the payments of its cashier by itself, and knows what should be in the drawer', async () => {
    const utility = await conCaja();
    const { cajero, caja_id, pagar, admin, numero_cuenta } = utility;
    expect(await pagar(30_000)).toMatchObject({ origen: 'caja', caja_id });
    await cajero.facturas.pagar({ numero_factura: 'M-1', valor: 10_000, medio: 'Efectivo' });
    await pagar(7_000, 'Cheque');
    const { id: pago_id } = await pagar(5_000);
    await cajero.reversos.create({ pago_id, causa: 'error_de_registro', motivo: 'Otra cuenta' });
    await cajero.cajas.withdraw({ caja_id, tipo: 'consignacion', valor: 60_000, motivo: 'Mediodía' });
    expect(await admin.pagos.create({ numero_cuenta, valor: 1 })).toMatchObject({ origen: 'oficina', caja_id: null });
    const { caja } = await cajero.cajas.mine();
    expect(caja).toMatchObject({
      numero: 'CJ000000001',
      estado: 'abierta',
      pagos: 4,
      recaudado: 52_000,
      esperado: { Efectivo: 30_000, Cheque: 7_000 },
      por_medio: [
        { medio: 'Cheque', pagos: 7_000, reversos: 0, retiros: 0 },
        { medio: 'Efectivo', pagos: 45_000, reversos: 5_000, retiros: 60_000 },
      ],
      contado: null,
      diferencia: null,
    });
    expect((await admin.pagos.list({ caja_id })).items).toHaveLength(4);
    expect(await admin.cajas.get({ caja_id })).toEqual(caja);
    await cuadra(utility);
  });

  it('closes when what was counted is what should be there, and changes no more', async () => {
    const utility = await conCaja();
    const { cajero, caja_id, pagar, services, id } = utility;
    const { id: pago_id } = await pagar(30_000);
    const contado = { caja_id, denominaciones: { '50000': 1, '20000': 1, '10000': 1 } };
    expect(await cajero.cajas.close(contado)).toMatchObject({
      estado: 'cerrada',
      contado: { Efectivo: 80_000 },
      esperado: { Efectivo: 80_000 },
      diferencia: 0,
      descuadre: 0,
    });
    expect((await cajero.cajas.mine()).caja).toBeNull();
    expect(await pagar(1_000)).toMatchObject({ origen: 'oficina' });
    expect(await refusalOf(cajero.cajas.close(contado))).toBe('caja_cerrada');
    expect(await refusalOf(cajero.cajas.withdraw({ caja_id, tipo: 'entrega', valor: 1, motivo: 'Después' }))).toBe(
      'caja_cerrada',
    );
    // Undone later: the session stands as it was counted.
    await cajero.reversos.create({ pago_id, causa: 'reembolso', motivo: 'Se devolvió por el banco' });
    expect(await cajero.cajas.get({ caja_id })).toMatchObject({ esperado: { Efectivo: 80_000 } });
    await expect(
      services.tenants.transaction(id, ({ db }) =>
        db
          .updateTable('cajas')
          .set({ explicacion: 'x' })
          .where('tenant_id', '=', id)
          .where('id', '=', caja_id)
          .execute(),
      ),
    ).rejects.toMatchObject({ constraint: 'caja_congelada' });
    await expect(
      services.tenants.transaction(id, ({ db }) =>
        db
          .insertInto('pagos')
          .values({
            tenant_id: id,
            cliente_id: 1,
            valor: 1,
            medio: 'Efectivo',
            fecha_pago: '2026-07-01',
            recibo: 99,
            verificacion: '0'.repeat(16),
            origen: 'caja',
            caja_id,
          })
          .execute(),
      ),
    ).rejects.toMatchObject({ constraint: 'caja_cerrada' });
    await cuadra(utility);
  });

  it('asks why something is missing, and above the limit a second person', async () => {
    const utility = await conCaja();
    const { cajero, caja_id, pagar, admin } = utility;
    await pagar(30_000);
    await pagar(7_000, 'Cheque');
    const falta = { caja_id, denominaciones: { '50000': 1, '20000': 1 }, contado: { Cheque: 17_000 } };
    expect(await refusalOf(cajero.cajas.close(falta))).toBe('validacion');
    // 10.000 missing in cash, 10.000 too many in cheques: the sum is nothing, and it is far from square.
    expect(await cajero.cajas.close({ ...falta, explicacion: 'Se contó de afán' })).toMatchObject({
      estado: 'por_aprobar',
      diferencia: 0,
      descuadre: 20_000,
    });
    expect(await pagar(1)).toMatchObject({ origen: 'oficina' });
    expect(await refusalOf(cajero.cajas.approve({ caja_id }))).toBe('misma_persona');
    expect((await admin.cajas.list({ estado: 'por_aprobar' })).items).toHaveLength(1);
    const { id: otra } = await cajero.cajas.open({ base: 0 });
    const devolver = { caja_id, observacion: 'Falta contar las monedas' };
    expect(await refusalOf(admin.cajas.reject(devolver))).toBe('duplicado');
    await cajero.cajas.close({ caja_id: otra, denominaciones: {} });
    expect(await admin.cajas.reject(devolver)).toMatchObject({ estado: 'abierta', contado: null, diferencia: null });
    expect(await pagar(2)).toMatchObject({ origen: 'caja', caja_id });
    await cajero.cajas.close({ ...falta, explicacion: 'Contada otra vez' });
    expect(await admin.cajas.approve({ caja_id })).toMatchObject({
      estado: 'cerrada',
      diferencia: -2,
      resuelta_por: { nombre: 'admin' },
    });
    await cuadra(utility);
  });

  it('closes a small difference with its explanation alone', async () => {
    const { cajero, caja_id } = await conCaja();
    const menos = { caja_id, denominaciones: { '20000': 2, '5000': 1 }, explicacion: 'Vuelto mal dado' };
    expect(await cajero.cajas.close(menos)).toMatchObject({ estado: 'cerrada', diferencia: -5_000 });
  });

  it('is of one cashier: nobody else takes from it or closes it but an administrator', async () => {
    const { caja_id, admin, services, id, cajero, userOf, as } = await conCaja();
    expect(await refusalOf(cajero.cajas.open({ base: 1 }))).toBe('duplicado');
    const { id: user_id } = await userOf('atencion');
    await admin.users.update({ user_id, roles: ['recaudo'] });
    const otro = await as('atencion');
    expect(await refusalOf(otro.cajas.open({ base: 0 }))).toBe('sin_permiso');
    const vecino = await as('recaudo', { user: { ...(await userOf('recaudo')), id: user_id } });
    expect(await refusalOf(vecino.cajas.close({ caja_id, denominaciones: {} }))).toBe('caja_ajena');
    await expect(
      services.tenants.transaction(id, ({ db }) =>
        db
          .insertInto('pagos')
          .values({
            tenant_id: id,
            cliente_id: 1,
            valor: 1,
            medio: 'Efectivo',
            fecha_pago: '2026-07-01',
            recibo: 99,
            verificacion: '0'.repeat(16),
            origen: 'caja',
            caja_id,
            user_id,
          })
          .execute(),
      ),
    ).rejects.toMatchObject({ constraint: 'caja_ajena' });
    expect(await admin.cajas.close({ caja_id, denominaciones: { '50000': 1 } })).toMatchObject({ estado: 'cerrada' });
  });

  it('gives out no more than there is, and keeps what was taken out', async () => {
    const { caja_id, cajero } = await conCaja();
    const sacar = (valor: number, medio: 'Efectivo' | 'Cheque' = 'Efectivo') =>
      cajero.cajas.withdraw({ caja_id, tipo: 'entrega', medio, valor, motivo: 'A tesorería' });
    expect(await refusalOf(sacar(50_001))).toBe('validacion');
    expect(await refusalOf(sacar(1, 'Cheque'))).toBe('validacion');
    await sacar(50_000);
    expect(await refusalOf(sacar(1))).toBe('validacion');
  });

  it('is asked for before cash is taken, where the utility says so', async () => {
    const utility = await newTenant();
    const { numero_factura } = await utility.build.factura({ valor_total: 10_000 });
    const cajero = await conAjuste(utility, 'recaudo', { exige_caja: true });
    expect(await refusalOf(cajero.pagos.create({ numero_factura, valor: 1_000 }))).toBe('sin_caja');
    expect(await refusalOf(cajero.facturas.pagar({ numero_factura, medio: 'Efectivo' }))).toBe('sin_caja');
    expect(await cajero.pagos.create({ numero_factura, valor: 1_000, medio: 'Transferencia' })).toMatchObject({
      origen: 'oficina',
    });
    await cajero.cajas.open({ base: 0 });
    expect(await cajero.pagos.create({ numero_factura, valor: 1_000 })).toMatchObject({ origen: 'caja' });
  });

  // Held at the session, at the payments, at the end of each transaction: every order of the two.
  it.each(['cajas', 'pagos', 'auditoria'])(
    'counts every payment made while it closes, or refuses it (%s)',
    async (table) => {
      const utility = await conCaja(100_000);
      const { cajero, caja_id, numero_cuenta } = utility;
      const cierre = { caja_id, denominaciones: { '50000': 2 }, explicacion: 'Lo que haya entrado' };
      const pagar = async () => (await cajero.pagos.create({ numero_cuenta, valor: 1_000 })).origen;
      const cerrar = async () => (await cajero.cajas.close(cierre)).estado;
      const results = await atOnce<string>(table, [pagar, pagar, cerrar, pagar, pagar]);
      const hechos = results.map((result) => (result.status === 'fulfilled' ? result.value : 'no'));
      expect(hechos).toContain('cerrada');
      const enCaja = hechos.filter((origen) => origen === 'caja').length;
      expect((await cajero.cajas.get({ caja_id })).esperado).toEqual({ Efectivo: 100_000 + enCaja * 1_000 });
      expect((await cajero.pagos.list({ caja_id })).items).toHaveLength(enCaja);
      await cuadra(utility);
    },
  );

  it.each(['reversos', 'auditoria'])(
    'knows of every undoing made while it closes, or stands without it (%s)',
    async (table) => {
      const utility = await conCaja(100_000);
      const { cajero, caja_id, pagar } = utility;
      const { id: pago_id } = await pagar(20_000);
      const cierre = { caja_id, denominaciones: { '50000': 2 }, explicacion: 'Lo que quede' };
      const deshacer = async () =>
        (await cajero.reversos.create({ pago_id, causa: 'error_de_registro', motivo: 'Otra cuenta' })).estado;
      const cerrar = async () => String((await cajero.cajas.close(cierre)).esperado.Efectivo);
      const results = await atOnce<string>(table, [deshacer, cerrar]);
      const hechos = results.map((result) => (result.status === 'fulfilled' ? result.value : 'no'));
      expect(['aplicado,100000', 'aplicado,120000']).toContain(hechos.join());
      await cuadra(utility);
    },
  );

  it('is opened once by one cashier, however many ask at the same time', async () => {
    const utility = await newTenant();
    const cajero = await utility.as('recaudo');
    const results = await atOnce(
      'cajas',
      Array.from({ length: 3 }, () => () => cajero.cajas.open({ base: 0 })),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await utility.reads.db.selectFrom('cajas').selectAll().execute()).map(({ numero }) => numero)).toEqual([1]);
    await cuadra(utility);
  });

  it.each([
    ['what was expected', `update cajas set esperado = '{"Efectivo": 1}'`, 'caja'],
    ['a difference', `update cajas set diferencia = 3`, 'caja'],
    ['a withdrawal', `update caja_retiros set valor = valor + 1`, 'caja'],
    ['a number', `update cajas set numero = 7`, 'serie de cajas'],
  ])('is reported by verify when somebody changes %s', async (_, statement, que) => {
    const { cajero, caja_id, services, id, reads, pagar } = await conCaja();
    await pagar(10_000);
    await cajero.cajas.withdraw({ caja_id, tipo: 'entrega', valor: 10_000, motivo: 'A tesorería' });
    await cajero.cajas.close({ caja_id, denominaciones: { '50000': 1 } });
    await tamper(services.adminUrl, `${statement} where tenant_id = '${id}'`);
    expect((await verify(reads)).hallazgos.map((hallazgo) => hallazgo.que)).toContain(que);
  });
});
