import { describe, expect, it } from 'vitest';
import { verify } from '../facturacion/verify.ts';
import { refusalOf } from '../testing/refusal.ts';
import { newBilled } from '../testing/billed.ts';
import { tamper } from '../testing/tamper.ts';
import { newTenant } from '../testing/tenant.ts';

const motivo = 'Se cobró una revisión que no se hizo';

/** A bill of 45,000 of 20 June 2026 and who makes notes of it; the tests' clock says 1 July 2026. */
async function billOf(facts: Parameters<Awaited<ReturnType<typeof newTenant>>['build']['factura']>[0] = {}) {
  const t = await newTenant();
  const { numero_factura } = await t.build.factura(facts);
  const [one, two] = [await t.as('facturacion'), await t.as('admin')];
  const note = (valor: number, more: object = {}) =>
    one.notas.create({ numero_factura, motivo, lineas: [{ linea: 0, valor }], ...more });
  const saldos = async () => {
    const { saldo, numero_cuenta } = await two.facturas.get({ numero_factura });
    return [saldo, (await two.clientes.get({ numero_cuenta })).saldo];
  };
  const books = async () => (await verify(t.reads)).hallazgos;
  return { ...t, numero_factura, one, two, note, saldos, books };
}

describe('notas.create', () => {
  it('applies a small note at once: number, ledger, both balances, the bill shows it', async () => {
    const { two, note, saldos, numero_factura, books } = await billOf();
    const created = await note(-5_000);
    expect(created).toMatchObject({
      tipo: 'credito',
      numero: 'NC000000001',
      estado: 'aprobada',
      fecha: '2026-07-01',
      valor: -5_000,
      conceptos: [{ linea: 0, concepto: 'Revisión', valor: -5_000 }],
    });
    expect(await note(1_500)).toMatchObject({ tipo: 'debito', numero: 'ND000000001' });
    expect(await note(-500)).toMatchObject({ numero: 'NC000000002' });
    expect(await saldos()).toEqual([41_000, 41_000]);
    expect((await two.facturas.get({ numero_factura })).notas).toMatchObject([
      { numero: 'NC000000001', valor: -5_000, motivo },
      { numero: 'ND000000001', valor: 1_500 },
      { numero: 'NC000000002', valor: -500 },
    ]);
    expect(await two.movimientos.list({ numero_cuenta: 'C-1' })).toMatchObject({
      items: [{ tipo: 'nota', valor: -500 }, { valor: 1_500 }, { valor: -5_000 }, { tipo: 'factura' }],
    });
    expect(await books()).toEqual([]);
  });

  it('leaves a credit balance on a bill that was already paid', async () => {
    const { as, two, note, saldos, numero_factura, books } = await billOf();
    const recaudo = await as('recaudo');
    await recaudo.facturas.pagar({ numero_factura });
    await note(-5_000);
    expect(await saldos()).toEqual([-5_000, -5_000]);
    expect(await two.facturas.get({ numero_factura })).toMatchObject({ estado: 'Pagada' });
    expect(await refusalOf(recaudo.facturas.pagar({ numero_factura, valor: 1 }))).toBe('factura_pagada');
    expect(await books()).toEqual([]);
  });

  it('never gives back more than bill and notes charged', async () => {
    const { note, saldos } = await billOf();
    await note(-40_000);
    expect(await refusalOf(note(-5_001))).toBe('nota_mayor_que_factura');
    await note(-5_000);
    expect(await saldos()).toEqual([0, 0]);
  });

  // Ley 142 art. 150: 31 January + 5 months is 30 June (dominio 3.5). Today is 1 July.
  it('charges within five months of the bill, later only a grounded fraud; gives back always', async () => {
    const late = await billOf({ fecha_emision: '2026-01-31', fecha_vencimiento: '2026-02-15' });
    expect(await refusalOf(late.note(1))).toBe('cobro_fuera_de_plazo');
    await late.note(-1);
    await late.note(1, { sustento: 'Acta 12: derivación sin medir, ensayo de laboratorio 33' });
    const lastDay = await billOf({ fecha_emision: '2026-02-01', fecha_vencimiento: '2026-02-15' });
    await lastDay.note(1);
  });

  it.each([
    ['a line that is not there', [{ linea: 1, valor: 1 }]],
    [
      'a line twice',
      [
        { linea: 0, valor: 1 },
        { linea: 0, valor: 2 },
      ],
    ],
    ['nothing', [{ linea: 0, valor: 0 }]],
    ['no lines', []],
  ])('refuses %s', async (_, lineas) => {
    const { note, books } = await billOf();
    expect(await refusalOf(note(1, { lineas }))).toBe('validacion');
    expect(await books()).toEqual([]);
  });

  it('is told once with an Idempotency-Key', async () => {
    const { as, numero_factura, saldos } = await billOf();
    const call = async () =>
      (await as('facturacion', { idempotency_key: 'n-1', answer: {} })).notas.create({
        numero_factura,
        motivo,
        lineas: [{ linea: 0, valor: -100 }],
      });
    expect(await call()).toEqual(await call());
    expect(await saldos()).toEqual([44_900, 44_900]);
  });
});

