import { describe, expect, it } from 'vitest';
import { verify } from '../facturacion/verify.ts';
import { newBilled, TARIFA } from '../testing/billed.ts';
import { refusalOf } from '../testing/refusal.ts';
import { tamper } from '../testing/tamper.ts';
import type { Cambio } from './correcciones.schema.ts';

const motivo = 'Se revisó en terreno';

/** Billed months and how to correct them; the tests' clock says 1 July 2026. */
async function corrected(...args: Parameters<typeof newBilled>) {
  const t = await newBilled(...args);
  const { admin, reads } = t;
  const preview = (cambio: Cambio, more: object = {}) => admin.correcciones.preview({ cambio, ...more });
  const correct = async (cambio: Cambio, more: object = {}) => {
    const { huella } = await preview(cambio, more);
    return admin.correcciones.create({ cambio, motivo, huella, ...more });
  };
  const lecturaDe = async (fecha: string, medidor = 'M-1') => {
    const { items } = await admin.lecturas.list({ medidor, desde: fecha, hasta: fecha });
    return items[0]!.id; // the newest stands
  };
  const books = async () => (await verify(reads)).hallazgos;
  /** Everything that has to be as it was after an undo. */
  const state = async () => ({
    saldos: (await t.bills()).map(({ numero_factura, saldo }) => [numero_factura, saldo]),
    cliente: await admin.clientes
      .get({ numero_cuenta: 'C-1' })
      .then(({ version: _, updated_at: __, ...facts }) => facts),
  });
  return { ...t, preview, correct, lecturaDe, books, state };
}

