import { readFileSync } from 'node:fs';
import { referenciaDePago } from '@cunservicios/domain/documento/gs1';
import { PERFIL_COMUN, type PerfilBanco } from '@cunservicios/domain/recaudo/asobancaria-campos';
import { describe, expect, it } from 'vitest';
import { verify } from '../facturacion/verify.ts';
import { type FilaDePrueba, NIT, archivoDe } from '../testing/archivo-recaudo.ts';
import { createCaller } from '../router.ts';
import { refusalOf } from '../testing/refusal.ts';
import { tamper } from '../testing/tamper.ts';
import { atOnce, newTenant } from '../testing/tenant.ts';

async function mundo() {
  const world = await newTenant({ nit: NIT });
  const { run, as, reads, build } = world;
  const caja = await as('recaudo');
  /** Brings a file in and reads it to its end, as the worker would a large one. */
  const cargar = async (archivo: string, nombre = 'RECAUDO.txt') => {
    const { id, estado, ejecucion } = await caja.archivosRecaudo.create({ archivo, nombre });
    if (estado === 'cargando') await run(ejecucion?.id ?? 0).catch(() => undefined);
    return caja.archivosRecaudo.get({ archivo_recaudo_id: id });
  };
  const aplicar = async (archivo_recaudo_id: number) => {
    const { ejecucion } = await caja.archivosRecaudo.aplicar({ archivo_recaudo_id });
    await run(ejecucion?.id ?? 0);
    return caja.archivosRecaudo.get({ archivo_recaudo_id });
  };
  const filas = async (archivo_recaudo_id: number) => (await caja.recaudos.list({ archivo_recaudo_id })).items;
  const factura = async (valor_total: number, facts: { cliente_id?: number } = {}) => {
    const hecha = await build.factura({ valor_total, ...facts });
    return { ...hecha, referencia: referenciaDePago(hecha) };
  };
  const saldo = async (numero_factura: string) => (await caja.facturas.get({ numero_factura })).saldo;
  const cuadra = async () => expect((await verify(reads)).hallazgos).toEqual([]);
  return { ...world, caja, cargar, aplicar, filas, factura, saldo, cuadra };
}

const GRANDE = 3_300; // rows of a file that is read in the background

