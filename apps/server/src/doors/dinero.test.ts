// Threats to money, from outside, as bytes on the wire: amounts that are none, two undoings at once, other people's money,
// second persons, numbers walked by strangers.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { raw } from '../testing/raw.ts';
import { type TestServer, startTestServer } from '../testing/start.ts';
import type { Call, TestTenant } from '../testing/tenant.ts';

let server: TestServer;
let tenant: TestTenant;
let recaudo: Call;
let cuenta = 0;

beforeAll(async () => {
  server = await startTestServer();
  tenant = await server.createTenant();
  recaudo = await tenant.as('recaudo');
});
afterAll(() => server.stop());

/** An account that owes one bill of 10.000 pesos. */
async function deuda(of = tenant) {
  const admin = await of.as('admin');
  const numero_cuenta = `D-${++cuenta}`;
  const { json } = await admin('POST', '/api/clientes', {
    numero_cuenta,
    nombre: 'Ana',
    direccion: 'Calle 1',
    estrato: 2,
  });
  const numero_factura = `${numero_cuenta}-F`;
  await admin('POST', '/api/facturas', {
    numero_factura,
    cliente_id: (json as { id: number }).id,
    fecha_emision: '2026-01-01',
    fecha_vencimiento: '2026-01-20',
    valor_total: 10_000,
    conceptos: [{ concepto: 'Revisión', valor: 10_000 }],
  });
  return { numero_cuenta, numero_factura };
}
const saldoDe = async (numero_factura: string) =>
  ((await recaudo('GET', `/api/facturas/${numero_factura}`)).json as { saldo: number }).saldo;

describe('an amount on the wire', () => {
  it.each([
    '0',
    '-1',
    '-0',
    '0.5',
    '1e309',
    '1e-9',
    '9007199254740993',
    '10000000000001',
    '"100"',
    'null',
    'true',
    '[]',
    '{"$gt":0}',
    '1 000',
  ])('of %s is refused with a 4xx, and nothing moves', async (valor) => {
    const { numero_factura } = await deuda();
    const authorization = `Bearer ${await tenant.tokenFor('recaudo')}`;
    const headers = { authorization, 'x-tenant-id': tenant.id, 'content-type': 'application/json' };
    const body = `{"numero_factura":"${numero_factura}","valor":${valor}}`;
    for (const [method, path] of [
      ['POST', '/api/pagos'],
      ['POST', '/api/pagos/simular'],
      ['PATCH', `/api/facturas/${numero_factura}/pagar`],
    ] as const) {
      const sent = method === 'PATCH' ? `{"valor":${valor}}` : body;
      const { status } = await raw(
        server.url,
        method,
        path,
        { ...headers, 'content-length': String(Buffer.byteLength(sent)) },
        sent,
      );
      expect([400, 422], `${method} ${path}`).toContain(status);
    }
    expect(await saldoDe(numero_factura)).toBe(10_000);
  });

  it('comes with no other currency, no future, no balance or state of the caller’s making', async () => {
    const { numero_factura } = await deuda();
    for (const more of [
      { moneda: 'USD' },
      { fecha_pago: '2099-01-01' },
      { saldo: 0 },
      { estado: 'Pagada' },
      { caja_id: 1 },
      { tenant_id: 'public' },
      { origen: 'pasarela' },
    ])
      expect(
        (await recaudo('POST', '/api/pagos', { numero_factura, valor: 1, ...more })).status,
        JSON.stringify(more),
      ).toBe(422);
    expect(await saldoDe(numero_factura)).toBe(10_000);
  });
});

it('two undoings at once: one document, the bill owes once', async () => {
  const { numero_factura } = await deuda();
  const { json } = await recaudo('POST', '/api/pagos', { numero_factura, valor: 4_000 });
  const { id } = json as { id: number };
  const undo = () =>
    recaudo('POST', `/api/pagos/${id}/reversar`, { causa: 'contracargo', motivo: 'El banco lo pidió' });
  const answers = await Promise.all(Array.from({ length: 16 }, undo));
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
    201,
    ...Array.from({ length: 15 }, () => 409),
  ]);
  expect(await saldoDe(numero_factura)).toBe(10_000);
});

