import { describe, expect, it } from 'vitest';
import { atOnce, newTenant } from '../testing/tenant.ts';
import { refusalOf } from '../testing/refusal.ts';
import { olvidarRespuestas } from '../tenants/olvidar-respuestas.ts';
import { verify } from '../facturacion/verify.ts';

describe('facturas.create', () => {
  it('books the bill and its charge; both balances show it', async () => {
    const { as, build, reads } = await newTenant();
    const cliente = await build.cliente();
    const factura = await build.factura({ cliente_id: cliente.id, valor_total: 48_900 });
    expect(factura).toMatchObject({
      valor_total: 48_900,
      saldo: 48_900,
      estado: 'Pendiente',
      numero_cuenta: 'C-1',
      periodo: null,
    });
    expect(await (await as('consulta')).clientes.get({ numero_cuenta: 'C-1' })).toMatchObject({ saldo: 48_900 });
    expect((await verify(reads)).hallazgos).toEqual([]);
  });

  it.each([
    ['a total that is not the sum', { valor_total: 10, conceptos: [{ concepto: 'x', valor: 9 }] }],
    ['a due date before the issue', { fecha_emision: '2026-07-10', fecha_vencimiento: '2026-07-09' }],
    ['a date that does not exist', { fecha_emision: '2026-02-30' }],
    ['a fraction of a peso', { valor_total: 1.5, conceptos: [{ concepto: 'x', valor: 1.5 }] }],
    ['an enormous total', { valor_total: 2 ** 53 + 2, conceptos: [{ concepto: 'x', valor: 2 ** 53 + 2 }] }],
    ['no lines', { conceptos: [] }],
    ['a customer that does not exist', { cliente_id: 999_999 }],
    ['a number of the series', { numero_factura: 'SPD000000001' }],
    ['a NUL in a text', { observaciones: 'a\0b' }],
    ['half a character', { observaciones: 'a\ud800b' }],
  ])('refuses %s and changes nothing', async (_, facts) => {
    const { as, build } = await newTenant();
    expect(await refusalOf(build.factura(facts))).toBe('validacion');
    expect((await (await as('consulta')).facturas.list({})).items).toEqual([]);
  });

  it('refuses a repeated number', async () => {
    const { build } = await newTenant();
    await build.factura({ numero_factura: 'UNICA' });
    expect(await refusalOf(build.factura({ numero_factura: 'UNICA' }))).toBe('duplicado');
  });
});

describe('facturas.pagar', () => {
  it('pays the whole balance unless told, and books where it went', async () => {
    const { as, build, reads } = await newTenant();
    const { numero_factura, numero_cuenta } = await build.factura({ valor_total: 48_900 });
    const recaudo = await as('recaudo');
    expect(await recaudo.facturas.pagar({ numero_factura, valor: 20_000, medio: 'PSE' })).toMatchObject({
      saldo: 28_900,
      estado: 'Pendiente',
    });
    expect(await recaudo.facturas.pagar({ numero_factura })).toMatchObject({ saldo: 0, estado: 'Pagada' });
    expect(await refusalOf(recaudo.facturas.pagar({ numero_factura }))).toBe('factura_pagada');
    const { items } = await recaudo.pagos.list({ numero_cuenta });
    expect(items).toMatchObject([
      { valor: 28_900, medio: 'Efectivo', facturas: [{ numero_factura, valor: 28_900 }] },
      { valor: 20_000, medio: 'PSE', facturas: [{ numero_factura, valor: 20_000 }] },
    ]);
    expect((await recaudo.movimientos.list({ numero_cuenta })).items.map(({ valor }) => valor)).toEqual([
      -28_900, -20_000, 48_900,
    ]);
    expect((await verify(reads)).hallazgos).toEqual([]);
  });

  it('keeps what is above the balance in favour of the account', async () => {
    const { as, build, reads } = await newTenant();
    const { numero_factura } = await build.factura({ valor_total: 100 });
    const recaudo = await as('recaudo');
    expect(await recaudo.facturas.pagar({ numero_factura, valor: 101 })).toMatchObject({ saldo: 0, estado: 'Pagada' });
    expect((await recaudo.pagos.list({})).items).toMatchObject([{ valor: 101, anticipo: 1, avisos: ['anticipo'] }]);
    expect((await verify(reads)).hallazgos).toEqual([]);
  });

  it('lets one of two payments at the same time through', async () => {
    const { as, build, reads } = await newTenant();
    const { numero_factura } = await build.factura();
    const recaudo = await as('recaudo');
    const pay = () => recaudo.facturas.pagar({ numero_factura });
    const results = await atOnce('facturas', [pay, pay]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await recaudo.pagos.list({})).items).toHaveLength(1);
    expect((await verify(reads)).hallazgos).toEqual([]);
  });

  it('takes a reference of one means of payment once', async () => {
    const { as, build } = await newTenant();
    const [a, b] = [await build.factura(), await build.factura()];
    const recaudo = await as('recaudo');
    await recaudo.facturas.pagar({ numero_factura: a.numero_factura, medio: 'PSE', referencia: 'R-1' });
    expect(
      await refusalOf(recaudo.facturas.pagar({ numero_factura: b.numero_factura, medio: 'PSE', referencia: 'R-1' })),
    ).toBe('duplicado');
    await recaudo.facturas.pagar({ numero_factura: b.numero_factura, medio: 'Cheque', referencia: 'R-1' });
  });
});

