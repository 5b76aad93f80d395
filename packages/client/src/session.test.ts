// Signing in, renewing and signing out against the running program, whose clock moves.
import { type TestServer, startTestServer } from '@cunservicios/server/src/testing/start.ts';
import type { TestTenant } from '@cunservicios/server/src/testing/tenant.ts';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createClient } from './client.ts';
import type { ClientOptions } from './options.ts';
import { type Seen, startLyingProxy } from './testing/lying-proxy.ts';

const MINUTE = 60_000;
let ahead = 0;
let server: TestServer;
let tenant: TestTenant;
let proxy: Awaited<ReturnType<typeof startLyingProxy>>;
beforeAll(async () => {
  const clock = { now: () => new Date(Date.now() + ahead) };
  server = await startTestServer({ clock, env: { ACCESS_TOKEN_EXPIRE_MINUTES: '1' } });
  tenant = await server.createTenant();
  proxy = await startLyingProxy(server.url);
});
afterAll(async () => {
  await proxy.stop();
  await server.stop();
});
beforeEach(() => proxy.lie());

const credentials = () => ({ username: tenant.email, password: tenant.password });
const clientWith = (options: Partial<ClientOptions>) => createClient({ url: proxy.url, tenant: tenant.id, ...options });
const paths = () => proxy.seen.map(({ path }: Seen) => path.replace(/^\/trpc\/|\?.*/g, ''));

it('signs in before the first call that needs it, once for all who wait', async () => {
  const client = clientWith({ credentials: credentials() });
  expect(paths()).toEqual([]);
  await client.calendario.festivos({ anio: 2026 });
  expect(paths()).toEqual(['calendario.festivos']);
  const users = await Promise.all([client.auth.me(), client.users.me(), client.auth.me()]);
  expect(users.map(({ email }) => email)).toEqual(Array.from({ length: 3 }, () => tenant.email));
  expect(paths().filter((path) => path === 'auth.login')).toHaveLength(1);
});

it('renews an expired session once for all calls, and repeats what was refused, writes too', async () => {
  const client = clientWith({});
  await client.signIn(credentials());
  ahead += 2 * MINUTE;
  proxy.lie();
  const cuenta = { numero_cuenta: 'R/1', nombre: 'Ana', direccion: 'Calle 1', estrato: 2 };
  const [me, cliente] = await Promise.all([client.auth.me(), client.clientes.create(cuenta), client.clientes.list()]);
  expect(me.email).toBe(tenant.email);
  expect(cliente.numero_cuenta).toBe('R/1');
  expect(
    paths()
      .filter((path) => path.startsWith('auth.'))
      .toSorted(),
  ).toEqual(['auth.me', 'auth.me', 'auth.refresh']);
});

it('survives the loss of the answer that carried the new tokens', async () => {
  const client = clientWith({ credentials: credentials() });
  await client.auth.me();
  ahead += 2 * MINUTE;
  proxy.lie('pass', 'lose');
  expect((await client.auth.me()).email).toBe(tenant.email);
  expect(paths()).toEqual(['auth.me', 'auth.refresh', 'auth.refresh', 'auth.me']);
});

it('signs in again when the session was ended elsewhere and it has credentials; else says so', async () => {
  const lasting = clientWith({ credentials: credentials() });
  const short = clientWith({});
  await Promise.all([lasting.auth.me(), short.signIn(credentials())]);
  await lasting.auth.logoutAll();
  ahead += 2 * MINUTE;
  await expect(short.auth.me()).rejects.toMatchObject({ code: 'sesion_vencida', status: 401 });
  expect((await lasting.auth.me()).email).toBe(tenant.email);
});

it('signs out on the server and forgets the credentials', async () => {
  const client = clientWith({ credentials: credentials() });
  await client.auth.me();
  await client.signOut();
  expect(paths().at(-1)).toBe('auth.logout');
  await expect(client.auth.me()).rejects.toMatchObject({ code: 'sin_sesion' });
  await client.signIn(credentials());
  expect((await client.auth.me()).email).toBe(tenant.email);
});

it('reports a wrong password as it is, and does not go on trying', async () => {
  const client = clientWith({ credentials: { username: tenant.email, password: 'otra cosa' } });
  await expect(client.auth.me()).rejects.toMatchObject({ code: 'credenciales' });
  expect(paths()).toEqual(['auth.login']);
});

it('asks a token function again when its token was refused', async () => {
  const tokens = ['viejo', await tenant.tokenFor('consulta')];
  const client = clientWith({ token: () => (tokens.length > 1 ? tokens.shift() : tokens[0]) });
  expect((await client.auth.me()).roles).toEqual(['consulta']);
  const fixed = clientWith({ token: 'viejo' });
  await expect(fixed.auth.me()).rejects.toMatchObject({ code: 'sesion_vencida' });
});