describe('a corrected reading', () => {
  // 2,120 m, estrato 2 (−20 %), 4,276.37 a month and 1,322.96 a m³; básico up to 11 m³.
  // April was read 160 and was 150: 20 m³ become 10, and May's 5 become 15.
  const dials = [[100, 110, 125, 140, 160, 165]];

  it('is seen before: each bill it touches, by line, in pesos and m³', async () => {
    const { preview, lecturaDe, state } = await corrected({ dials });
    const before = await state();
    const vista = await preview({ tipo: 'lectura', lectura_id: await lecturaDe('2026-04-30'), lectura_m3: '150' });
    expect(vista).toMatchObject({
      numero_cuenta: 'C-1',
      diferencia_m3: 0,
      cambios: [{ antes: '160.000', despues: '150' }],
      requiere_aprobacion: false,
      facturas: [
        {
          periodo: '2026-04',
          consumo_antes: 20,
          consumo_despues: 10,
          nota: 'credito',
          limite_cobro: '2026-10-01',
          // básico 11 → 10: −1,322.96; complementario 9 → 0; subsidy −0.2 × 11 × 1,322.96 → −0.2 × 10 × 1,322.96
          lineas: [
            { linea: 1, codigo: 'consumo_basico', antes: 14_553, despues: 13_230, valor: -1_323 },
            { linea: 2, codigo: 'consumo_complementario', antes: 11_907, despues: 0, valor: -11_907 },
            { linea: 4, codigo: 'subsidio_consumo_basico', antes: -2_911, despues: -2_646, valor: 265 },
          ],
          diferencia: -12_965,
        },
        { periodo: '2026-05', consumo_antes: 5, consumo_despues: 15, nota: 'debito', diferencia: 11_642 },
      ],
    });
    expect(vista.diferencia).toBe(-12_965 + 11_642);
    expect(await state()).toEqual(before);
  });

  it('is applied whole: notes, reading, balances; bill and notes are what it should have been', async () => {
    const { correct, lecturaDe, bills, books, admin } = await corrected({ dials });
    const done = await correct({ tipo: 'lectura', lectura_id: await lecturaDe('2026-04-30'), lectura_m3: '150' });
    expect(done).toMatchObject({ estado: 'aplicada', facturas: 2, diferencia: -1_323 });
    const right = await newBilled({ dials: [[100, 110, 125, 140, 150, 165]] });
    expect((await bills()).map(({ saldo }) => saldo)).toEqual((await right.bills()).map(({ saldo }) => saldo));
    expect((await admin.lecturas.list({ medidor: 'M-1' })).items.map(({ lectura_m3 }) => lectura_m3)).toContain(
      '150.000',
    );
    expect(await books()).toEqual([]);
  });

  it('of the last bill moves where the next period starts, and what was liquidated from it is set apart', async () => {
    const { correct, lecturaDe, bills, bill, liquidate, emit, books, admin } = await corrected({
      dials: [
        [100, 110, 125, 140, 160, 165],
        [0, 9, 18, 27, 36, 45],
      ],
      months: 3,
    });
    const codigo = await liquidate();
    await correct({ tipo: 'lectura', lectura_id: await lecturaDe('2026-03-31'), lectura_m3: '138' });
    expect((await admin.periodos.prefacturas({ codigo, estado: 'apartada' })).items).toMatchObject([
      { numero_cuenta: 'C-1' },
    ]);
    await emit(codigo);
    await bill();
    expect((await bills()).at(-1)).toMatchObject({ lectura_anterior: 138, consumo_m3: 27 });
    expect(await books()).toEqual([]);
  });

  it('that was not taken, found later: the estimate is given back and the history follows', async () => {
    const { correct, lecturaDe, bills, bill, books } = await corrected({
      dials: [[100, 110, 125, null, 155, 170, 185]],
      months: 5,
    });
    const lectura_id = await lecturaDe('2026-03-31');
    await correct({ tipo: 'lectura', lectura_id, lectura_m3: '140' });
    await bill();
    const right = await newBilled({ dials: [[100, 110, 125, 140, 155, 170, 185]] });
    expect((await bills()).map(({ saldo }) => saldo)).toEqual((await right.bills()).map(({ saldo }) => saldo));
    expect(await books()).toEqual([]);
  });

  it('of the starting point changes the first bill', async () => {
    const { correct, lecturaDe, bills, books } = await corrected({ dials: [[100, 110, 125]] });
    await correct({ tipo: 'lectura', lectura_id: await lecturaDe('2025-12-31'), lectura_m3: '105' });
    const right = await newBilled({ dials: [[105, 110, 125]] });
    expect((await bills()).map(({ saldo }) => saldo)).toEqual((await right.bills()).map(({ saldo }) => saldo));
    expect(await books()).toEqual([]);
  });

  it('is refused twice, for a reading nobody billed, and without a change', async () => {
    const { correct, preview, lecturaDe } = await corrected({ dials, months: 4 });
    const lectura_id = await lecturaDe('2026-04-30');
    await correct({ tipo: 'lectura', lectura_id, lectura_m3: '150' });
    expect(await refusalOf(preview({ tipo: 'lectura', lectura_id, lectura_m3: '151' }))).toBe('correccion_con_hechos');
    const open = await lecturaDe('2026-05-31');
    expect(await refusalOf(preview({ tipo: 'lectura', lectura_id: open, lectura_m3: '1' }))).toBe(
      'correccion_sin_efecto',
    );
    expect(await refusalOf(preview({ tipo: 'lectura', lectura_id: 999_999, lectura_m3: '1' }))).toBe('no_encontrado');
  });

  it('can be corrected again: the second starts from the first', async () => {
    const { correct, lecturaDe, bills, books } = await corrected({ dials });
    await correct({ tipo: 'lectura', lectura_id: await lecturaDe('2026-04-30'), lectura_m3: '150' });
    await correct({ tipo: 'lectura', lectura_id: await lecturaDe('2026-03-31'), lectura_m3: '139' });
    await correct({ tipo: 'lectura', lectura_id: await lecturaDe('2026-04-30'), lectura_m3: '152' });
    const right = await newBilled({ dials: [[100, 110, 125, 139, 152, 165]] });
    expect((await bills()).map(({ saldo }) => saldo)).toEqual((await right.bills()).map(({ saldo }) => saldo));
    expect(await books()).toEqual([]);
  });
});