describe('an Idempotency-Key', () => {
  it('answers the first answer again, and refuses another body', async () => {
    const { as, build } = await newTenant();
    const { numero_factura } = await build.factura({ valor_total: 50_000 });
    const again = () => as('recaudo', { idempotency_key: 'k-1', answer: {} });
    const first = await (await again()).facturas.pagar({ numero_factura, valor: 10_000 });
    expect(await (await again()).facturas.pagar({ numero_factura, valor: 10_000 })).toEqual(first);
    expect(await refusalOf((await again()).facturas.pagar({ numero_factura, valor: 20_000 }))).toBe(
      'idempotencia_distinta',
    );
    expect(await (await as('recaudo')).facturas.get({ numero_factura })).toMatchObject({ saldo: 40_000 });
  });

  it('has one effect and equal answers for 32 calls at once', async () => {
    const { as, build } = await newTenant();
    const { numero_factura } = await build.factura({ valor_total: 50_000 });
    const calls = await Promise.all(
      Array.from({ length: 32 }, async () =>
        (await as('recaudo', { idempotency_key: 'k-2', answer: {} })).facturas.pagar({ numero_factura, valor: 10_000 }),
      ),
    );
    expect(new Set(calls.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect((await (await as('recaudo')).pagos.list({})).items).toHaveLength(1);
  });

  it('is kept a day, and forgotten by the sweep after it', async () => {
    const { as, build, services, reads } = await newTenant();
    const { numero_factura } = await build.factura({ valor_total: 50_000 });
    const kept = () => reads.db.selectFrom('idempotencia').select('clave').execute();
    await (await as('recaudo', { idempotency_key: 'k-dia', answer: {} })).facturas.pagar({ numero_factura, valor: 10 });
    await olvidarRespuestas(services);
    expect(await kept()).toEqual([{ clave: 'k-dia' }]);
    const now = services.clock.now();
    services.setNow(new Date(now.getTime() + 25 * 3_600_000).toISOString());
    await olvidarRespuestas(services);
    services.setNow(now.toISOString());
    expect(await kept()).toEqual([]);
  });

  it('keeps no refusal: the same key may succeed later', async () => {
    const { as, build } = await newTenant();
    const call = async () =>
      (await as('recaudo', { idempotency_key: 'k-3', answer: {} })).facturas.pagar({ numero_factura: 'TARDE-1' });
    expect(await refusalOf(call())).toBe('no_encontrado');
    await build.factura({ numero_factura: 'TARDE-1' });
    expect(await call()).toMatchObject({ saldo: 0 });
  });
});

describe('reading bills', () => {
  it('derives the state from balance and due date on the day itself', async () => {
    const { as, build, services } = await newTenant();
    const { numero_factura } = await build.factura({ fecha_vencimiento: '2026-07-15' });
    const consulta = await as('consulta');
    const before = services.clock.now();
    const estado = async (instant: string) => {
      services.setNow(instant);
      const { estado } = await consulta.facturas.get({ numero_factura });
      expect((await consulta.facturas.list({ estado })).items).toHaveLength(1);
      return estado;
    };
    expect(await estado('2026-07-16T04:59:59Z')).toBe('Pendiente'); // still the 15th in Bogotá
    expect(await estado('2026-07-16T05:00:00Z')).toBe('Vencida');
    services.setNow(before.toISOString());
  });

  it('pages by keyset: every bill once, while others arrive', async () => {
    const { as, build } = await newTenant();
    const { id: cliente_id } = await build.cliente();
    for (let i = 0; i < 7; i++) await build.factura({ cliente_id });
    const consulta = await as('consulta');
    const seen: string[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await consulta.facturas.list({ limit: 3, cursor, count: true });
      seen.push(...page.items.map(({ numero_factura }) => numero_factura));
      await build.factura({ cliente_id });
      if (!page.nextCursor) break;
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(['F-7', 'F-6', 'F-5', 'F-4', 'F-3', 'F-2', 'F-1']);
    expect((await consulta.facturas.historial({ numero_cuenta: 'C-1', limit: 2 })).items).toHaveLength(2);
    expect(await refusalOf(consulta.facturas.list({ cursor: 'bm8=' }))).toBe('validacion');
  });

  it('shows a citizen only the bills of linked accounts', async () => {
    const { as, build, userOf } = await newTenant();
    const [own, foreign] = [await build.factura(), await build.factura()];
    const user = await userOf('ciudadano');
    await (await as('atencion')).users.linkCliente({ user_id: user.id, numero_cuenta: own.numero_cuenta });
    const citizen = await as('ciudadano');
    expect((await citizen.facturas.list({})).items.map(({ numero_factura }) => numero_factura)).toEqual([
      own.numero_factura,
    ]);
    expect(await citizen.facturas.get({ numero_factura: own.numero_factura })).toMatchObject({
      numero_factura: own.numero_factura,
    });
    expect(await refusalOf(citizen.facturas.get({ numero_factura: foreign.numero_factura }))).toBe('no_encontrado');
    expect(await refusalOf(citizen.facturas.historial({ numero_cuenta: foreign.numero_cuenta }))).toBe('no_encontrado');
  });

  it('opens to anyone with both numbers of the paper, without a name or address', async () => {
    const { as, build } = await newTenant();
    const { numero_factura, numero_cuenta } = await build.factura();
    const nobody = await as('nobody');
    const found = await nobody.facturas.consultaPublica({ numero_factura, numero_cuenta });
    expect(found).toMatchObject({ numero_factura, valor_total: 45_000 });
    expect(JSON.stringify(found)).not.toMatch(/Cliente 1|Calle/);
    expect(await refusalOf(nobody.facturas.consultaPublica({ numero_factura, numero_cuenta: 'C-9' }))).toBe(
      'no_encontrado',
    );
  });
});

it('facturas.list finds the bill of a payment reference, and nothing for one that is not ours', async () => {
  const { as, build } = await newTenant();
  const { id, numero_factura } = await build.factura();
  await build.factura();
  const consulta = await as('consulta');
  const de = async (referencia: string) =>
    (await consulta.facturas.list({ referencia })).items.map((factura) => factura.numero_factura);
  expect(await de(`99${String(id).padStart(12, '0')}`)).toEqual([numero_factura]);
  expect(await de('0000000123')).toEqual([]);
  expect(await de('123456789012345678')).toEqual([]);
});
