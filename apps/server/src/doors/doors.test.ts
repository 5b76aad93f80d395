// Each door once, and that they answer the same.
import { createTRPCClient, httpBatchLink } from '@trpc/client';
import type { AppRouter } from '@cunservicios/api/router';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestServer, startTestServer } from '../testing/start.ts';
import { type TestTenant, call } from '../testing/tenant.ts';

let server: TestServer;
let tenant: TestTenant;
beforeAll(async () => {
  server = await startTestServer();
  tenant = await server.createTenant();
});
afterAll(() => server.stop());

const cuenta = { numero_cuenta: 'C/1', nombre: 'Ana Gómez', direccion: 'Calle 1', estrato: 2 };

it('answers REST and tRPC from the same procedure', async () => {
  const admin = await tenant.as('admin');
  const created = await admin('POST', '/api/clientes', cuenta);
  expect(created.status).toBe(201);
  const over = createTRPCClient<AppRouter>({
    links: [
      httpBatchLink({
        url: `${server.url}/trpc`,
        headers: { authorization: `Bearer ${await tenant.tokenFor('admin')}` },
      }),
    ],
  });
  const [one, list] = await Promise.all([
    over.clientes.get.query({ numero_cuenta: 'C/1' }),
    over.clientes.list.query({ count: true }),
  ]);
  expect(one).toEqual(created.json);
  expect(list).toEqual({ items: [created.json], nextCursor: null, total: 1 });
  const rest = await admin('GET', '/api/clientes?count=true');
  expect(rest.json).toEqual(list.items);
  expect(rest.headers.get('x-total-count')).toBe('1');
});

it('refuses with the same problem and status on both', async () => {
  const token = await tenant.tokenFor('consulta');
  const headers = { authorization: `Bearer ${token}`, 'x-request-id': 'la-misma' };
  const cases = [
    ['GET', '/api/clientes/nadie', '/trpc/clientes.get', { numero_cuenta: 'nadie' }],
    ['GET', '/api/users', '/trpc/users.list', {}],
    ['GET', '/api/clientes?limit=0', '/trpc/clientes.list', { limit: 0 }],
  ] as const;
  for (const [method, path, trpc, input] of cases) {
    const rest = await call(server.url + path, method, undefined, headers);
    const other = await call(
      `${server.url}${trpc}?input=${encodeURIComponent(JSON.stringify(input))}`,
      'GET',
      undefined,
      headers,
    );
    expect(other.status).toBe(rest.status);
    expect((other.json as { error: { data: { problem: unknown } } }).error.data.problem).toEqual(rest.json);
  }
  const bad = { ...headers, authorization: 'Bearer nada' };
  const rest = await call(`${server.url}/api/auth/me`, 'GET', undefined, bad);
  const other = await call(`${server.url}/trpc/auth.me`, 'GET', undefined, bad);
  expect([rest.status, other.status]).toEqual([401, 401]);
  expect((other.json as { error: { data: { problem: unknown } } }).error.data.problem).toEqual(rest.json);
});

it('takes at most ten calls in a batch', async () => {
  const paths = (n: number) => Array.from({ length: n }, () => 'tenants.current').join(',');
  expect((await call(`${server.url}/trpc/${paths(10)}?batch=1&input={}`, 'GET')).status).toBe(404); // tenant `public` is not made here
  const many = await call(`${server.url}/trpc/${paths(11)}?batch=1&input={}`, 'GET');
  expect(many.status).toBe(400);
});

it('shows the documents and the pages that show them, with nothing from elsewhere', async () => {
  const document = await call(`${server.url}/openapi.json`, 'GET');
  expect(document.json).toMatchObject({ openapi: '3.1.1' });
  for (const page of ['/docs', '/docs/', '/redoc']) {
    const { status, text, headers } = await call(server.url + page, 'GET');
    expect(status).toBe(200);
    expect(headers.get('content-security-policy')).toContain("script-src 'self';");
    expect(text).not.toMatch(/https?:/);
    const scripts = [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file]) => file as string);
    for (const file of scripts) expect((await call(server.url + file, 'GET')).status).toBe(200);
  }
});

it('tells programs and browsers apart at the root', async () => {
  expect((await call(`${server.url}/`, 'GET')).json).toMatchObject({ name: 'Cunservicios', docs: '/docs' });
});

it('is alive and ready', async () => {
  expect((await call(`${server.url}/healthz`, 'GET')).json).toEqual({ status: 'ok' });
  expect((await call(`${server.url}/readyz`, 'GET')).json).toEqual({ status: 'ok' });
});

it('takes a tRPC call without input and without body', async () => {
  const authorization = `Bearer ${await tenant.tokenFor('lector')}`;
  const answer = await fetch(`${server.url}/trpc/auth.logoutAll`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
  });
  expect(answer.status).toBe(200);
});