describe('a corrected class, tariff, owner', () => {
  const dials = [[100, 110, 125, 140]];

  it('estrato from a day on: the bills of the periods that begin then, and the account', async () => {
    const { correct, bills, books, admin } = await corrected({ dials });
    const [january, ...before] = await bills();
    const done = await correct({
      tipo: 'clase',
      numero_cuenta: 'C-1',
      desde: '2026-02-01',
      uso: 'residencial',
      estrato: 1,
    });
    expect(done).toMatchObject({ facturas: 2 });
    const [same, ...after] = await bills();
    expect(same!.saldo).toBe(january!.saldo);
    // −30 % in place of −20 % of 4,276.37 and of 11 × 1,322.96: −428 and −1,455 (each line rounds by itself)
    expect(after.map(({ saldo }, i) => saldo - before[i]!.saldo)).toEqual([-1_883, -1_883]);
    expect(await admin.clientes.get({ numero_cuenta: 'C-1' })).toMatchObject({ uso: 'residencial', estrato: 1 });
    expect(await books()).toEqual([]);
  });

  it('use: subsidies become contributions, ranges one line', async () => {
    const { correct, bills, books, admin } = await corrected({ dials });
    await correct({ tipo: 'clase', numero_cuenta: 'C-1', desde: '2026-02-01', uso: 'comercial', estrato: null });
    // (4,276.37 + 15 × 1,322.96) × 1.5 → 4,276 + 19,844 + 2,138 + 9,922
    expect((await bills()).at(-1)!.saldo).toBe(36_180);
    const { numero_factura } = (await bills()).at(-1)!;
    const { notas } = await admin.facturas.get({ numero_factura });
    expect(notas[0]!.conceptos.filter(({ linea }) => linea === null).map(({ codigo }) => codigo)).toEqual([
      'consumo',
      'contribucion_cargo_fijo',
      'contribucion_consumo',
    ]);
    expect(await books()).toEqual([]);
    const undone = { tipo: 'clase', numero_cuenta: 'C-1', desde: '2026-02-01', uso: 'comercial', estrato: 3 } as const;
    expect(await refusalOf(admin.correcciones.preview({ cambio: undone }))).toBe('validacion');
  });

  it('a version of the tariffs that came late: saved, and the bills are of it', async () => {
    const { correct, preview, bills, bill, books } = await corrected({ dials: [[100, 110, 125, 140, 155]], months: 3 });
    const servicios = { acueducto: { cargo_fijo: '4276.37', consumo: '1400.00' } };
    const tarifa = { ...TARIFA, vigente_desde: '2026-02-01', fuente: 'Acuerdo 7', servicios };
    const cambio = { tipo: 'tarifa', numero_cuenta: 'C-1', desde: '2026-02-01', tarifa } as const;
    await correct(cambio);
    // 15 × 77.04 − 0.2 × 11 × 77.04: 847 + 308 − 169
    expect((await bills()).at(-1)!.saldo - (await bills())[1]!.saldo).toBe(0);
    expect((await bills()).at(-1)!.saldo - (await bills()).at(-1)!.valor_total).toBe(986);
    expect(await refusalOf(preview(cambio))).toBe('correccion_sin_efecto');
    await bill();
    expect((await bills()).at(-1)!.saldo).toBe((await bills()).at(-2)!.saldo);
    expect(await books()).toEqual([]);
  });

  it('an owner: no money moves', async () => {
    const { correct, bills, books, admin } = await corrected({ dials });
    const before = await bills();
    const cambio = {
      tipo: 'titular',
      numero_cuenta: 'C-1',
      desde: '2026-02-01',
      nombre: 'Luz Ríos',
      tipo_documento: 'NIT',
      documento: '900.123.818-0',
    } as const;
    await correct(cambio);
    expect(await admin.clientes.get({ numero_cuenta: 'C-1' })).toMatchObject({
      nombre: 'Luz Ríos',
      documento: '900123818',
    });
    expect((await admin.clientes.list({ q: 'rios' })).items).toHaveLength(1);
    expect(await bills()).toEqual(before);
    expect(await refusalOf(admin.correcciones.preview({ cambio }))).toBe('correccion_sin_efecto');
    expect(await books()).toEqual([]);
  });
});

describe('the five months of art. 150', () => {
  it('leave out the debits of older bills, never the credits, and say so; a grounded fraud lifts them', async () => {
    const { preview, correct, lecturaDe, bills, books, services } = await corrected({ dials: [[100, 120, 125, 140]] });
    const now = services.clock.now().toISOString();
    services.setNow('2026-07-02T15:00:00Z'); // January's bill is of 1 February: until 1 July
    const less = { tipo: 'lectura', lectura_id: await lecturaDe('2026-01-31'), lectura_m3: '124' } as const;
    expect((await preview(less)).facturas).toMatchObject([
      { periodo: '2026-01', omitida: 'plazo_de_cobro', diferencia: 0, nota: null, limite_cobro: '2026-07-01' },
      { periodo: '2026-02', omitida: null, nota: 'credito' },
      { periodo: '2026-03', omitida: null, nota: null }, // it only remembers another January
    ]);
    const sustento = 'Acta 12: derivación sin medir, ensayo 33';
    expect((await preview(less, { sustento })).facturas[0]).toMatchObject({ omitida: null, nota: 'debito' });
    const [january] = await bills();
    await correct(less);
    expect((await bills())[0]!.saldo).toBe(january!.saldo);
    expect(await books()).toEqual([]);
    await correct({ ...less, lectura_id: await lecturaDe('2026-01-31'), lectura_m3: '110' });
    expect((await bills())[0]!.saldo).toBeLessThan(january!.saldo);
    expect(await books()).toEqual([]);
    services.setNow(now);
  });
});