describe('a collection file', () => {
  it('is read, seen and applied: each row is a payment of its bill, on the day the bank received it', async () => {
    const m = await mundo();
    const [a, b] = [await m.factura(45_000), await m.factura(30_000)];
    const cargado = await m.cargar(
      archivoDe([
        { referencia: a.referencia, valor: 45_000 },
        { referencia: b.referencia, valor: 10_000, canal: '15' },
      ]),
    );
    expect(cargado).toMatchObject({
      nombre: 'RECAUDO.txt',
      estado: 'cargado',
      banco: '007',
      fecha: '2026-06-30',
      modificador: 'A',
      lotes: 1,
      registros: 2,
      total: 55_000,
      centavos: 0,
      por_resolver: 0,
      ejecucion: { tipo: 'cargar_recaudo', estado: 'terminada', total: 2, hechas: 2 },
    });
    expect(await m.saldo(a.numero_factura)).toBe(45_000); // nothing is paid yet
    expect(await m.caja.archivosRecaudo.vista({ archivo_recaudo_id: cargado.id })).toEqual({
      estados: [{ estado: 'por_aplicar', motivo: null, registros: 2, valor: 55_000 }],
      medios: [
        { medio: 'Efectivo', registros: 1, valor: 45_000 },
        { medio: 'Transferencia', registros: 1, valor: 10_000 },
      ],
      destinos: [{ destino: 'factura_pendiente', registros: 2, valor: 55_000 }],
      perfil: PERFIL_COMUN,
    });

    const aplicado = await m.aplicar(cargado.id);
    expect(aplicado).toMatchObject({
      estado: 'aplicado',
      ejecucion: { tipo: 'aplicar_recaudo', estado: 'terminada', total: 2, hechas: 2 },
    });
    expect([await m.saldo(a.numero_factura), await m.saldo(b.numero_factura)]).toEqual([0, 20_000]);
    const { items } = await m.caja.pagos.list({});
    expect(items.toReversed()).toMatchObject([
      {
        valor: 45_000,
        medio: 'Efectivo',
        origen: 'archivo',
        fecha_pago: '2026-06-30',
        referencia: '007-20260630-0001-0000001',
      },
      { valor: 10_000, medio: 'Transferencia', origen: 'archivo', referencia: '007-20260630-0001-0000002' },
    ]);
    expect(await m.filas(cargado.id)).toMatchObject([
      { linea: 3, estado: 'aplicado', numero_factura: a.numero_factura, recibo: 'RC000000001', pago_id: items[1]?.id },
      { linea: 4, estado: 'aplicado', numero_factura: b.numero_factura, recibo: 'RC000000002', pago_id: items[0]?.id },
    ]);
    await m.cuadra();
    expect(await refusalOf(m.caja.archivosRecaudo.aplicar({ archivo_recaudo_id: cargado.id }))).toBe('conflicto');
  });

  it('of the examples is read, also by the console of the server', async () => {
    const m = await mundo();
    const url = new URL('../../../../examples/marinilla/recaudo.txt', import.meta.url);
    expect(await m.cargar(readFileSync(url, 'utf8'))).toMatchObject({
      estado: 'cargado',
      registros: 7,
      total: 133_400,
    });
    const consola = createCaller(m.contextOf({ id: 0, email: '', nombre: '', roles: ['admin'], token_version: 1 }));
    const otro = archivoDe([{ referencia: '1', valor: 1 }], { modificador: 'Z', fecha: '2026-06-01' });
    expect(await consola.archivosRecaudo.create({ archivo: otro })).toMatchObject({ estado: 'cargado', user_id: 0 });
  });

  it('keeps the money of bills that are paid or void as advances of their account', async () => {
    const m = await mundo();
    const [pagada, anulada] = [await m.factura(10_000), await m.factura(20_000)];
    await m.caja.pagos.create({ numero_factura: pagada.numero_factura, valor: 10_000 });
    const facturacion = await m.as('facturacion');
    await facturacion.facturas.anular({ numero_factura: anulada.numero_factura, motivo: 'Emitida por error' });
    const { id } = await m.cargar(
      archivoDe([
        { referencia: pagada.referencia, valor: 10_000 },
        { referencia: anulada.referencia, valor: 20_000 },
      ]),
    );
    const { destinos } = await m.caja.archivosRecaudo.vista({ archivo_recaudo_id: id });
    expect(destinos).toEqual([
      { destino: 'factura_anulada', registros: 1, valor: 20_000 },
      { destino: 'factura_pagada', registros: 1, valor: 10_000 },
    ]);
    await m.aplicar(id);
    const { items } = await m.caja.pagos.list({ origen: 'archivo' });
    expect(items.map(({ anticipo, avisos }) => [anticipo, avisos])).toEqual([
      [20_000, ['factura_anulada', 'anticipo']],
      [10_000, ['factura_pagada', 'anticipo']],
    ]);
    await m.cuadra();
  });

  it('says of each row that is not to be applied why not, and applies the others', async () => {
    const m = await mundo();
    const { referencia, numero_factura } = await m.factura(50_000);
    const { id, por_resolver } = await m.cargar(
      archivoDe([
        { referencia, valor: 50_000 },
        { referencia, valor: 50_000, secuencia: 1 }, // of the same identity
        { referencia, valor: 50_000, secuencia: 1 },
        { referencia: '123456', valor: 7_000 },
        { referencia: '', valor: 8_000 },
        { referencia, valor: 9_000, centavos: 50 },
        { referencia, valor: 0 },
        { referencia, valor: 11_000, causal_devolucion: 'R02' },
      ]),
    );
    expect(por_resolver).toBe(6);
    const filas = await m.filas(id);
    expect(filas.map(({ estado, motivo }) => [estado, motivo])).toEqual([
      ['por_aplicar', null],
      ['duplicado', 'fila_repetida'],
      ['duplicado', 'fila_repetida'],
      ['no_identificado', 'referencia_desconocida'],
      ['no_identificado', 'referencia_vacia'],
      ['invalido', 'valor_con_centavos'],
      ['invalido', 'valor_cero'],
      ['devuelto', 'devuelto_por_el_banco'],
    ]);
    expect(filas.map(({ repetido_de }) => repetido_de)).toEqual([
      null,
      filas[0]?.id,
      filas[0]?.id,
      ...Array(5).fill(null),
    ]);
    await m.aplicar(id);
    expect(await m.saldo(numero_factura)).toBe(0);
    expect((await m.caja.pagos.list({})).items).toHaveLength(1);
    expect((await m.caja.recaudos.list({ por_resolver: true })).items).toHaveLength(6);
    await m.cuadra();
  });

  it('does not pay again what another file of the bank brought, nor what was booked by hand with its reference', async () => {
    const m = await mundo();
    const [a, b] = [await m.factura(10_000), await m.factura(20_000)];
    const filas: FilaDePrueba[] = [{ referencia: a.referencia, valor: 10_000 }];
    const primero = await m.cargar(archivoDe(filas));
    filas.push({ referencia: b.referencia, valor: 20_000 });
    const segundo = await m.cargar(archivoDe(filas, { modificador: 'B' }));
    await m.caja.pagos.create({
      numero_factura: b.numero_factura,
      valor: 20_000,
      medio: 'Efectivo',
      referencia: '007-20260630-0001-0000002',
    });
    await m.aplicar(segundo.id);
    await m.aplicar(primero.id);
    expect((await m.filas(primero.id))[0]).toMatchObject({ estado: 'aplicado' });
    expect(await m.filas(segundo.id)).toMatchObject([
      { estado: 'duplicado', motivo: 'fila_repetida' },
      { estado: 'duplicado', motivo: 'pago_registrado' },
    ]);
    expect((await m.caja.pagos.list({})).items).toHaveLength(2);
    await m.cuadra();
  });

  it.each([
    ['another total', (texto: string) => texto.replace('00000004500000', '00000004600000'), 4, /control dice un total/],
    ['a line cut', (texto: string) => texto.replace('0152000000', ''), 3, /está cortada/],
    ['no end', (texto: string) => texto.slice(0, 3 * 164), 3, /llegó cortado/],
    ['another NIT', (texto: string) => texto.replace('9001238180', '8909049961'), 1, /otra empresa/],
    ['another encoding', (texto: string) => texto.replace('01', '0ñ'), 1, /otra codificación/],
    ['no line at all', () => 'x'.repeat(300_000), 1, /posiciones/],
  ])('with %s is refused whole, and stays in the list with its reason', async (_, romper, linea, motivo) => {
    const m = await mundo();
    const { referencia } = await m.factura(45_000);
    const bueno = archivoDe([{ referencia, valor: 45_000 }]);
    const rechazado = await m.cargar(romper(bueno));
    expect(rechazado).toMatchObject({
      estado: 'rechazado',
      linea,
      motivo: expect.stringMatching(motivo),
      ejecucion: { estado: 'fallida', error: rechazado.motivo },
    });
    expect(await m.filas(rechazado.id)).toEqual([]);
    expect((await m.caja.archivosRecaudo.list({ estado: 'rechazado' })).items).toHaveLength(1);
    expect(await refusalOf(m.caja.archivosRecaudo.aplicar({ archivo_recaudo_id: rechazado.id }))).toBe('conflicto');
    // A refused file may come again; the right one too.
    expect((await m.cargar(romper(bueno))).estado).toBe('rechazado');
    expect((await m.cargar(bueno)).estado).toBe('cargado');
  });

  it('of a utility without NIT, or dated after today, is refused', async () => {
    const m = await mundo();
    const manana = await m.cargar(archivoDe([], { fecha: '2199-01-01' }));
    expect(manana.motivo).toMatch(/posterior a hoy/);
    const sinNit = await newTenant();
    const caja = await sinNit.as('recaudo');
    const { id } = await caja.archivosRecaudo.create({ archivo: archivoDe([]) });
    expect((await caja.archivosRecaudo.get({ archivo_recaudo_id: id })).motivo).toMatch(/Escriba el NIT/);
  });

  it('comes in once, also when it is sent twice at the same time', async () => {
    const m = await mundo();
    const archivo = archivoDe([{ referencia: '1', valor: 1 }]);
    const send = () => m.caja.archivosRecaudo.create({ archivo });
    const settled = await atOnce('archivos_recaudo', [send, send]);
    expect(settled.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await refusalOf(send())).toBe('duplicado');
    // The copy that came to nothing is not kept.
    const { db } = m.reads;
    expect(await db.selectFrom('archivos').select('id').where('tenant_id', '=', m.id).execute()).toHaveLength(1);
  });

  it('goes on being read when a fault broke it off and the same file comes again', async () => {
    const m = await mundo();
    const archivo = archivoDe(Array.from({ length: GRANDE }, () => ({ referencia: '1', valor: 1 })));
    const { id, ejecucion } = await m.caja.archivosRecaudo.create({ archivo });
    await m.services.tenants.transaction(m.id, (t) =>
      t.db
        .updateTable('ejecuciones')
        .set({ estado: 'fallida', error: 'falla' })
        .where('tenant_id', '=', m.id)
        .where('id', '=', ejecucion?.id ?? 0)
        .execute(),
    );
    const otra = await m.caja.archivosRecaudo.create({ archivo });
    expect(otra.id).toBe(id);
    await m.run(otra.ejecucion?.id ?? 0);
    expect(await m.caja.archivosRecaudo.get({ archivo_recaudo_id: id })).toMatchObject({
      estado: 'cargado',
      registros: GRANDE,
    });
  });

  it('is applied by one run, however many ask for it', async () => {
    const m = await mundo();
    const { referencia } = await m.factura(45_000);
    const { id } = await m.cargar(archivoDe([{ referencia, valor: 45_000 }]));
    const ask = () => m.caja.archivosRecaudo.aplicar({ archivo_recaudo_id: id });
    const settled = await atOnce('archivos_recaudo', [ask, ask]);
    expect(settled.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await refusalOf(ask())).toBe('ejecucion_en_curso');
  });
});

