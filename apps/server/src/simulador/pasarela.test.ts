// Payments over the gateway, from outside: the real program and a stand-in that speaks the protocol, and lies.
import { createHash } from 'node:crypto';
import { consultarPendientes } from '@cunservicios/api/pasarela/consultar-intento';
import type { EstadoTransaccion } from '@cunservicios/domain/recaudo/pasarela';
import { verify } from '@cunservicios/api/facturacion/verify';
import { tamper } from '@cunservicios/api/testing/tamper';
import { createPool } from '@cunservicios/db/pool';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Gateway, type Utility, setEnReclamo, startWithGateway } from '../testing/gateway.ts';
import { type Transaccion, eventoFirmado } from './evento.ts';

let now = new Date();
let gateway: Gateway;
let utility: Utility;
beforeAll(async () => {
  gateway = await startWithGateway({ jobs: false, clock: { now: () => now } });
  gateway.server.services.pasarelas.espera = 500;
});
afterAll(() => gateway.stop());
beforeEach(async () => {
  now = new Date();
  for (const truco of Object.keys(gateway.simulador.trucos))
    delete gateway.simulador.trucos[truco as keyof typeof gateway.simulador.trucos];
  utility = await gateway.createUtility();
});

const PAPEL = { numero_cuenta: 'C-1', numero_factura: 'F-1' };
type Pago = { id: number; valor: number; medio: string; referencia: string; anticipo: number; reverso: unknown };
type Estado = { estado: string; recibo: string | null; verificacion: string | null; transaccion: string | null };
type Iniciado = { referencia: string; valor: number; direccion: string; datos: Record<string, string | number> };

const look = async (statement: string) => {
  const pool = createPool({ url: gateway.server.adminUrl, sessionSettings: false });
  try {
    return (await pool.query(statement)) as { rows: Record<string, unknown>[] };
  } finally {
    await pool.end();
  }
};
const begin = async (pedido: object = { que: 'factura' }) => {
  const { status, text, json } = await utility.nobody('POST', '/api/publico/pagar', { ...PAPEL, ...pedido });
  expect(status, text).toBe(201);
  return json as Iniciado;
};
const pagos = async () => (await utility.ok('GET', '/api/pagos?numero_cuenta=C-1')) as unknown as Pago[];
const saldo = async () => (await utility.ok('GET', '/api/clientes/C-1'))['saldo'];
const estado = async (referencia: string) =>
  (await utility.nobody('GET', `/api/publico/pagar/${referencia}`)).json as Estado;
const preguntar = async (referencia: string, body = {}) =>
  (await utility.nobody('POST', `/api/publico/pagar/${referencia}/consultar`, body)).json as Estado;
const novedades = async () =>
  (await utility.ok('GET', '/api/pasarela/novedades')) as unknown as {
    id: number;
    novedad: string;
    transaccion: string;
  }[];
const pay = ({ referencia, valor }: Iniciado, status: EstadoTransaccion, metodo?: string) =>
  gateway.simulador.pagar(utility.comercio, { reference: referencia, centavos: valor * 100 }, status, metodo);
const move = (id: string, status: EstadoTransaccion) => gateway.simulador.cambiar(utility.comercio, id, status);
const send = (transaccion: Transaccion, cambio?: Partial<Transaccion>) =>
  gateway.simulador.enviar(utility.comercio, eventoFirmado(utility.comercio.secreto_eventos, transaccion, cambio));
/** A transaction that the stand-in tells of, signed, but does not have. */
const told = ({ referencia, valor }: Iniciado, more: Partial<Transaccion> = {}): Transaccion => ({
  id: `told-${Math.random().toString(36).slice(2)}`,
  status: 'APPROVED',
  amount_in_cents: valor * 100,
  reference: referencia,
  currency: 'COP',
  payment_method_type: 'PSE',
  created_at: new Date().toISOString(),
  finalized_at: null,
  ...more,
});

