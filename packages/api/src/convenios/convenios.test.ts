import { sql } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import { verify } from '../facturacion/verify.ts';
import { refusalOf } from '../testing/refusal.ts';
import { testServices } from '../testing/services.ts';
import { atOnce } from '../testing/tenant.ts';
import { newUtility } from '../testing/utility.ts';

const plazo = { numero_cuenta: 'C-1', cuotas: 3, primera_cuota: '2026-07-15' };

afterEach(async () => (await testServices()).setNow('2026-07-01T15:00:00Z'));

/** C-1 owes two bills of $ 3,000 each. */
async function morosa() {
  const world = await newUtility();
  const { id: cliente_id } = await world.cuenta('C-1');
  await world.mes('2026-03', { 'C-1': 10 });
  await world.mes('2026-04', { 'C-1': 20 });
  const { admin, reads } = world;
  const cuenta = async () => (await admin.clientes.get({ numero_cuenta: 'C-1' })).saldo;
  const saldos = async () =>
    (await admin.facturas.historial({ numero_cuenta: 'C-1' })).items.map(({ saldo }) => saldo).toReversed();
  const sound = async () => expect((await verify(reads)).hallazgos).toEqual([]);
  /** Bills a month of 10 m³ on the first day of the next. */
  const facturar = async (codigo: string, dial: number, hoy: string) => {
    world.services.setNow(`${hoy}T15:00:00Z`);
    await world.mes(codigo, { 'C-1': dial });
  };
  return { ...world, cliente_id, cuenta, saldos, sound, facturar };
}

describe('convenios.create', () => {
  it('moves the debt of the bills to the agreement, and leaves that of the account', async () => {
    const { admin, cuenta, saldos, sound } = await morosa();
    const plan = await admin.convenios.simular({ ...plazo, tasa_anual: '0.06' });
    expect(plan).toMatchObject({ capital: 6_000, facturas: [{ valor: 3_000 }, { valor: 3_000 }] });
    const made = await admin.convenios.create({ ...plazo, tasa_anual: '0.06' });
    expect(made).toMatchObject({
      numero_convenio: 'CNV0000001',
      estado: 'vigente',
      capital: 6_000,
      saldo: 6_000,
      cuotas: 3,
    });
    // 6,000 × 0.06 × 14 / 365 = 13.8; 4,000 × 31 days = 20.4; 2,000 × 31 days = 10.2
    expect(made.plan.map(({ vence, capital, interes }) => [vence, capital, interes])).toEqual([
      ['2026-07-15', 2_000, 14],
      ['2026-08-15', 2_000, 20],
      ['2026-09-15', 2_000, 10],
    ]);
    expect(await cuenta()).toBe(6_000);
    expect(await saldos()).toEqual([0, 0]);
    expect((await admin.cargos.list({ numero_cuenta: 'C-1', estado: 'pendiente' })).items).toHaveLength(6);
    await sound();
    expect(await refusalOf(admin.convenios.create(plazo))).toBe('conflicto');
    const { id } = (await admin.cargos.list({ numero_cuenta: 'C-1' })).items[0]!;
    expect(await refusalOf(admin.cargos.anular({ cargo_id: id, motivo: 'No quiere' }))).toBe('solo_filas_nuevas');
  });

  it('covers the bills named, never one under claim, and one agreement at a time', async () => {
    const { admin, services, id, saldos, sound } = await morosa();
    const change = (text: ReturnType<typeof sql>) => services.tenants.transaction(id, (t) => text.execute(t.db));
    await change(sql`update facturas set en_reclamo = 500 where numero_factura = 'SPD000000002'`);
    expect(await refusalOf(admin.convenios.create({ ...plazo, facturas: ['SPD000000002'] }))).toBe('conflicto');
    expect(await refusalOf(admin.convenios.create({ ...plazo, facturas: ['X'] }))).toBe('validacion');
    expect(await admin.convenios.create(plazo)).toMatchObject({ capital: 3_000 });
    expect(await saldos()).toEqual([0, 3_000]);
    await change(sql`update facturas set en_reclamo = 0`);
    expect(await refusalOf(admin.convenios.create(plazo))).toBe('duplicado');
    await sound();
  });

  it('is signed once by two people at the same time', async () => {
    const { admin, sound, cuenta } = await morosa();
    const sign = () => admin.convenios.create(plazo);
    const results = await atOnce('facturas', [sign, sign]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await admin.convenios.list({})).items).toHaveLength(1);
    expect(await cuenta()).toBe(6_000);
    await sound();
  });

  it('covers what a payment at the same time left to pay, no more', async () => {
    const { admin, sound, cuenta, saldos } = await morosa();
    const pay = () => admin.facturas.pagar({ numero_factura: 'SPD000000001' });
    const [paid] = await atOnce<unknown>('facturas', [pay, () => admin.convenios.create(plazo)]);
    const owed = paid?.status === 'fulfilled' ? 3_000 : 6_000; // or the agreement came first and there is nothing to pay
    expect((await admin.convenios.list({})).items).toMatchObject([{ capital: owed, saldo: owed }]);
    expect(await saldos()).toEqual([0, 0]);
    expect(await cuenta()).toBe(owed);
    await sound();
  });

  it('freezes suspension, takes its order back and gives a suspended service back', async () => {
    const { admin, services, id } = await morosa();
    await admin.parametros.setSalario({ anio: 2026, valor: 1_500_000, norma: 'Decreto' });
    const cuentas = ['C-1'];
    await admin.suspension.avisar({ cuentas, fecha: '2026-06-20', medio: 'En el predio' });
    await admin.suspension.ordenar({ cuentas });
    await services.tenants.transaction(id, ({ db }) => sql`update clientes set estado = 'suspendido'`.execute(db));
    await admin.convenios.create(plazo);
    expect((await admin.ordenes.list({})).items).toMatchObject([
      { tipo: 'reinstalacion', estado: 'pendiente', motivo: 'Convenio CNV0000001 firmado' },
      { tipo: 'suspension', estado: 'anulada' },
    ]);
    expect((await admin.suspension.list({})).items).toEqual([]);
  });

  it('sets a liquidation apart that counted on the old debt', async () => {
    const { admin, liquidar, prefacturas } = await morosa();
    await liquidar('2026-05', { 'C-1': 30 });
    await admin.convenios.create(plazo);
    expect((await prefacturas('2026-05'))['C-1']).toMatchObject({ estado: 'apartada' });
  });
});