describe('what was seen is what is done', () => {
  const dials = [[100, 110, 125, 140]];
  const cambio = { tipo: 'clase', numero_cuenta: 'C-1', desde: '2026-02-01', uso: 'comercial', estrato: null } as const;

  it('409 when the books moved since', async () => {
    const { preview, correct, lecturaDe, admin, books, bills } = await corrected({ dials });
    const { huella } = await preview(cambio);
    await correct({ tipo: 'lectura', lectura_id: await lecturaDe('2026-02-28'), lectura_m3: '126' });
    const before = await bills();
    expect(await refusalOf(admin.correcciones.create({ cambio, motivo, huella }))).toBe('vista_vieja');
    expect(await bills()).toEqual(before);
    expect(await books()).toEqual([]);
  });

  it('above the limit a second person decides, on the books as they were seen', async () => {
    const { as, preview, bills, books, admin, lecturaDe, correct } = await corrected({
      dials: [[0, 900, 1_800, 2_700]],
    });
    const facturacion = await as('facturacion');
    const before = await bills();
    const ask = async () => facturacion.correcciones.create({ cambio, motivo, huella: (await preview(cambio)).huella });
    const { id: correccion_id, ...waiting } = await ask();
    expect(waiting).toMatchObject({ estado: 'pendiente' });
    expect(await bills()).toEqual(before);
    expect(await books()).toEqual([]);
    expect(await refusalOf(facturacion.correcciones.approve({ correccion_id }))).toBe('misma_persona');
    await admin.correcciones.reject({ correccion_id, observacion: 'Falta el acta' });
    expect(await refusalOf(admin.correcciones.approve({ correccion_id }))).toBe('correccion_resuelta');
    const again = await ask();
    await correct({ tipo: 'lectura', lectura_id: await lecturaDe('2026-02-28'), lectura_m3: '1801' });
    expect(await refusalOf(admin.correcciones.approve({ correccion_id: again.id }))).toBe('vista_vieja');
    const third = await ask();
    expect(await admin.correcciones.approve({ correccion_id: third.id })).toMatchObject({
      estado: 'aplicada',
      facturas: 2,
    });
    expect(await books()).toEqual([]);
  });
});

