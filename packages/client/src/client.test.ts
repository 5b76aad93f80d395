// Calls, errors, lists and aborts against the running program.
import { type TestServer, startTestServer } from '@cunservicios/server/src/testing/start.ts';
import type { TestTenant } from '@cunservicios/server/src/testing/tenant.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Client, createClient } from './client.ts';
import { CunserviciosError, isCunserviciosError } from './errors.ts';

let server: TestServer;
let tenant: TestTenant;
let client: Client;
beforeAll(async () => {
  server = await startTestServer();
  tenant = await server.createTenant();
  client = createClient({ url: server.url, token: await tenant.tokenFor('admin') });
  for (let i = 1; i <= 7; i++)
    await client.clientes.create({ numero_cuenta: `L/${i}`, nombre: `Ana ${i}`, direccion: `Calle ${i}`, estrato: 2 });
});
afterAll(() => server.stop());

const thrown = (work: Promise<unknown>) =>
  work.then(
    () => expect.unreachable('it was expected to throw'),
    (error: unknown) => error,
  );

it('reads and writes, with and without input', async () => {
  expect(await client.clientes.get({ numero_cuenta: 'L/1' })).toMatchObject({ nombre: 'Ana 1', estrato: 2 });
  const changed = await client.clientes.update({ numero_cuenta: 'L/2', nombre: 'Ñandú 💧 & Cía' });
  expect(changed.nombre).toBe('Ñandú 💧 & Cía');
  expect((await client.auth.me()).tenant_id).toBe(tenant.id);
  await client.clientes.create({ numero_cuenta: 'X', nombre: 'Por borrar', direccion: 'Calle 0', estrato: 2 });
  expect(await client.clientes.delete({ numero_cuenta: 'X' })).toBeUndefined();
});

it('throws what the server refused, with a stable code', async () => {
  const missing = await thrown(client.clientes.get({ numero_cuenta: 'nadie' }));
  if (!isCunserviciosError(missing, 'no_encontrado')) throw missing;
  expect(missing).toBeInstanceOf(CunserviciosError);
  expect(missing).toMatchObject({ status: 404, errors: [], message: missing.detail });
  expect(missing.requestId).toMatch(/[\w-]{8,}/);
  expect(isCunserviciosError(missing, 'duplicado')).toBe(false);
  expect(isCunserviciosError(new Error('no'))).toBe(false);

  const invalid = await thrown(client.clientes.list({ limit: 0 }));
  expect(invalid).toMatchObject({ code: 'validacion', status: 422, errors: [{ path: 'limit' }] });
  const stale = await thrown(client.clientes.update({ numero_cuenta: 'L/3', nombre: 'Otra' }, { ifMatch: 99 }));
  expect(stale).toMatchObject({ code: 'version_vieja', status: 412 });
});

it('says when nobody or somebody else answers', async () => {
  const nobody = createClient({ url: 'http://127.0.0.1:9', retries: 0 });
  expect(await thrown(nobody.calendario.festivos({ anio: 2026 }))).toMatchObject({ code: 'sin_conexion', status: 0 });
  const other = createClient({ url: `${server.url}/docs`, retries: 0 });
  expect(await thrown(other.calendario.festivos({ anio: 2026 }))).toMatchObject({ status: 404 });
  const page = createClient({ url: server.url, fetch: async () => new Response('<html>', { status: 200 }) });
  expect(await thrown(page.auth.me())).toMatchObject({ code: 'respuesta_invalida', status: 200 });
  expect(() => createClient({ url: 'servicios' })).toThrow(TypeError);
});

it('walks a list page by page, and stops asking when nobody wants more', async () => {
  let asked = 0;
  const counting = createClient({
    url: server.url,
    token: await tenant.tokenFor('admin'),
    fetch: (...args) => {
      asked++;
      return fetch(...args);
    },
  });
  const cuentas: string[] = [];
  for await (const { numero_cuenta } of counting.clientes.list.all({ limit: 3 })) cuentas.push(numero_cuenta);
  expect(cuentas.toSorted()).toEqual(['L/1', 'L/2', 'L/3', 'L/4', 'L/5', 'L/6', 'L/7']);
  expect(asked).toBe(3);
  expect(await counting.clientes.list.all({ limit: 3 }).toArray(2)).toHaveLength(2);
  expect(asked).toBe(4);
  expect(await counting.clientes.list.all().toArray()).toHaveLength(7);
  expect(await counting.clientes.list({ limit: 3, count: true })).toMatchObject({ total: 7, nextCursor: /./ });
}, 10_000);

it('ends at once when a signal says so', async () => {
  const reason = new Error('ya no');
  const hanging = createClient({
    url: server.url,
    fetch: (_, init) =>
      new Promise((_, reject) => init?.signal?.addEventListener('abort', () => reject(new Error('cut')))),
  });
  const one = new AbortController();
  const waiting = thrown(hanging.calendario.festivos({ anio: 2026 }, { signal: one.signal }));
  one.abort(reason);
  expect(await waiting).toBe(reason);
  expect(await thrown(client.auth.me(undefined, { signal: AbortSignal.abort(reason) }))).toBe(reason);
  expect(await thrown(client.clientes.list.all({}, { signal: AbortSignal.abort(reason) }).toArray())).toBe(reason);

  const whole = new AbortController();
  const ended = createClient({ url: server.url, signal: whole.signal });
  whole.abort();
  expect(await thrown(ended.calendario.festivos({ anio: 2026 }))).toMatchObject({ name: 'AbortError' });
});