it('a payment above the limit is undone by two people, whoever asks', async () => {
  const { numero_factura } = await deuda();
  const { json } = await recaudo('POST', '/api/pagos', { numero_factura, valor: 900_000 });
  const { id } = json as { id: number };
  const asked = await recaudo('POST', `/api/pagos/${id}/reversar`, {
    causa: 'contracargo',
    motivo: 'El banco lo pidió',
  });
  const { id: reverso, estado } = asked.json as { id: number; estado: string };
  expect(estado).toBe('pendiente');
  expect((await recaudo('POST', `/api/reversos/${reverso}/aprobar`, {})).status).toBe(409);
  expect((await (await tenant.as('atencion'))('POST', `/api/reversos/${reverso}/aprobar`, {})).status).toBe(403);
  expect(await saldoDe(numero_factura)).toBe(0);
  expect((await (await tenant.as('admin'))('POST', `/api/reversos/${reverso}/aprobar`, {})).status).toBe(200);
  expect(await saldoDe(numero_factura)).toBe(10_000);
});

it('another utility’s bill, account and payment are as good as none: the same 404', async () => {
  const other = await server.createTenant();
  const suya = await deuda(other);
  const cashier = await other.as('recaudo');
  const { json } = await cashier('POST', '/api/pagos', { numero_factura: suya.numero_factura, valor: 1 });
  const { id } = json as { id: number };
  const answers = await Promise.all([
    recaudo('POST', '/api/pagos', { numero_factura: suya.numero_factura, valor: 1 }),
    recaudo('POST', '/api/pagos', { numero_factura: 'NO-EXISTE', valor: 1 }),
    recaudo('POST', '/api/pagos', { numero_cuenta: suya.numero_cuenta, valor: 1 }),
    recaudo('GET', `/api/pagos/${id}`),
    recaudo('GET', `/api/pagos/${id}/recibo`),
    recaudo('POST', `/api/pagos/${id}/reversar`, { causa: 'contracargo', motivo: 'Es de otra empresa' }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404]);
});

it('a citizen sees their own payments alone, and books none', async () => {
  const [mia, ajena] = [await deuda(), await deuda()];
  const { id: user } = await tenant.userOf('ciudadano');
  await (
    await tenant.as('admin')
  )('POST', `/api/users/${user}/clientes`, { numero_cuenta: mia.numero_cuenta });
  const pay = async ({ numero_factura }: typeof mia) =>
    ((await recaudo('POST', '/api/pagos', { numero_factura, valor: 100 })).json as { id: number }).id;
  const [propio, otro] = [await pay(mia), await pay(ajena)];
  const citizen = await tenant.as('ciudadano');
  expect((await citizen('GET', `/api/pagos/${propio}`)).status).toBe(200);
  expect((await citizen('GET', `/api/pagos/${otro}`)).status).toBe(404);
  expect((await citizen('GET', '/api/pagos')).json).toMatchObject([{ id: propio }]);
  expect((await citizen('POST', '/api/pagos/simular', { numero_cuenta: ajena.numero_cuenta, valor: 1 })).status).toBe(
    404,
  );
  expect((await citizen('POST', '/api/pagos', { numero_cuenta: mia.numero_cuenta, valor: 1 })).status).toBe(403);
  expect(
    (await citizen('POST', `/api/pagos/${propio}/reversar`, { causa: 'reembolso', motivo: 'Lo quiero' })).status,
  ).toBe(403);
});

it('walking the numbers of receipts gains a stranger nothing, and soon a pause', async () => {
  const limited = await startTestServer({ env: { RATE_LIMIT: 'on' } });
  try {
    const utility = await limited.createTenant();
    const nobody = await utility.as('nobody');
    const seen = new Map<number, number>();
    for (let n = 1; n <= 300; n++) {
      const { status } = await nobody(
        'GET',
        `/api/publico/recibo?recibo=RC${String(n).padStart(9, '0')}&verificacion=${'0'.repeat(16)}`,
      );
      seen.set(status, (seen.get(status) ?? 0) + 1);
    }
    expect([...seen.keys()].toSorted((a, b) => a - b)).toEqual([404, 429]);
  } finally {
    await limited.stop();
  }
});