describe('undo', () => {
  const dials = [[100, 110, 125, null, 155, 170]];

  it.each([
    ['a reading', async (t) => ({ tipo: 'lectura', lectura_id: await t.lecturaDe('2026-02-28'), lectura_m3: '121' })],
    [
      'a reading not taken',
      async (t) => ({ tipo: 'lectura', lectura_id: await t.lecturaDe('2026-03-31'), lectura_m3: '140' }),
    ],
    [
      'a use',
      async () => ({ tipo: 'clase', numero_cuenta: 'C-1', desde: '2026-02-01', uso: 'comercial', estrato: null }),
    ],
    [
      'an owner',
      async () => ({
        tipo: 'titular',
        numero_cuenta: 'C-1',
        desde: '2026-02-01',
        nombre: 'Luz',
        tipo_documento: null,
        documento: null,
      }),
    ],
  ] as [string, (t: Awaited<ReturnType<typeof corrected>>) => Promise<Cambio>][])(
    'of %s gives the books back exactly, and it can be done again',
    async (_, make) => {
      const t = await corrected({ dials });
      const before = await t.state();
      const { id: correccion_id } = await t.correct(await make(t));
      expect(await t.state()).not.toEqual(before);
      const undone = await t.admin.correcciones.undo({ correccion_id, motivo });
      expect(undone).toMatchObject({ deshace_id: correccion_id, estado: 'aplicada' });
      expect(await t.state()).toEqual(before);
      expect(await t.admin.correcciones.get({ correccion_id })).toMatchObject({ deshecha_por: undone.id });
      expect(await t.books()).toEqual([]);
      expect(await refusalOf(t.admin.correcciones.undo({ correccion_id, motivo }))).toBe('correccion_resuelta');
      await t.correct(await make(t));
      expect(await t.books()).toEqual([]);
    },
  );

  it('takes back what a correction gave after the five months too: the bill had charged it in time', async () => {
    const { correct, lecturaDe, state, admin, services, books } = await corrected({ dials: [[100, 120, 125, 140]] });
    const now = services.clock.now().toISOString();
    services.setNow('2026-12-02T15:00:00Z');
    const before = await state();
    const { id } = await correct({ tipo: 'lectura', lectura_id: await lecturaDe('2026-03-31'), lectura_m3: '135' });
    await admin.correcciones.undo({ correccion_id: id, motivo });
    expect(await state()).toEqual(before);
    expect(await books()).toEqual([]);
    services.setNow(now);
  });

  it('is refused when a later bill started from it, or another correction stands on it', async () => {
    const { correct, lecturaDe, admin, bill, books } = await corrected({
      dials: [[100, 110, 125, 140, 155]],
      months: 3,
    });
    const undo = (correccion_id: number) => admin.correcciones.undo({ correccion_id, motivo });
    const first = await correct({ tipo: 'lectura', lectura_id: await lecturaDe('2026-03-31'), lectura_m3: '138' });
    const second = await correct({
      tipo: 'clase',
      numero_cuenta: 'C-1',
      desde: '2026-03-01',
      uso: 'residencial',
      estrato: 3,
    });
    expect(await refusalOf(undo(first.id))).toBe('correccion_con_hechos');
    await bill();
    expect(await refusalOf(undo(second.id))).toBe('correccion_con_hechos');
    expect(await refusalOf(undo(first.id))).toBe('correccion_con_hechos');
    expect(await books()).toEqual([]);
  });
});

describe('a held deviation', () => {
  // Six months of 10 m³; the seventh, December, 30 is +200 %: held, billed 10. Then January 12.
  const dials = [[0, 10, 20, 30, 40, 50, 60, 90, 102, 112]];
  const held = async (months: number) => {
    const t = await corrected({ dials, months, politica_desviacion: 'retener', from: '2025-06-01' });
    const factura = (await t.bills())[6]!;
    expect(factura).toMatchObject({ metodo: 'provisional', consumo_m3: 10 });
    const now = t.services.clock.now().toISOString();
    t.services.setNow('2026-06-01T15:00:00Z'); // its bill is of 1 January: the last day to charge
    const resolve = (resultado: 'confirmar' | 'promediar' | 'corregir', m3?: number) =>
      t.correct({ tipo: 'desviacion', numero_factura: factura.numero_factura, resultado, m3 });
    return { ...t, factura, resolve, restore: () => t.services.setNow(now) };
  };
  const historia = async ({ reads }: Awaited<ReturnType<typeof held>>) => {
    const row = await reads.db
      .selectFrom('ajustes_consumo')
      .select('estado')
      .where('tenant_id', '=', reads.tenant_id)
      .orderBy('id', 'desc')
      .executeTakeFirst();
    return (row?.estado as { historia: number[] } | undefined)?.historia;
  };

  it('confirmed: a debit of the difference at the tariff of its period, and the m³ in their place of the history', async () => {
    const t = await held(8);
    await t.resolve('confirmar');
    const { saldo, valor_total } = (await t.bills())[6]!;
    // 10 → 30 m³: básico 13,230 → 14,553, complementario 11 (14,553), suntuario 8 (10,584), subsidy −2,646 → −2,911
    expect(saldo - valor_total).toBe(1_323 + 14_553 + 10_584 - 265);
    expect(await historia(t)).toEqual([10, 10, 10, 10, 30, 12]);
    await t.bill();
    expect((await t.bills()).at(-1)).toMatchObject({ consumo_m3: 10, metodo: 'medido' });
    expect(await t.books()).toEqual([]);
    t.restore();
  });

  it('confirmed while it is the last bill: the next period starts from it', async () => {
    const t = await held(7);
    await t.resolve('confirmar');
    expect(await historia(t)).toEqual([10, 10, 10, 10, 10, 30]);
    await t.bill();
    expect(await t.books()).toEqual([]);
    t.restore();
  });

  it('billed by average: the bill stands, once', async () => {
    const t = await held(8);
    const done = await t.resolve('promediar');
    expect(done).toMatchObject({ diferencia: 0, facturas: 1 });
    expect((await t.bills())[6]!.saldo).toBe(t.factura.saldo);
    expect(await historia(t)).toBeUndefined();
    expect(await refusalOf(t.resolve('confirmar'))).toBe('correccion_resuelta');
    await t.admin.correcciones.undo({ correccion_id: done.id, motivo });
    await t.resolve('corregir', 8);
    // 10 → 8 m³: básico −2 × 1,322.96 → 10,584 for 13,230; subsidy −2,117 for −2,646
    expect((await t.bills())[6]!.saldo - t.factura.saldo).toBe(-2_646 + 529);
    expect(await historia(t)).toEqual([10, 10, 10, 10, 8, 12]);
    expect(await t.books()).toEqual([]);
    t.restore();
  });

  it('after five months gives back but does not charge', async () => {
    const t = await held(8);
    t.services.setNow('2026-06-02T15:00:00Z');
    await t.resolve('confirmar');
    expect((await t.bills())[6]!.saldo).toBe(t.factura.saldo);
    expect(await t.books()).toEqual([]);
    t.restore();
  });

  it('resolved is in the way of a correction that makes its history again, until it is undone', async () => {
    const t = await held(8);
    const { id } = await t.resolve('confirmar');
    const cambio = { tipo: 'lectura', lectura_id: await t.lecturaDe('2026-01-31'), lectura_m3: '101' } as const;
    expect(await refusalOf(t.preview(cambio))).toBe('correccion_con_hechos');
    await t.admin.correcciones.undo({ correccion_id: id, motivo });
    await t.correct(cambio);
    expect(await t.books()).toEqual([]);
    t.restore();
  });

  it('is refused of a bill that has none', async () => {
    const t = await held(8);
    const { numero_factura } = (await t.bills())[0]!;
    expect(await refusalOf(t.preview({ tipo: 'desviacion', numero_factura, resultado: 'confirmar' }))).toBe(
      'correccion_sin_efecto',
    );
    const { numero_factura: seventh } = t.factura;
    expect(await refusalOf(t.preview({ tipo: 'desviacion', numero_factura: seventh, resultado: 'corregir' }))).toBe(
      'validacion',
    );
    t.restore();
  });
});