describe('a payment', () => {
  it('is what was chosen, signed for the checkout, and booked once when it is approved', async () => {
    const opciones = (await utility.nobody('GET', '/api/publico/pagar?numero_cuenta=C-1&numero_factura=F-1')).json;
    expect(opciones).toMatchObject({
      en_linea: true,
      de_prueba: true,
      debe: 75_000,
      en_reclamo: 0,
      opciones: [
        { que: 'factura', valor: 45_000 },
        { que: 'cuenta', valor: 75_000 },
      ],
    });
    const started = await begin();
    expect(started).toMatchObject({ valor: 45_000, datos: { amount_in_cents: 4_500_000, currency: 'COP' } });
    const page = await fetch(started.direccion);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('45.000');
    expect((await fetch(started.direccion.replace('4500000', '450000'))).status).toBe(422);
    expect(await estado(started.referencia)).toMatchObject({ estado: 'creado', recibo: null });

    const { id } = await pay(started, 'PENDING');
    expect(await estado(started.referencia)).toMatchObject({ estado: 'pendiente', transaccion: id });
    expect(await pagos()).toEqual([]);
    await move(id, 'APPROVED');
    expect(await estado(started.referencia)).toMatchObject({ estado: 'aprobado', recibo: 'RC000000001' });
    expect(await pagos()).toMatchObject([
      { valor: 45_000, medio: 'PSE', referencia: id, origen: 'pasarela', facturas: [{ numero_factura: 'F-1' }] },
    ]);
    expect(await saldo()).toBe(30_000);
    const { recibo, verificacion } = await estado(started.referencia);
    const check = await utility.nobody('GET', `/api/publico/recibo?recibo=${recibo}&verificacion=${verificacion}`);
    expect(check.json).toMatchObject({ vigente: true, valor: 45_000 });
  });

  it('of the whole account, of another value, and too small', async () => {
    const small = await utility.nobody('POST', '/api/publico/pagar', { ...PAPEL, que: 'otro_valor', valor: 100 });
    expect([small.status, small.text]).toEqual([422, expect.stringContaining('$ 1.500')]);
    await pay(await begin({ que: 'cuenta' }), 'APPROVED', 'CARD');
    expect(await saldo()).toBe(0);
    expect(await pagos()).toMatchObject([{ medio: 'Tarjeta', valor: 75_000, anticipo: 0 }]);
    const again = await utility.nobody('POST', '/api/publico/pagar', { ...PAPEL, que: 'factura' });
    expect(again.status).toBe(422);
  });

  it('of another value goes to the bill of the paper first', async () => {
    await pay(await begin({ que: 'otro_valor', valor: 50_000 }), 'APPROVED');
    expect(await saldo()).toBe(25_000);
    expect((await utility.ok('GET', '/api/facturas/F-1'))['saldo']).toBe(0);
  });

  it('leaves out what is under claim unless everything was chosen', async () => {
    await setEnReclamo(gateway.server.adminUrl, utility.tenant.id, 'F-1', 20_000);
    const { json } = await utility.nobody('GET', '/api/publico/pagar?numero_cuenta=C-1&numero_factura=F-1');
    expect(json).toMatchObject({
      debe: 75_000,
      en_reclamo: 20_000,
      opciones: [
        { que: 'factura', valor: 25_000 },
        { que: 'cuenta', valor: 75_000 },
        { que: 'sin_reclamo', valor: 55_000 },
      ],
    });
    await pay(await begin({ que: 'sin_reclamo' }), 'APPROVED');
    expect((await utility.ok('GET', '/api/facturas/F-1'))['saldo']).toBe(20_000);
    expect(await saldo()).toBe(20_000);
  });

  it('of a bill that was paid meanwhile is not lost', async () => {
    const started = await begin({ que: 'cuenta' });
    await utility.ok('POST', '/api/pagos', { numero_cuenta: 'C-1', valor: 75_000 });
    await pay(started, 'APPROVED');
    expect((await pagos())[0]).toMatchObject({ valor: 75_000, anticipo: 75_000 });
    expect(await estado(started.referencia)).toMatchObject({ estado: 'aprobado' });
  });

  it('opens with both numbers of one paper only', async () => {
    for (const papel of [
      { numero_cuenta: 'C-2', numero_factura: 'F-1' },
      { numero_cuenta: 'C-1', numero_factura: 'F-3' },
    ]) {
      expect((await utility.nobody('POST', '/api/publico/pagar', { ...papel, que: 'cuenta' })).status).toBe(404);
      const query = new URLSearchParams(papel).toString();
      expect((await utility.nobody('GET', `/api/publico/pagar?${query}`)).status).toBe(404);
    }
  });

  it('does not begin while the utility has it off, and one under way is finished', async () => {
    const started = await begin();
    const { llave_publica } = utility.comercio;
    await utility.ok('PUT', '/api/pasarela', { ambiente: 'simulador', activa: false, llave_publica });
    const refused = await utility.nobody('POST', '/api/publico/pagar', { ...PAPEL, que: 'factura' });
    expect([refused.status, (refused.json as { code: string }).code]).toEqual([409, 'pasarela_no_activa']);
    await pay(started, 'APPROVED');
    expect(await estado(started.referencia)).toMatchObject({ estado: 'aprobado' });
  });
});