describe('verify', () => {
  it.each([
    ['the value of a row', `update recaudos set valor = valor + 1 where linea = 3`, ['recaudo', 'archivo de recaudo']],
    ['a row taken away', `delete from recaudos where linea = 4`, ['archivo de recaudo', 'archivo de recaudo']],
    [
      'a row without its payment',
      `update recaudos set estado = 'por_aplicar', pago_id = null where linea = 3`,
      ['recaudo', 'archivo de recaudo'],
    ],
    ['the day of a file', `update recaudos set fecha = fecha - 1 where linea = 3`, ['recaudo']],
    ['the total of a file', `update archivos_recaudo set total = total + 1 where true`, ['archivo de recaudo']],
  ])('reports %s', async (_, statement, que) => {
    const m = await mundo();
    const { referencia } = await m.factura(45_000);
    const { id } = await m.cargar(
      archivoDe([
        { referencia, valor: 45_000 },
        { referencia: '9', valor: 5, centavos: 20 },
      ]),
    );
    await m.aplicar(id);
    await m.cuadra();
    expect(await tamper(m.services.adminUrl, `${statement} and tenant_id = '${m.id}'`)).toBe(1);
    expect((await verify(m.reads)).hallazgos.map((hallazgo) => hallazgo.que)).toEqual(que);
  });
});

