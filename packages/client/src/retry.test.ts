// A network that loses answers: what is safe is repeated, and what is done is done once.
import { type TestServer, startTestServer } from '@cunservicios/server/src/testing/start.ts';
import type { TestTenant } from '@cunservicios/server/src/testing/tenant.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Client, createClient } from './client.ts';
import { CunserviciosError } from './errors.ts';
import { pauseBefore } from './retry.ts';
import { startLyingProxy } from './testing/lying-proxy.ts';

let server: TestServer;
let tenant: TestTenant;
let proxy: Awaited<ReturnType<typeof startLyingProxy>>;
let client: Client;
let cliente_id: number;
beforeAll(async () => {
  server = await startTestServer();
  tenant = await server.createTenant();
  proxy = await startLyingProxy(server.url);
  client = createClient({ url: proxy.url, token: await tenant.tokenFor('admin') });
  ({ id: cliente_id } = await client.clientes.create({
    numero_cuenta: 'P/1',
    nombre: 'Ana',
    direccion: 'Calle 1',
    estrato: 2,
  }));
});
afterAll(async () => {
  await proxy.stop();
  await server.stop();
});

const keys = () => proxy.seen.map(({ headers }) => headers['idempotency-key']);

const factura = (numero_factura: string, valor: number) => ({
  numero_factura,
  cliente_id,
  fecha_emision: '2026-01-15',
  fecha_vencimiento: '2026-01-30',
  valor_total: valor,
  conceptos: [
    {
      concepto: 'Revisión',
      valor,
    },
  ],
});

it('repeats a read through lost connections and busy answers', async () => {
  proxy.lie('cut', { status: 503 }, 'pass');
  expect((await client.clientes.get({ numero_cuenta: 'P/1' })).id).toBe(cliente_id);
  expect(proxy.seen).toHaveLength(3);
});

it('repeats an idempotent write with the same key: one effect, the first answer', async () => {
  proxy.lie('lose', 'lose', 'pass');
  const creada = await client.facturas.create(factura('I-1', 50_000));
  expect(creada.numero_factura).toBe('I-1');
  expect(new Set(keys()).size).toBe(1);
  expect(keys()).toHaveLength(3);

  proxy.lie('lose', { status: 503 }, 'pass');
  const pagada = await client.facturas.pagar({ numero_factura: 'I-1', valor: 20_000, referencia: 'R-1' });
  expect(pagada.saldo).toBe(30_000);
  const pagos = await client.pagos.list({ numero_cuenta: 'P/1' });
  expect(pagos.items).toHaveLength(1);
  expect((await client.facturas.list()).items).toHaveLength(1);
});

it('makes another key for another call, and takes the one it is given', async () => {
  proxy.lie();
  await client.facturas.create(factura('I-2', 1_000));
  await client.facturas.create(factura('I-3', 1_000));
  await client.facturas.create(factura('I-4', 1_000), { idempotencyKey: 'pedido-4' });
  const again = await client.facturas.create(factura('I-4', 1_000), { idempotencyKey: 'pedido-4' });
  expect(again.numero_factura).toBe('I-4');
  expect(new Set(keys()).size).toBe(3);
  await expect(client.facturas.create(factura('I-5', 1_000), { idempotencyKey: 'pedido-4' })).rejects.toMatchObject({
    code: 'idempotencia_distinta',
  });
});

it('does not repeat a write that carries no key, nor what the server has decided', async () => {
  proxy.lie('cut');
  const otra = { numero_cuenta: 'P/2', nombre: 'Luz', direccion: 'Calle 2', estrato: 2 };
  await expect(client.clientes.create(otra)).rejects.toMatchObject({ code: 'sin_conexion' });
  proxy.lie({ status: 503 });
  await expect(client.clientes.create(otra)).rejects.toMatchObject({ code: 'respuesta_invalida', status: 503 });
  expect(proxy.seen).toHaveLength(1);
  proxy.lie();
  await expect(client.facturas.create(factura('I-2', 1_000))).rejects.toMatchObject({ code: 'duplicado' });
  expect(proxy.seen).toHaveLength(1);
});

it('gives up after the tries it was given, and after a server that hangs', async () => {
  proxy.lie('cut', 'cut', 'cut', 'cut');
  await expect(client.auth.me()).rejects.toMatchObject({ code: 'sin_conexion' });
  expect(proxy.seen).toHaveLength(3);
  proxy.lie('cut', 'pass');
  await expect(client.auth.me(undefined, { retries: 0 })).rejects.toMatchObject({ code: 'sin_conexion' });
  proxy.lie('hang', 'pass');
  expect(await client.auth.me(undefined, { timeout: 200 })).toMatchObject({ tenant_id: tenant.id });
});

it('waits as long as the server asks', async () => {
  proxy.lie({ status: 429, retryAfter: 1 }, 'pass');
  const start = performance.now();
  await client.auth.me();
  expect(performance.now() - start).toBeGreaterThanOrEqual(995);
  proxy.lie({ status: 429, retryAfter: 600 }, 'pass');
  await expect(client.auth.me()).rejects.toMatchObject({ status: 429, retryAfter: 600 });
});

it('spreads its tries over the whole pause, longer each time', () => {
  const busy = new CunserviciosError({ code: 'base_no_disponible', detail: '', status: 503 });
  for (const [tries, most] of [
    [0, 250],
    [1, 500],
    [20, 8_000],
  ] as const) {
    const pauses = Array.from({ length: 500 }, () => pauseBefore(busy, tries) ?? -1);
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(0);
    expect(Math.min(...pauses)).toBeLessThan(most / 10);
    expect(Math.max(...pauses)).toBeGreaterThan(most * 0.9);
    expect(Math.max(...pauses)).toBeLessThanOrEqual(most);
  }
});
