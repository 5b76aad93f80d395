import { describe, expect, it } from 'vitest';
import { verify } from '../facturacion/verify.ts';
import { refusalOf } from '../testing/refusal.ts';
import { atOnce, newTenant } from '../testing/tenant.ts';
import { registrarPagos } from './registrar-pagos.ts';
import { registroDe } from './registro.ts';

type Utility = Awaited<ReturnType<typeof newTenant>>;

/** An account with three bills: January 100, February 200, March 300. */
async function conDeuda() {
  const utility = await newTenant();
  const { id: cliente_id, numero_cuenta } = await utility.build.cliente();
  for (const [mes, valor_total] of [
    [1, 100],
    [2, 200],
    [3, 300],
  ] as const)
    await utility.build.factura({
      cliente_id,
      numero_factura: `M-${mes}`,
      valor_total,
      fecha_emision: `2026-0${mes}-01`,
      fecha_vencimiento: `2026-0${mes}-15`,
    });
  return { ...utility, cliente_id, numero_cuenta, recaudo: await utility.as('recaudo') };
}

const saldos = async ({ as }: Pick<Utility, 'as'>) => {
  const { items } = await (await as('consulta')).facturas.list({});
  return Object.fromEntries(items.map(({ numero_factura, saldo }) => [numero_factura, saldo]));
};
const cuadra = async ({ reads }: Pick<Utility, 'reads'>) => expect((await verify(reads)).hallazgos).toEqual([]);