describe('what a bank does its own way', () => {
  const conPerfil = async (perfil: Partial<PerfilBanco>) => {
    const m = await mundo();
    await m.caja.perfilesBanco.save({ banco: '007', nombre: 'Banco', perfil });
    return { ...m, perfil: { ...PERFIL_COMUN, ...perfil } };
  };

  it('the reference is the number of the account, when one account alone has those digits', async () => {
    const m = await conPerfil({ referencia_es: 'factura_o_cuenta' });
    const { referencia } = await m.factura(1_000);
    await m.build.cliente({ numero_cuenta: '05440-0017' });
    await m.build.cliente({ numero_cuenta: 'A-99' });
    await m.build.cliente({ numero_cuenta: 'B-99' });
    const { id } = await m.cargar(
      archivoDe([
        { referencia, valor: 1_000 },
        { referencia: '54400017', valor: 2_000 },
        { referencia: '99', valor: 3_000 },
      ]),
    );
    const filas = await m.filas(id);
    expect(filas.map(({ numero_cuenta, motivo }) => [numero_cuenta, motivo])).toEqual([
      ['C-1', null],
      ['05440-0017', null],
      [null, 'cuenta_ambigua'],
    ]);
    await m.aplicar(id);
    expect((await m.caja.pagos.list({ numero_cuenta: '05440-0017' })).items).toMatchObject([{ anticipo: 2_000 }]);
    await m.cuadra();
  });

  it('amounts without decimals, rows without numbers, another encoding and filling', async () => {
    const m = await conPerfil({ con_decimales: false, secuencia: 'linea', relleno: '*', codificacion: 'windows-1252' });
    const { referencia } = await m.factura(45_000);
    const filas = [
      { referencia, valor: 40_000, secuencia: 0 },
      { referencia, valor: 5_000, secuencia: 0 },
    ];
    const texto = archivoDe(filas, { cuenta: 'RECAUDACIÓN' }, m.perfil);
    const bytes = Buffer.from(texto, 'latin1');
    const { id } = await m.caja.archivosRecaudo.create({
      archivo: (async function* () {
        for (let i = 0; i < bytes.length; i += 100) yield bytes.subarray(i, i + 100);
      })(),
    });
    expect(await m.filas(id)).toMatchObject([
      { secuencia: 3, valor: 40_000, estado: 'por_aplicar' },
      { secuencia: 4, valor: 5_000, estado: 'por_aplicar' },
    ]);
    expect((await m.caja.archivosRecaudo.get({ archivo_recaudo_id: id })).cuenta).toBe('RECAUDACIÓN');
  });

  it('a file that is not in the encoding of its profile is refused', async () => {
    const m = await conPerfil({ codificacion: 'utf-8' });
    const bytes = Buffer.from(archivoDe([{ referencia: '1', valor: 1 }]).replace('0000', '00\u00f10'), 'latin1');
    const { id } = await m.caja.archivosRecaudo.create({
      archivo: (async function* () {
        yield bytes;
      })(),
    });
    expect((await m.caja.archivosRecaudo.get({ archivo_recaudo_id: id })).motivo).toMatch(/no está en utf-8/);
  });

  it('is saved by whoever collects, with its version, and is read by staff', async () => {
    const m = await conPerfil({ secuencia: 'linea' });
    const consulta = await m.as('consulta');
    expect(await consulta.perfilesBanco.list()).toMatchObject([
      { banco: '007', nombre: 'Banco', version: 1, perfil: { ...PERFIL_COMUN, secuencia: 'linea' } },
    ]);
    await m.caja.perfilesBanco.save({ banco: '007', nombre: 'Otro', perfil: {} });
    expect(await consulta.perfilesBanco.get({ banco: '007' })).toMatchObject({ version: 2, perfil: PERFIL_COMUN });
    expect(await refusalOf(consulta.perfilesBanco.save({ banco: '007', nombre: 'X', perfil: {} }))).toBe('sin_permiso');
    const alReves = { referencia_desde: 40, referencia_hasta: 30 };
    expect(await refusalOf(m.caja.perfilesBanco.save({ banco: '007', nombre: 'X', perfil: alReves }))).toBe(
      'validacion',
    );
    const viejo = await m.as('recaudo', { if_match: '"1"' });
    expect(await refusalOf(viejo.perfilesBanco.save({ banco: '007', nombre: 'X', perfil: {} }))).toBe('version_vieja');
  });
});