describe('a note above the limit', () => {
  const big = { valor_total: 900_000 };

  it('waits and moves nothing; a second person applies it', async () => {
    const { one, two, note, saldos, books } = await billOf(big);
    const { id: nota_id, ...waiting } = await note(-200_001);
    expect(waiting).toMatchObject({ estado: 'pendiente', numero: null, fecha: null });
    expect(await saldos()).toEqual([900_000, 900_000]);
    expect((await two.notas.list({ estado: 'pendiente' })).items).toHaveLength(1);
    expect(await refusalOf(one.notas.approve({ nota_id }))).toBe('misma_persona');
    expect(await refusalOf(one.notas.reject({ nota_id, observacion: 'No corresponde' }))).toBe('misma_persona');
    expect(await books()).toEqual([]);
    expect(await two.notas.approve({ nota_id })).toMatchObject({ estado: 'aprobada', numero: 'NC000000001' });
    expect(await saldos()).toEqual([699_999, 699_999]);
    expect(await refusalOf(two.notas.approve({ nota_id }))).toBe('nota_resuelta');
    expect(await books()).toEqual([]);
  });

  it('takes no number when it is rejected', async () => {
    const { two, note, saldos, books } = await billOf(big);
    const { id: nota_id } = await note(-300_000);
    expect(await two.notas.reject({ nota_id, observacion: 'No corresponde' })).toMatchObject({
      estado: 'rechazada',
      numero: null,
    });
    expect(await refusalOf(two.notas.approve({ nota_id }))).toBe('nota_resuelta');
    expect(await note(-1)).toMatchObject({ numero: 'NC000000001' });
    expect(await saldos()).toEqual([899_999, 899_999]);
    expect(await books()).toEqual([]);
  });

  it('is not got round by many small ones of the same bill', async () => {
    const { note } = await billOf(big);
    expect(await note(-150_000)).toMatchObject({ estado: 'aprobada' });
    expect(await note(-50_000)).toMatchObject({ estado: 'aprobada' });
    expect(await note(-1)).toMatchObject({ estado: 'pendiente' });
  });

  it('is applied once by two who approve at the same time', async () => {
    const { as, note, saldos } = await billOf(big);
    const { id: nota_id } = await note(-300_000);
    const admin = await as('admin');
    const results = await Promise.allSettled([admin.notas.approve({ nota_id }), admin.notas.approve({ nota_id })]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await saldos()).toEqual([600_000, 600_000]);
  });
});

describe('facturas.anular', () => {
  it('brings the bill to nothing, keeps its number and its trace', async () => {
    const { two, numero_factura, saldos, books } = await billOf();
    expect(await two.facturas.anular({ numero_factura, motivo })).toMatchObject({ estado: 'Anulada', saldo: 0 });
    expect(await saldos()).toEqual([0, 0]);
    expect((await two.facturas.get({ numero_factura })).anulacion).toMatchObject({ motivo, reemplazo: null });
    expect(await refusalOf(two.facturas.anular({ numero_factura, motivo }))).toBe('factura_anulada');
    expect(await refusalOf(two.facturas.pagar({ numero_factura }))).toBe('factura_anulada');
    expect(await books()).toEqual([]);
  });

  it('is refused after a payment or a note, waiting or not', async () => {
    for (const before of [
      ({ as, numero_factura }) => as('recaudo').then((r) => r.facturas.pagar({ numero_factura, valor: 1 })),
      ({ note }) => note(-1),
      ({ note }) => note(-300_000),
    ] satisfies ((bill: Awaited<ReturnType<typeof billOf>>) => Promise<unknown>)[]) {
      const bill = await billOf({ valor_total: 900_000 });
      await before(bill);
      const { two, numero_factura } = bill;
      expect(await refusalOf(two.facturas.anular({ numero_factura, motivo }))).toBe('factura_con_movimientos');
    }
  });

  it('of a period: only the last of the account; totals, summary and series stay right, the next starts before it', async () => {
    const { admin, bills, bill, reads } = await newBilled({ dials: [[100, 110, 125, 140]], months: 2 });
    const [first, second] = await bills();
    const before = await admin.periodos.get({ codigo: '2026-02' });
    expect(await refusalOf(admin.facturas.anular({ numero_factura: first!.numero_factura, motivo }))).toBe(
      'factura_no_es_la_ultima',
    );
    await admin.facturas.anular({ numero_factura: second!.numero_factura, motivo });
    expect(await admin.periodos.get({ codigo: '2026-02' })).toMatchObject({
      cuentas: before.cuentas - 1,
      valor_total: before.valor_total - second!.valor_total,
    });
    expect((await verify(reads)).hallazgos).toEqual([]);
    await bill();
    expect((await bills()).at(-1)).toMatchObject({
      lectura_anterior: 110,
      consumo_m3: 30,
      numero_factura: 'SPD000000003',
    });
    expect((await verify(reads)).hallazgos).toEqual([]);
  });

  it('sets apart what a later run found from it', async () => {
    const { admin, bills, liquidate, emit, reads } = await newBilled({
      dials: [
        [100, 110, 125, 140],
        [0, 9, 18, 30],
      ],
      months: 2,
    });
    const codigo = await liquidate();
    const second = (await bills()).at(-1)!;
    await admin.facturas.anular({ numero_factura: second.numero_factura, motivo });
    expect((await admin.periodos.prefacturas({ codigo, estado: 'apartada' })).items).toMatchObject([
      { numero_cuenta: 'C-1' },
    ]);
    await emit(codigo);
    expect((await admin.periodos.get({ codigo })).cuentas).toBe(1);
    expect((await verify(reads)).hallazgos).toEqual([]);
  });
});