describe('pagos.create', () => {
  it('pays an account from its oldest bill, and says where every peso went', async () => {
    const utility = await conDeuda();
    const { recaudo, numero_cuenta } = utility;
    const pedido = { numero_cuenta, valor: 250 };
    const antes = await recaudo.pagos.simular(pedido);
    const pago = await recaudo.pagos.create({
      ...pedido,
      medio: 'Transferencia',
      referencia: 'T-1',
      fecha_pago: '2026-06-28',
    });
    const otros = (valor: number) => ({ valor, detalle: { otros: valor } });
    expect(pago).toMatchObject({
      recibo: 'RC000000001',
      valor: 250,
      fecha_pago: '2026-06-28',
      origen: 'oficina',
      facturas: [
        { numero_factura: 'M-1', ...otros(100) },
        { numero_factura: 'M-2', ...otros(150) },
      ],
      anticipo: 0,
      avisos: [],
    });
    expect(antes).toEqual({ numero_cuenta, facturas: pago.facturas, anticipo: 0, avisos: [] });
    expect(await saldos(utility)).toEqual({ 'M-1': 0, 'M-2': 50, 'M-3': 300 });
    await cuadra(utility);
  });

  it('follows the rule of the utility', async () => {
    const utility = await conDeuda();
    const { numero_cuenta } = utility;
    const ajustes = {
      ...utility.tenant.ajustes,
      asignacion_orden: 'reciente_primero' as const,
      asignacion_sobrante: 'anticipo' as const,
    };
    const recaudo = await utility.as('recaudo', { tenant: { ...utility.tenant, ajustes } });
    await recaudo.pagos.create({ numero_cuenta, valor: 10 });
    expect(await recaudo.pagos.create({ numero_factura: 'M-1', valor: 130 })).toMatchObject({
      anticipo: 30,
      avisos: ['anticipo'],
    });
    expect(await saldos(utility)).toEqual({ 'M-1': 0, 'M-2': 200, 'M-3': 290 });
    await cuadra(utility);
  });

  it('pays several bills of one account, each up to what is said', async () => {
    const utility = await conDeuda();
    const facturas = [{ numero_factura: 'M-3', valor: 20 }, { numero_factura: 'M-2' }];
    await utility.recaudo.pagos.create({ facturas, valor: 220 });
    expect(await saldos(utility)).toEqual({ 'M-1': 100, 'M-2': 0, 'M-3': 280 });
    const ajena = await utility.build.factura();
    const dos = [{ numero_factura: 'M-1' }, { numero_factura: ajena.numero_factura }];
    expect(await refusalOf(utility.recaudo.pagos.create({ facturas: dos, valor: 220 }))).toBe('validacion');
    await cuadra(utility);
  });

  it('keeps what nothing takes in favour of the account: early, above what is owed, of a paid or a void bill', async () => {
    const utility = await conDeuda();
    const { recaudo, numero_cuenta, as } = utility;
    await recaudo.pagos.create({ numero_cuenta, valor: 650 });
    expect(await recaudo.pagos.create({ numero_factura: 'M-1', valor: 7 })).toMatchObject({
      anticipo: 7,
      avisos: ['factura_pagada', 'anticipo'],
    });
    const { numero_factura } = await utility.build.factura({ cliente_id: utility.cliente_id, numero_factura: 'NULA' });
    await (await as('admin')).facturas.anular({ numero_factura, motivo: 'Se hizo por error' });
    expect(await recaudo.pagos.create({ numero_factura, valor: 3 })).toMatchObject({
      avisos: ['factura_anulada', 'anticipo'],
    });
    expect(await recaudo.clientes.get({ numero_cuenta })).toMatchObject({ saldo: -60, saldo_favor: 60 });
    await cuadra(utility);
  });

  it.each([
    ['nothing to pay for', { valor: 10 }],
    ['two things to pay for', { valor: 10, numero_factura: 'M-1', numero_cuenta: 'C-1' }],
    ['zero', { valor: 0, numero_factura: 'M-1' }],
    ['less than zero', { valor: -5, numero_factura: 'M-1' }],
    ['a part of a peso', { valor: 0.5, numero_factura: 'M-1' }],
    ['more than numbers hold', { valor: 2 ** 54, numero_factura: 'M-1' }],
    ['infinity', { valor: Number('1e309'), numero_factura: 'M-1' }],
    ['tomorrow', { valor: 10, numero_factura: 'M-1', fecha_pago: '2026-07-02' }],
    ['dollars', { valor: 10, numero_factura: 'M-1', moneda: 'USD' as 'COP' }],
    ['bills that add up to more', { valor: 10, facturas: [{ numero_factura: 'M-1', valor: 11 }] }],
    ['the same bill twice', { valor: 10, facturas: [{ numero_factura: 'M-1' }, { numero_factura: 'M-1' }] }],
  ])('refuses %s and changes nothing', async (_, pedido) => {
    const utility = await conDeuda();
    expect(await refusalOf(utility.recaudo.pagos.create(pedido))).toBe('validacion');
    expect((await utility.recaudo.pagos.list({})).items).toEqual([]);
    expect(await saldos(utility)).toEqual({ 'M-1': 100, 'M-2': 200, 'M-3': 300 });
  });

  it('knows no bill and no account of another utility', async () => {
    const { recaudo } = await conDeuda();
    const otra = await newTenant();
    const { numero_factura, numero_cuenta } = await otra.build.factura({ numero_factura: 'AJENA' });
    expect(await refusalOf(recaudo.pagos.create({ numero_factura, valor: 1 }))).toBe('no_encontrado');
    await otra.build.cliente({ numero_cuenta: 'SOLO-ALLA' });
    expect(await refusalOf(recaudo.pagos.create({ numero_cuenta: 'SOLO-ALLA', valor: 1 }))).toBe('no_encontrado');
    expect(numero_cuenta).toBe('C-1');
  });

  it('books a means and a reference once, and tells the receipt', async () => {
    const utility = await conDeuda();
    const pedido = { numero_cuenta: utility.numero_cuenta, valor: 10, medio: 'PSE' as const, referencia: 'PSE-1' };
    await utility.recaudo.pagos.create(pedido);
    await expect(utility.recaudo.pagos.create(pedido)).rejects.toThrow(/RC000000001/);
    const [race] = await Promise.allSettled(
      ['PSE-2', 'PSE-2'].map((referencia) => utility.recaudo.pagos.create({ ...pedido, referencia })),
    );
    expect(race).toBeDefined();
    expect((await utility.recaudo.pagos.list({})).items).toHaveLength(2);
    await cuadra(utility);
  });

  it('lets payments of the same accounts at the same time through, one after the other', async () => {
    const utility = await conDeuda();
    const { recaudo, numero_cuenta } = utility;
    const results = await atOnce(
      'clientes',
      Array.from({ length: 8 }, (_, i) => () => recaudo.pagos.create({ numero_cuenta, valor: 100 + i })),
    );
    expect(results.filter(({ status }) => status === 'rejected')).toEqual([]);
    expect(await saldos(utility)).toEqual({ 'M-1': 0, 'M-2': 0, 'M-3': 0 });
    expect(await recaudo.clientes.get({ numero_cuenta })).toMatchObject({ saldo_favor: 8 * 100 + 28 - 600 });
    await cuadra(utility);
  });
});