describe('an instalment', () => {
  it('is billed in its month, and its principal is owed once', async () => {
    const { admin, cuenta, saldos, sound, facturar } = await morosa();
    await admin.convenios.create({ ...plazo, tasa_anual: '0.06' });
    await facturar('2026-07', 30, '2026-08-01');
    expect(await saldos()).toEqual([0, 0, 5_014]);
    expect(await cuenta()).toBe(4_000 + 5_014);
    const { saldo, plan } = await admin.convenios.get({ numero_convenio: 'CNV0000001' });
    expect(saldo).toBe(4_000);
    expect(plan.map(({ numero_factura }) => numero_factura)).toEqual(['SPD000000003', null, null]);
    const { conceptos } = await admin.facturas.get({ numero_factura: 'SPD000000003' });
    expect(conceptos.slice(-2)).toMatchObject([
      {
        servicio: 'convenio',
        codigo: 'cuota_convenio',
        valor: 2_000,
        concepto: 'Cuota 1 de 3 del convenio CNV0000001',
      },
      { servicio: 'convenio', codigo: 'interes_convenio', valor: 14 },
    ]);
    await sound();
    expect(
      await refusalOf(admin.facturas.anular({ numero_factura: 'SPD000000003', motivo: 'Por error de lectura' })),
    ).toBe('factura_con_movimientos');
  });

  it('paid to the last one fulfils the agreement', async () => {
    const { admin, cuenta, sound, facturar } = await morosa();
    await admin.convenios.create(plazo);
    for (const [i, mes] of ['2026-07', '2026-08', '2026-09'].entries()) {
      const next = `2026-${String(8 + i).padStart(2, '0')}-01`;
      await facturar(mes, 30 + 10 * i, next);
      const { estado } = await admin.convenios.get({ numero_convenio: 'CNV0000001' });
      expect(estado).toBe('vigente');
      await admin.facturas.pagar({ numero_factura: `SPD00000000${3 + i}` });
    }
    expect(await admin.convenios.get({ numero_convenio: 'CNV0000001' })).toMatchObject({
      estado: 'cumplido',
      saldo: 0,
    });
    expect(await cuenta()).toBe(0);
    await sound();
    expect(await refusalOf(admin.convenios.incumplir({ numero_convenio: 'CNV0000001', motivo: 'Tarde ya' }))).toBe(
      'convenio_terminado',
    );
  });
});

describe('a broken agreement', () => {
  it('gives back to the bills what was not billed, to the peso, and takes its instalments back', async () => {
    const { admin, cuenta, saldos, sound, facturar } = await morosa();
    await admin.convenios.create({ ...plazo, tasa_anual: '0.06' });
    await facturar('2026-07', 30, '2026-08-01');
    const before = await cuenta();
    const broken = await admin.convenios.incumplir({ numero_convenio: 'CNV0000001', motivo: 'No pagó la cuota' });
    expect(broken).toMatchObject({ estado: 'incumplido', saldo: 0, terminado_en: '2026-08-01' });
    // The $ 2,000 billed paid for the oldest bill: $ 1,000 of it and the whole second one return.
    expect(await saldos()).toEqual([1_000, 3_000, 5_014]);
    expect(await cuenta()).toBe(before);
    expect((await admin.cargos.list({ numero_cuenta: 'C-1', estado: 'pendiente' })).items).toEqual([]);
    await sound();
    for (const n of [1, 2, 3]) await admin.facturas.pagar({ numero_factura: `SPD00000000${n}` });
    expect(await cuenta()).toBe(0);
    await sound();
    expect((await admin.convenios.list({ estado: 'incumplido', numero_cuenta: 'C-1' })).items).toHaveLength(1);
  });

  it('is broken once by two people at the same time', async () => {
    const { admin, saldos, sound } = await morosa();
    await admin.convenios.create(plazo);
    const end = () => admin.convenios.incumplir({ numero_convenio: 'CNV0000001', motivo: 'No pagó la cuota' });
    const results = await atOnce('facturas', [end, end]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await saldos()).toEqual([3_000, 3_000]);
    await sound();
  });
});
