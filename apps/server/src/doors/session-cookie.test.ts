// A browser's session: the refresh token in a cookie, and who may make it write.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestServer, startTestServer } from '../testing/start.ts';
import { type TestTenant, call } from '../testing/tenant.ts';

const PORTAL = 'https://portal.ejemplo.co';
let server: TestServer;
let tenant: TestTenant;
beforeAll(async () => {
  server = await startTestServer({ jobs: false, env: { BACKEND_CORS_ORIGINS: `${PORTAL}, https://otro.ejemplo.co` } });
  tenant = await server.createTenant();
});
afterAll(() => server.stop());

const post = (path: string, headers: Record<string, string>, body: unknown = {}) =>
  call(server.url + path, 'POST', body, { 'x-tenant-id': tenant.id, ...headers });

async function signIn(path = '/api/auth/login') {
  const answer = await post(path, { 'x-session': 'cookie' }, { username: tenant.email, password: tenant.password });
  return { answer, cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '' };
}

it('keeps the refresh token from scripts', async () => {
  const { answer } = await signIn();
  expect(answer.json).not.toHaveProperty('refresh_token');
  expect(answer.headers.get('set-cookie')).toMatch(
    /^cunservicios_refresh=[\w-]{20,}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Strict$/,
  );
});

it.each(['/api/auth', '/trpc/auth.'])('renews and ends the session through %s', async (door) => {
  const [login, refresh, logout] = door.startsWith('/api')
    ? ['/login', '/refresh', '/logout']
    : ['login', 'refresh', 'logout'];
  const { cookie } = await signIn(door + login);
  const renewed = await post(door + refresh, { cookie, 'x-session': 'cookie', origin: server.url });
  expect(renewed.status, renewed.text).toBe(200);
  const next = renewed.headers.get('set-cookie')?.split(';')[0] ?? '';
  expect(next).not.toBe(cookie);
  const ended = await post(door + logout, { cookie: next });
  expect(ended.headers.get('set-cookie')).toContain('cunservicios_refresh=; Path=/; Max-Age=0;');
  expect((await post(door + refresh, { cookie: next, 'x-session': 'cookie' })).status).toBe(401);
});

it('refuses a write with the cookie from another page', async () => {
  const { cookie } = await signIn();
  for (const headers of [
    { origin: 'https://malo.ejemplo' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
  ] as Record<string, string>[]) {
    expect((await post('/api/auth/refresh', { cookie, ...headers })).status).toBe(403);
    expect((await post('/trpc/auth.refresh', { cookie, ...headers })).status).toBe(403);
  }
  expect((await post('/api/auth/refresh', { cookie, origin: PORTAL })).status).toBe(200);
});

it('lets only the named origins read answers', async () => {
  const ask = (origin: string, method = 'GET', more = {}) =>
    call(`${server.url}/api/tenants/actual`, method, undefined, { origin, 'x-tenant-id': tenant.id, ...more });
  const own = await ask(PORTAL);
  expect(own.headers.get('access-control-allow-origin')).toBe(PORTAL);
  expect(own.headers.get('access-control-allow-credentials')).toBe('true');
  expect(own.headers.get('access-control-expose-headers')).toContain('Link');
  expect((await ask('https://malo.ejemplo')).headers.has('access-control-allow-origin')).toBe(false);
  const preflight = await ask(PORTAL, 'OPTIONS', { 'access-control-request-method': 'PATCH' });
  expect([preflight.status, preflight.headers.get('access-control-allow-methods')]).toEqual([
    204,
    'GET, HEAD, POST, PUT, PATCH, DELETE',
  ]);
  expect(
    (await ask('https://malo.ejemplo', 'OPTIONS', { 'access-control-request-method': 'PATCH' })).headers.has(
      'access-control-allow-methods',
    ),
  ).toBe(false);
});