describe('pagos.exportar', () => {
  const leer = async (partes: AsyncIterable<Uint8Array | string>) => {
    let texto = '';
    for await (const parte of partes) texto += String(parte);
    return texto.trimEnd().split('\r\n');
  };

  it('sends every payment of the filter, a row each, with no formula in it', async () => {
    const utility = await conDeuda();
    const { recaudo, numero_cuenta } = utility;
    for (let n = 0; n < 4; n += 1)
      await recaudo.pagos.create({ numero_cuenta, valor: 200, medio: 'PSE', referencia: `=1+${n}` });
    await recaudo.pagos.create({ numero_cuenta, valor: 1 });
    const { contenido, nombre, tipo } = await recaudo.pagos.exportar({ medio: 'PSE' });
    expect([nombre, tipo]).toEqual(['pagos.csv', 'text/csv']);
    const [encabezado, ultimo, ...otros] = await leer(contenido);
    expect(encabezado).toMatch(/^\uFEFFRecibo;Recibido;Registrado;Cuenta;Valor;Medio;Referencia;/);
    expect(otros).toHaveLength(3);
    expect(ultimo).toMatch(/^RC000000004;2026-07-01;.*;C-1;200;PSE;'=1\+3;oficina;;200;vigente;$/);
    expect(otros[2]).toContain(';M-1: 100, M-2: 100;0;vigente;');
    expect(await leer((await recaudo.pagos.exportar({ recibo: 'RC5' })).contenido)).toHaveLength(2);
  });

  it('goes on page after page', async () => {
    const utility = await conDeuda();
    const nuevos = Array.from({ length: 501 }, () => ({
      valor: 1,
      medio: 'PSE' as const,
      referencia: null,
      fecha_pago: '2026-07-01',
      destino: { numero_cuenta: utility.numero_cuenta },
    }));
    const registro = registroDe(utility.contextOf(undefined), 'oficina');
    await utility.services.tenants.transaction(utility.id, (t) => registrarPagos(t, nuevos, registro));
    const filas = await leer((await utility.recaudo.pagos.exportar({})).contenido);
    expect(new Set(filas).size).toBe(502);
  });
});

describe('a reversal', () => {
  const motivo = 'El banco devolvió el cheque';
  const causa = 'cheque_devuelto' as const;

  it('takes back exactly what the payment did', async () => {
    const utility = await conDeuda();
    const { recaudo, numero_cuenta } = utility;
    const { id: pago_id } = await recaudo.pagos.create({ numero_cuenta, valor: 650 });
    await recaudo.pagos.create({ numero_cuenta, valor: 1 });
    const reverso = await recaudo.reversos.create({ pago_id, causa, motivo });
    expect(reverso).toMatchObject({ numero: 'RV000000001', estado: 'aplicado', valor: 650, recibo: 'RC000000001' });
    expect(await saldos(utility)).toEqual({ 'M-1': 100, 'M-2': 200, 'M-3': 300 });
    expect(await recaudo.clientes.get({ numero_cuenta })).toMatchObject({ saldo: 599, saldo_favor: 1 });
    expect(await recaudo.pagos.get({ pago_id })).toMatchObject({
      reverso: { numero: 'RV000000001', estado: 'aplicado' },
    });
    expect(await refusalOf(recaudo.reversos.create({ pago_id, causa, motivo }))).toBe('duplicado');
    await cuadra(utility);
  });

  it('happens once when two ask at the same time', async () => {
    const utility = await conDeuda();
    const { recaudo, numero_cuenta } = utility;
    const { id: pago_id } = await recaudo.pagos.create({ numero_cuenta, valor: 150 });
    const results = await atOnce(
      'reversos',
      [1, 2].map(() => () => recaudo.reversos.create({ pago_id, causa, motivo })),
    );
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await saldos(utility)).toEqual({ 'M-1': 100, 'M-2': 200, 'M-3': 300 });
    await cuadra(utility);
  });

  it('above the limit waits for a second person', async () => {
    const utility = await conDeuda();
    const { recaudo, numero_cuenta, as } = utility;
    const { id: pago_id } = await recaudo.pagos.create({ numero_cuenta, valor: 200_001 });
    const { id: reverso_id, estado } = await recaudo.reversos.create({ pago_id, causa, motivo });
    expect(estado).toBe('pendiente');
    expect(await saldos(utility)).toEqual({ 'M-1': 0, 'M-2': 0, 'M-3': 0 });
    expect(await refusalOf(recaudo.reversos.approve({ reverso_id }))).toBe('misma_persona');
    const admin = await as('admin');
    expect(await admin.reversos.approve({ reverso_id })).toMatchObject({ estado: 'aplicado', numero: 'RV000000001' });
    expect(await refusalOf(admin.reversos.reject({ reverso_id, observacion: 'Tarde' }))).toBe('reverso_resuelto');
    expect(await saldos(utility)).toEqual({ 'M-1': 100, 'M-2': 200, 'M-3': 300 });
    await cuadra(utility);
  });

  it('that is rejected moves nothing, and may be asked for again', async () => {
    const utility = await conDeuda();
    const { recaudo, numero_cuenta, as } = utility;
    const { id: pago_id } = await recaudo.pagos.create({ numero_cuenta, valor: 300_000 });
    const { id: reverso_id } = await recaudo.reversos.create({ pago_id, causa, motivo });
    await (await as('admin')).reversos.reject({ reverso_id, observacion: 'El banco sí pagó' });
    expect((await recaudo.reversos.create({ pago_id, causa, motivo })).estado).toBe('pendiente');
    expect((await recaudo.reversos.list({ estado: 'pendiente' })).items).toHaveLength(1);
    await cuadra(utility);
  });
});