describe('the desk of rows that wait for a person', () => {
  const conMesa = async () => {
    const m = await mundo();
    const a = await m.factura(50_000);
    const { id } = await m.cargar(
      archivoDe([
        { referencia: a.referencia, valor: 50_000 },
        { referencia: '777', valor: 7_000 },
        { referencia: a.referencia, valor: 50_000, secuencia: 1 },
        { referencia: a.referencia, valor: 9_000, centavos: 50 },
        { referencia: a.referencia, valor: 0 },
      ]),
    );
    const [, desconocida, repetida, centavos, cero] = (await m.filas(id)).map((fila) => fila.id);
    return { ...m, a, archivo_id: id, desconocida, repetida, centavos, cero };
  };
  const observacion = 'El usuario trajo el comprobante';

  it('gives a row to an account or to a bill: a payment like any other, once', async () => {
    const m = await conMesa();
    const asignar = { recaudo_id: m.desconocida ?? 0, numero_cuenta: 'C-1', observacion };
    expect(await refusalOf(m.caja.recaudos.asignar(asignar))).toBe('conflicto'); // the file was not applied yet
    await m.aplicar(m.archivo_id);
    const b = await m.factura(9_500);
    expect(await m.caja.recaudos.asignar(asignar)).toMatchObject({
      estado: 'aplicado',
      resolucion: 'asignado',
      motivo: 'referencia_desconocida',
      numero_cuenta: 'C-1',
      observacion,
      resuelto_por: (await m.userOf('recaudo')).id,
    });
    expect(await refusalOf(m.caja.recaudos.asignar(asignar))).toBe('solo_filas_nuevas');
    const otra = { recaudo_id: m.centavos ?? 0, numero_factura: b.numero_factura, observacion };
    expect(await m.caja.recaudos.asignar(otra)).toMatchObject({ numero_factura: b.numero_factura, valor: 9_000 });
    expect(await m.saldo(b.numero_factura)).toBe(500);
    // A duplicate that is money of its own.
    const doble = { recaudo_id: m.repetida ?? 0, numero_cuenta: 'C-1', observacion };
    const { pago_id } = await m.caja.recaudos.asignar(doble);
    expect((await m.caja.pagos.get({ pago_id: pago_id ?? 0 })).referencia).toBe(
      `007-20260630-0001-0000001-${m.repetida}`,
    );
    expect(await refusalOf(m.caja.recaudos.asignar({ ...doble, recaudo_id: m.cero ?? 0 }))).toBe('conflicto');
    await m.cuadra();
  });

  it('gives a row to one person when two take it at the same time', async () => {
    const m = await conMesa();
    await m.aplicar(m.archivo_id);
    const asignar = () =>
      m.caja.recaudos.asignar({ recaudo_id: m.desconocida ?? 0, numero_cuenta: 'C-1', observacion });
    const settled = await atOnce('recaudos', [asignar, asignar]);
    expect(settled.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect((await m.caja.pagos.list({ numero_cuenta: 'C-1' })).items).toHaveLength(2);
    await m.cuadra();
  });

  it('discards a row with its reason; what was resolved stays, and both are in the audit trail', async () => {
    const m = await conMesa();
    await m.aplicar(m.archivo_id);
    const descartar = { recaudo_id: m.repetida ?? 0, observacion };
    expect(await m.caja.recaudos.descartar(descartar)).toMatchObject({
      estado: 'descartado',
      observacion,
      pago_id: null,
    });
    expect(await refusalOf(m.caja.recaudos.descartar(descartar))).toBe('solo_filas_nuevas');
    expect((await m.caja.archivosRecaudo.get({ archivo_recaudo_id: m.archivo_id })).por_resolver).toBe(3);
    expect((await m.filas(m.archivo_id)).length).toBe(5);
    const audited = await m.reads.db
      .selectFrom('auditoria')
      .select(['procedimiento', 'objeto'])
      .where('tenant_id', '=', m.id)
      .where('procedimiento', 'like', 'recaudos.%')
      .execute();
    expect(audited).toEqual([{ procedimiento: 'recaudos.descartar', objeto: `recaudos/${m.repetida}` }]);
    const consulta = await m.as('consulta');
    expect(await refusalOf(consulta.recaudos.descartar(descartar))).toBe('sin_permiso');
    await m.cuadra();
  });

  it('refuses an account or bill that does not exist, and money for nobody', async () => {
    const m = await conMesa();
    await m.aplicar(m.archivo_id);
    const recaudo_id = m.desconocida ?? 0;
    const asignar = (destino: object) => refusalOf(m.caja.recaudos.asignar({ recaudo_id, observacion, ...destino }));
    expect(await asignar({ numero_cuenta: 'NADIE' })).toBe('no_encontrado');
    expect(await asignar({ numero_factura: 'NADIE' })).toBe('no_encontrado');
    expect(await asignar({})).toBe('validacion');
    expect(await asignar({ numero_cuenta: 'C-1', numero_factura: 'F-1' })).toBe('validacion');
  });
});