describe('an event', () => {
  it.each<[string, Partial<Transaccion>]>([
    ['another amount', { amount_in_cents: 100 }],
    ['another state', { status: 'APPROVED' }],
    ['another number', { id: 'otro-1' }],
  ])('with %s than was signed is refused and does nothing', async (_what, cambio) => {
    const started = await begin();
    const answer = await send(told(started, { status: 'PENDING' }), cambio);
    expect(answer).toMatchObject({ status: 403, json: { code: 'evento_falso' } });
    expect(await estado(started.referencia)).toMatchObject({ estado: 'creado' });
    expect(await pagos()).toEqual([]);
  });

  it('with a checksum of another secret, of none, or of nobody is refused', async () => {
    const started = await begin();
    const good = eventoFirmado(utility.comercio.secreto_eventos, told(started));
    const forged = { ...good, signature: { ...good.signature, checksum: createHash('sha256').digest('hex') } };
    const other = await gateway.createUtility();
    for (const body of [forged, eventoFirmado(other.comercio.secreto_eventos, told(started))])
      expect((await gateway.simulador.enviar(utility.comercio, body)).status).toBe(403);
    expect((await gateway.simulador.enviar(utility.comercio, { ...good, signature: {} })).status).toBe(422);
    expect((await gateway.simulador.enviar(utility.comercio, {})).status).toBe(422);
    expect((await gateway.simulador.enviar(utility.comercio, good)).status).toBe(200);
    expect(await pagos()).toHaveLength(1);
  });

  it('has its checksum in letters of either case', async () => {
    const good = eventoFirmado(utility.comercio.secreto_eventos, told(await begin()));
    const shouted = { ...good, signature: { ...good.signature, checksum: good.signature.checksum.toUpperCase() } };
    expect((await gateway.simulador.enviar(utility.comercio, shouted)).status).toBe(200);
    expect(await pagos()).toHaveLength(1);
  });

  it('of an unknown utility, or of one without gateway, is a 404', async () => {
    const url = (id: string) => ({
      ...utility.comercio,
      url_eventos: `${gateway.server.url}/api/pasarela/eventos/${id}`,
    });
    const body = eventoFirmado(utility.comercio.secreto_eventos, told(await begin()));
    const without = await gateway.server.createTenant();
    for (const id of ['nadie-aqui', without.id])
      expect((await gateway.simulador.enviar(url(id), body)).status).toBe(404);
    expect((await gateway.simulador.enviar(url('..%2f..'), body)).status).toBe(400);
  });

  it('repeated a hundred times at once is one payment', async () => {
    gateway.simulador.trucos.repite = 100;
    const started = await begin();
    await pay(started, 'APPROVED');
    expect(await pagos()).toHaveLength(1);
    expect(await saldo()).toBe(30_000);
    const { eventos } = (await utility.ok('GET', `/api/pasarela/intentos/${started.referencia}`)) as {
      eventos: { resultado: string }[];
    };
    expect(eventos.map(({ resultado }) => resultado).toSorted()).toEqual(['aplicado', ...Array(99).fill('repetido')]);
  });

  it('of PENDING, APPROVED and VOIDED in any order ends the same', async () => {
    const states = ['PENDING', 'APPROVED', 'VOIDED'] as const;
    const orders = [
      [0, 1, 2],
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0],
    ];
    for (const order of orders) {
      const started = await begin({ que: 'otro_valor', valor: 10_000 });
      const transaccion = told(started);
      for (const i of [...order, ...order])
        expect((await send({ ...transaccion, status: states[i] ?? 'PENDING' })).status).toBe(200);
      expect(await estado(started.referencia), String(order)).toMatchObject({ estado: 'anulado' });
    }
    expect(await saldo()).toBe(75_000);
    const made = await pagos();
    expect(made).toHaveLength(3); // where the approval came before the void
    expect(made.every(({ reverso }) => (reverso as { causa: string }).causa === 'reembolso')).toBe(true);
  });

  it('of an approval after a refusal is money all the same', async () => {
    const started = await begin();
    const transaccion = told(started, { status: 'DECLINED' });
    await send(transaccion);
    expect(await estado(started.referencia)).toMatchObject({ estado: 'rechazado' });
    await send({ ...transaccion, status: 'APPROVED' });
    await send({ ...transaccion, status: 'DECLINED' });
    expect(await estado(started.referencia)).toMatchObject({ estado: 'aprobado' });
    expect(await pagos()).toHaveLength(1);
  });

  it('of another kind is taken and does nothing', async () => {
    const body = {
      ...eventoFirmado(utility.comercio.secreto_eventos, told(await begin())),
      event: 'nequi_token.updated',
    };
    expect(await gateway.simulador.enviar(utility.comercio, body)).toMatchObject({
      status: 200,
      json: { resultado: 'ajeno' },
    });
    expect(await pagos()).toEqual([]);
  });
});