describe('what is in favour of an account', () => {
  it('pays what it owes when somebody asks for it, from a credit note and from advances, oldest first', async () => {
    const utility = await conDeuda();
    const { recaudo, numero_cuenta, as } = utility;
    const facturacion = await as('facturacion');
    await recaudo.pagos.create({ numero_factura: 'M-1', valor: 100 });
    await facturacion.notas.create({
      numero_factura: 'M-1',
      motivo: 'Se cobró de más',
      lineas: [{ linea: 0, valor: -30 }],
    });
    const conAnticipo = await utility.as('recaudo', {
      tenant: { ...utility.tenant, ajustes: { ...utility.tenant.ajustes, asignacion_sobrante: 'anticipo' } },
    });
    const { id: pago_id } = await conAnticipo.pagos.create({ numero_factura: 'M-1', valor: 250 });
    expect(await saldos(utility)).toEqual({ 'M-1': -30, 'M-2': 200, 'M-3': 300 });
    expect(await recaudo.pagos.cruzar({ numero_cuenta })).toEqual({
      numero_cuenta,
      facturas: [
        { numero_factura: 'M-2', valor: 30 },
        { numero_factura: 'M-2', valor: 170 },
        { numero_factura: 'M-3', valor: 80 },
      ],
    });
    expect(await saldos(utility)).toEqual({ 'M-1': 0, 'M-2': 0, 'M-3': 220 });
    expect(await recaudo.pagos.get({ pago_id })).toMatchObject({
      anticipo: 0,
      facturas: [
        { numero_factura: 'M-2', valor: 170 },
        { numero_factura: 'M-3', valor: 80 },
      ],
    });
    expect((await recaudo.pagos.cruzar({ numero_cuenta })).facturas).toEqual([]);
    await cuadra(utility);

    await recaudo.reversos.create({ pago_id, causa: 'contracargo', motivo: 'El banco lo pidió' });
    expect(await saldos(utility)).toEqual({ 'M-1': 0, 'M-2': 170, 'M-3': 300 });
    expect(await recaudo.clientes.get({ numero_cuenta })).toMatchObject({ saldo: 470, saldo_favor: 0 });
    await cuadra(utility);
  });
});

it('anyone may check a receipt with what is printed on it, and nobody with less', async () => {
  const { recaudo, numero_cuenta, as } = await conDeuda();
  const { recibo, verificacion } = await recaudo.pagos.create({ numero_cuenta, valor: 100 });
  const nobody = await as('nobody');
  expect(await nobody.pagos.consultaPublica({ recibo, verificacion })).toMatchObject({ valor: 100, vigente: true });
  expect(await refusalOf(nobody.pagos.consultaPublica({ recibo, verificacion: '0'.repeat(16) }))).toBe('no_encontrado');
});