describe('verify', () => {
  it.each([
    [
      'the inputs of a corrected bill',
      `update correccion_facturas set calculo = jsonb_set(calculo, '{lectura,dial}', '151') where calculo ->> 'fecha' = '2026-04-01'`,
      'factura corregida',
    ],
    [
      'a line of a corrected bill',
      `update correccion_facturas set conceptos = jsonb_set(conceptos, '{0,valor}', '1') where true`,
      'factura corregida',
    ],
    [
      'a peso of a corrected bill',
      `update correccion_facturas set diferencia = diferencia + 1 where true`,
      'corrección',
    ],
    ['the total of a correction', `update correcciones set diferencia = diferencia + 1 where true`, 'corrección'],
    [
      'a bill taken out of a correction',
      `delete from correccion_facturas where calculo ->> 'fecha' = '2026-04-01'`,
      'corrección',
    ],
    [
      'a corrected state',
      `update ajustes_consumo set estado = jsonb_set(estado, '{ref}', '1') where true`,
      'ajuste de consumo',
    ],
    [
      'a corrected state, in both its places',
      `with k as (update correcciones set estado_despues = jsonb_set(estado_despues, '{ref}', '1') where tenant_id = $T) update ajustes_consumo set estado = jsonb_set(estado, '{ref}', '1') where true`,
      'ajuste de consumo',
    ],
    ['a corrected state taken away', `delete from ajustes_consumo where true`, 'ajuste de consumo'],
  ])('reports %s', async (_, statement, que) => {
    const { correct, lecturaDe, books, services, id } = await corrected({ dials: [[100, 110, 125, 140, 160]] });
    await correct({ tipo: 'lectura', lectura_id: await lecturaDe('2026-04-30'), lectura_m3: '150' });
    expect(await books()).toEqual([]);
    expect(
      await tamper(services.adminUrl, `${statement} and tenant_id = $T`.replaceAll('$T', `'${id}'`)),
    ).toBeGreaterThan(0);
    expect((await books()).map((hallazgo) => hallazgo.que)).toContain(que);
  });
});