describe('facturas.anular with reexpedir', () => {
  const dials = [[100, 110, 125, 140]];

  it('issues the same bill again under the next number; totals, summary, series and consumption stay right', async () => {
    const { admin, bills, bill, reads } = await newBilled({ dials, months: 2 });
    const second = (await bills())[1]!;
    const before = await admin.periodos.get({ codigo: '2026-02' });
    const again = await admin.facturas.anular({ numero_factura: second.numero_factura, motivo, reexpedir: {} });
    expect(again).toMatchObject({
      numero_factura: 'SPD000000003',
      periodo: '2026-02',
      fecha_emision: '2026-03-01', // long ago: the next period's bill is dated before today
      fecha_vencimiento: '2026-07-16',
      conceptos: second.conceptos,
      saldo: second.valor_total,
      estado: 'Pendiente',
    });
    const { anulacion } = await admin.facturas.get({ numero_factura: second.numero_factura });
    expect(anulacion).toMatchObject({ motivo, reemplazo: again.numero_factura });
    const { version } = await admin.periodos.get({ codigo: '2026-02' });
    expect(await admin.periodos.get({ codigo: '2026-02' })).toEqual({ ...before, version });
    expect((await verify(reads)).hallazgos).toEqual([]);
    await admin.facturas.anular({ numero_factura: again.numero_factura, motivo, reexpedir: {} });
    await bill();
    const { items } = await admin.facturas.list({ periodo: '2026-03' });
    expect(items).toMatchObject([{ lectura_anterior: 125, consumo_m3: 15, numero_factura: 'SPD000000005' }]);
    expect((await verify(reads)).hallazgos).toEqual([]);
  });

  it('from a corrected reading and class, which are written where they come from', async () => {
    const { admin, bills, reads } = await newBilled({ dials, months: 2 });
    const { numero_factura } = (await bills())[1]!;
    const reexpedir = { lectura_m3: '121', uso: 'comercial' as const };
    // (4,276.37 + 11 × 1,322.96) × 1.5 → 4,276 + 14,553 + 2,138 + 7,276
    expect(await admin.facturas.anular({ numero_factura, motivo, reexpedir })).toMatchObject({
      consumo_m3: 11,
      lectura_actual: 121,
      valor_total: 28_243,
    });
    expect(await admin.clientes.get({ numero_cuenta: 'C-1' })).toMatchObject({ uso: 'comercial', estrato: null });
    expect((await verify(reads)).hallazgos).toEqual([]);
  });

  it('is for bills of consumption', async () => {
    const { two, numero_factura, saldos } = await billOf();
    expect(await refusalOf(two.facturas.anular({ numero_factura, motivo, reexpedir: {} }))).toBe('validacion');
    expect(await saldos()).toEqual([45_000, 45_000]);
  });
});

describe('verify', () => {
  it.each([
    [
      'the value of a note',
      `update notas set valor = valor - 1, conceptos = jsonb_set(conceptos, '{0,valor}', to_jsonb(valor - 1)) where numero is not null`,
      'nota en el libro',
    ],
    [
      'the line a note points at',
      `update notas set conceptos = jsonb_set(conceptos, '{0,codigo}', '"otra"') where true`,
      'líneas de nota',
    ],
    ['an entry of a note taken away', `delete from movimientos where tipo = 'nota'`, 'nota en el libro'],
    [
      'a note applied by nobody',
      `update notas set estado = 'pendiente', numero = null, fecha = null where numero is not null`,
      'nota en el libro',
    ],
    ['a note taken away', `delete from notas where numero is not null`, 'serie de notas'],
    ['the counter of notes', `update series set ultimo = ultimo + 1 where nombre = 'notas_credito'`, 'serie de notas'],
    [
      'a bill made void without its entry',
      `update facturas set anulada = true where numero_factura = 'F-1'`,
      'anulación',
    ],
  ])('reports %s', async (_, statement, que) => {
    const { note, books, services, id } = await billOf({ valor_total: 900_000 });
    await note(-5_000);
    await note(-300_000);
    expect(await books()).toEqual([]);
    expect(await tamper(services.adminUrl, `${statement} and tenant_id = '${id}'`)).toBeGreaterThan(0);
    expect((await books()).map((hallazgo) => hallazgo.que)).toContain(que);
  });
});