describe('money that does not agree', () => {
  it.each<[string, Partial<Transaccion>, string]>([
    ['another amount', { amount_in_cents: 100 }, 'valor_distinto'],
    ['another currency', { currency: 'USD' }, 'moneda_distinta'],
    ['another reference', { reference: 'P-de-otro' }, 'referencia_desconocida'],
  ])('%s waits at the desk', async (_what, more, novedad) => {
    const started = await begin();
    expect((await send(told(started, more))).status).toBe(200);
    expect(await pagos()).toEqual([]);
    expect(await novedades()).toMatchObject([{ novedad }]);
    const known = novedad === 'referencia_desconocida' ? 'creado' : 'en_revision';
    expect(await estado(started.referencia)).toMatchObject({ estado: known });
  });

  it('of nobody, told fifty times at once, waits once', async () => {
    const transaccion = told(await begin(), { reference: 'otra-venta' });
    const answers = await Promise.all(Array.from({ length: 50 }, () => send(transaccion)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(await novedades()).toMatchObject([{ novedad: 'referencia_desconocida', transaccion: transaccion.id }]);
  });

  it('approved twice: the second waits, and is booked when somebody says so', async () => {
    const started = await begin();
    await pay(started, 'APPROVED');
    const { id } = await pay(started, 'APPROVED');
    expect(await pagos()).toHaveLength(1);
    const [novedad] = await novedades();
    expect(novedad).toMatchObject({ novedad: 'aprobada_dos_veces', transaccion: id });
    const path = `/api/pasarela/novedades/${novedad?.id}/resolver`;
    const decision = { resolucion: 'registrada', observacion: 'La señora pagó dos veces' };
    const both = await Promise.all(
      [1, 2, 3].map(async () => (await utility.tenant.as('recaudo'))('POST', path, decision)),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
    expect(await pagos()).toHaveLength(2);
    expect(await saldo()).toBe(-15_000);
    expect(await novedades()).toEqual([]);
    expect(await estado(started.referencia)).toMatchObject({ estado: 'aprobado' });
  });

  it('is let go when it was given back, by hand or by the gateway', async () => {
    const first = await begin();
    const transaccion = told(first, { amount_in_cents: 9_900 });
    await send(transaccion);
    await send({ ...transaccion, status: 'VOIDED' });
    expect(await novedades()).toEqual([]);
    expect(await estado(first.referencia)).toMatchObject({ estado: 'anulado' });
    await send(told(await begin(), { currency: 'USD' }));
    const [usd] = await novedades();
    const resolver = (body: object) =>
      utility.tenant.as('admin').then((as) => as('POST', `/api/pasarela/novedades/${usd?.id}/resolver`, body));
    expect((await resolver({ resolucion: 'registrada', observacion: 'Es de la cuenta' })).status).toBe(422);
    expect((await resolver({ resolucion: 'devuelta', observacion: 'Devuelta en el panel' })).status).toBe(200);
    expect(await pagos()).toEqual([]);
  });

  it('typed by hand before is not booked again', async () => {
    const started = await begin();
    const transaccion = told(started);
    await utility.ok('POST', '/api/pagos', {
      numero_factura: 'F-1',
      valor: 45_000,
      medio: 'PSE',
      referencia: transaccion.id,
    });
    await send(transaccion);
    expect(await pagos()).toHaveLength(1);
    expect(await novedades()).toMatchObject([{ novedad: 'ya_registrada' }]);
  });

  it('of a transaction that is told with another reference changes nothing', async () => {
    const [mine, other] = [await begin(), await begin({ que: 'otro_valor', valor: 45_000 })];
    const transaccion = await pay(mine, 'APPROVED');
    expect(await send({ ...transaccion, reference: other.referencia })).toMatchObject({
      status: 200,
      json: { resultado: 'contradice' },
    });
    expect(await pagos()).toHaveLength(1);
    expect(await estado(other.referencia)).toMatchObject({ estado: 'creado' });
  });
});

describe('a payment given back', () => {
  it('is undone by a document, once', async () => {
    const started = await begin();
    const { id } = await pay(started, 'APPROVED', 'CARD');
    gateway.simulador.trucos.repite = 20;
    await move(id, 'VOIDED');
    expect(await estado(started.referencia)).toMatchObject({ estado: 'anulado' });
    expect(await saldo()).toBe(75_000);
    expect(await pagos()).toMatchObject([
      { reverso: { causa: 'reembolso', estado: 'aplicado', numero: 'RV000000001' } },
    ]);
  });

  it('that somebody undid before is left as it is, and one that waits for a second person goes to the desk', async () => {
    const first = await begin();
    const { id } = await pay(first, 'APPROVED', 'CARD');
    const [pago] = await pagos();
    await utility.ok('POST', `/api/pagos/${pago?.id}/reversar`, { causa: 'contracargo', motivo: 'El banco lo pidió' });
    await move(id, 'VOIDED');
    expect(await saldo()).toBe(75_000);
    expect(await novedades()).toEqual([]);

    await utility.ok('PATCH', '/api/tenants/actual/ajustes', { ajustes: { limite_reverso: 0 } });
    const second = await pay(await begin({ que: 'otro_valor', valor: 2_000 }), 'APPROVED', 'CARD');
    const [last] = await pagos();
    await utility.ok('POST', `/api/pagos/${last?.id}/reversar`, { causa: 'reembolso', motivo: 'Lo pidió la señora' });
    await move(second.id, 'VOIDED');
    expect(await novedades()).toMatchObject([{ novedad: 'reverso_en_espera', transaccion: second.id }]);
  });
});

describe('an answer that is missing', () => {
  const later = (ms: number) => (now = new Date(now.getTime() + ms));

  it('is asked for by who comes back, with the number that the gateway added or without', async () => {
    gateway.simulador.trucos.pierde = true;
    const [first, second] = [await begin(), await begin({ que: 'otro_valor', valor: 30_000 })];
    const { id } = await pay(first, 'APPROVED');
    await pay(second, 'APPROVED');
    expect(await estado(first.referencia)).toMatchObject({ estado: 'creado' });
    expect(await preguntar(first.referencia, { transaccion: id })).toMatchObject({ estado: 'aprobado' });
    expect(await preguntar(second.referencia)).toMatchObject({ estado: 'aprobado' });
    expect(await pagos()).toHaveLength(2);
    expect(await saldo()).toBe(0);
  });

  it('is asked for once when a hundred ask', async () => {
    gateway.simulador.trucos.pierde = true;
    const started = await begin();
    await pay(started, 'APPROVED');
    await Promise.all(Array.from({ length: 100 }, () => preguntar(started.referencia)));
    expect(await estado(started.referencia)).toMatchObject({ estado: 'aprobado' });
    expect(await pagos()).toHaveLength(1);
  });

  it('is not taken from a transaction of somebody else', async () => {
    gateway.simulador.trucos.pierde = true;
    const [mine, other] = [await begin(), await begin()];
    const { id } = await pay(other, 'APPROVED');
    expect(await preguntar(mine.referencia, { transaccion: id })).toMatchObject({ estado: 'creado' });
    expect(await preguntar(mine.referencia, { transaccion: '../merchants/x' })).toMatchObject({ estado: 'creado' });
    expect(await pagos()).toEqual([]);
  });

  it('is asked for by the clock, later and later, and ends honestly', async () => {
    gateway.simulador.trucos.pierde = true;
    const [paid, left] = [await begin(), await begin()];
    const { id } = await pay(paid, 'PENDING');
    const { services } = gateway.server;
    later(60_000);
    await consultarPendientes(services);
    expect(await estado(paid.referencia)).toMatchObject({ estado: 'creado' }); // not due yet
    later(2 * 60_000);
    await consultarPendientes(services);
    expect(await estado(paid.referencia)).toMatchObject({ estado: 'pendiente', transaccion: id });
    await move(id, 'APPROVED');
    later(10 * 60_000);
    await consultarPendientes(services);
    expect(await estado(paid.referencia)).toMatchObject({ estado: 'aprobado' });
    expect(await estado(left.referencia)).toMatchObject({ estado: 'creado' });
    later(25 * 3_600_000);
    await consultarPendientes(services);
    expect(await estado(left.referencia)).toMatchObject({ estado: 'vencido' });
    // Money that comes after the end is money.
    gateway.simulador.trucos.pierde = false;
    const late = await pay(left, 'PENDING');
    expect(await estado(left.referencia)).toMatchObject({ estado: 'pendiente' });
    gateway.simulador.trucos.pierde = true;
    await move(late.id, 'APPROVED');
    later(3 * 60_000);
    await consultarPendientes(services);
    expect(await estado(left.referencia)).toMatchObject({ estado: 'aprobado' });
  });

  it.each(['caida', 'muda', 'basura', 'desvia', 'inmensa'] as const)(
    'stays missing while the gateway is «%s», and nothing else does',
    async (api) => {
      gateway.simulador.trucos.pierde = true;
      const started = await begin();
      await pay(started, 'APPROVED');
      gateway.simulador.trucos.api = api;
      expect(await preguntar(started.referencia)).toMatchObject({ estado: 'creado' });
      const admin = await utility.tenant.as('admin');
      const asked = await admin('POST', `/api/pasarela/intentos/${started.referencia}/consultar`, {});
      expect(asked).toMatchObject({ status: 200, json: { estado: 'creado', respondio: false } });
      later(25 * 3_600_000);
      await consultarPendientes(gateway.server.services);
      expect(await estado(started.referencia)).toMatchObject({ estado: 'creado' }); // nobody said that it was not paid
      delete gateway.simulador.trucos.api;
      later(25 * 3_600_000);
      await consultarPendientes(gateway.server.services);
      expect(await estado(started.referencia)).toMatchObject({ estado: 'aprobado' });
    },
  );

  it('that is a lie about the money goes to the desk', async () => {
    gateway.simulador.trucos.pierde = true;
    const started = await begin();
    await pay(started, 'DECLINED');
    gateway.simulador.trucos.api = 'miente';
    expect(await preguntar(started.referencia)).toMatchObject({ estado: 'en_revision' });
    expect(await pagos()).toEqual([]);
    expect(await novedades()).toMatchObject([{ novedad: 'valor_distinto' }]);
  });
});

describe('the settings', () => {
  it('are sealed in the database and never answered', async () => {
    const { comercio, tenant } = utility;
    const answered = await (await tenant.as('admin'))('GET', '/api/pasarela');
    const pool = createPool({ url: gateway.server.adminUrl, sessionSettings: false });
    const kept: string[] = [];
    for (const table of ['pasarelas', 'auditoria', 'idempotencia', 'eventos']) {
      const { rows } = await pool.query(`select x::text as row from ${table} x where tenant_id = $1`, [tenant.id]);
      kept.push(...rows.map(({ row }: { row: string }) => row));
    }
    await pool.end();
    for (const secret of [comercio.llave_privada, comercio.secreto_eventos, comercio.secreto_integridad]) {
      expect(answered.text).not.toContain(secret);
      expect(kept.join('\n')).not.toContain(secret);
    }
    expect(answered.json).toMatchObject({
      configurada: true,
      legible: true,
      ambiente: 'simulador',
      url_eventos: comercio.url_eventos,
    });
  });

  it('keep a secret that is left out, and refuse to begin without one', async () => {
    const { llave_publica } = utility.comercio;
    const more = { ambiente: 'simulador', activa: true, llave_publica };
    await utility.ok('PUT', '/api/pasarela', { ...more, minimo: 2_000 });
    await pay(await begin(), 'APPROVED');
    expect(await pagos()).toHaveLength(1);
    const other = await gateway.server.createTenant();
    const answer = await (await other.as('admin'))('PUT', '/api/pasarela', more);
    expect([answer.status, (answer.json as { errors: { path: string }[] }).errors[0]?.path]).toEqual([
      422,
      'llave_privada',
    ]);
  });

  it('take no address, and no gateway that the server does not have', async () => {
    const admin = await utility.tenant.as('admin');
    const more = { activa: true, llave_publica: 'pub_test_0123456789' };
    expect((await admin('PUT', '/api/pasarela', { ...more, ambiente: 'http://169.254.169.254' })).status).toBe(422);
    expect((await admin('PUT', '/api/pasarela', { ...more, ambiente: 'pruebas', api: 'http://10.0.0.1' })).status).toBe(
      422,
    );
    const { simulador } = gateway.server.services.pasarelas.direcciones;
    delete gateway.server.services.pasarelas.direcciones.simulador;
    expect((await admin('PUT', '/api/pasarela', { ...more, ambiente: 'simulador' })).status).toBe(422);
    if (simulador) gateway.server.services.pasarelas.direcciones.simulador = simulador;
  });

  it('that cannot be opened any more are said, and an event is not lost', async () => {
    const started = await begin();
    const { services, faults } = gateway.server;
    const { abrir } = services.cofre;
    services.cofre.abrir = () => undefined;
    const answered = await (await utility.tenant.as('admin'))('GET', '/api/pasarela');
    const event = await send(told(started));
    services.cofre.abrir = abrir;
    expect(answered.json).toMatchObject({ configurada: true, legible: false });
    expect(event.status).toBe(500); // the gateway sends it again
    expect(faults.splice(0)).toHaveLength(1);
  });
});

describe('the proof', () => {
  it('tells of every way in which money of the gateway could be missing or twice', async () => {
    const { server } = gateway;
    const started = await begin();
    const { id } = await pay(started, 'APPROVED');
    await pay(await begin({ que: 'otro_valor', valor: 2_000 }), 'APPROVED');
    const found = async () =>
      (await verify(server.tenants.reads(utility.tenant.id))).hallazgos.filter(({ que }) => que === 'pasarela');
    expect(await found()).toEqual([]);
    const of = `tenant_id = '${utility.tenant.id}' and transaccion = '${id}'`;
    const attempt = `tenant_id = '${utility.tenant.id}' and referencia = '${started.referencia}'`;
    const other = `(select max(id) from pagos where tenant_id = '${utility.tenant.id}')`;
    for (const [wrong, right] of [
      [`valor_centavos = valor_centavos + 100 where ${of}`, `valor_centavos = valor_centavos - 100 where ${of}`],
      [`estado = 'VOIDED' where ${of}`, `estado = 'APPROVED' where ${of}`],
    ]) {
      await tamper(server.adminUrl, `update transacciones_pasarela set ${wrong}`);
      expect(await found(), wrong).toHaveLength(1);
      await tamper(server.adminUrl, `update transacciones_pasarela set ${right}`);
    }
    const { rows } = await look(`select pago_id from intentos_pago where ${attempt}`);
    const mine = Number(rows[0]?.['pago_id']);
    await tamper(server.adminUrl, `update transacciones_pasarela set pago_id = null where ${of}`);
    expect(await found()).toHaveLength(3); // not booked, an attempt without its payment, a payment of nobody
    await tamper(server.adminUrl, `update transacciones_pasarela set pago_id = ${mine} where ${of}`);
    await tamper(server.adminUrl, `update intentos_pago set valor = valor + 1 where ${attempt}`);
    expect(await found()).toHaveLength(1);
    await tamper(server.adminUrl, `update intentos_pago set valor = valor - 1 where ${attempt}`);
    await expect(look(`update intentos_pago set pago_id = ${other} where ${attempt}`)).rejects.toThrow('no cambia');
    expect(await found()).toEqual([]);
  });
});

it('a running server asks by itself', async () => {
  let time = new Date();
  const other = await startWithGateway({ clock: { now: () => time } });
  const { nobody, comercio } = await other.createUtility();
  other.simulador.trucos.pierde = true;
  const body = { ...PAPEL, que: 'factura' };
  const { referencia, valor } = (await nobody('POST', '/api/publico/pagar', body)).json as Iniciado;
  await other.simulador.pagar(comercio, { reference: referencia, centavos: valor * 100 }, 'APPROVED');
  time = new Date(time.getTime() + 3 * 60_000);
  const pool = createPool({ url: other.server.adminUrl, sessionSettings: false });
  const { rows } = await pool.query('select identifier from graphile_worker._private_known_crontabs');
  expect(rows).toContainEqual({ identifier: 'consultar_pasarela' });
  await pool.query(`select graphile_worker.add_job('consultar_pasarela')`); // as the clock does every minute
  await pool.end();
  const how = async () => (await nobody('GET', `/api/publico/pagar/${referencia}`)).json as Estado;
  await expect.poll(how, { timeout: 20_000 }).toMatchObject({ estado: 'aprobado' });
  await other.stop();
});

it('met nothing unexpected', () => {
  expect(gateway.server.faults).toEqual([]);
});
