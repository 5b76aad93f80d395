// The files of the web app, and the addresses that its own router shows.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestServer, startTestServer } from '../testing/start.ts';
import { raw } from '../testing/raw.ts';
import { call } from '../testing/tenant.ts';

const dist = mkdtempSync(join(tmpdir(), 'cunservicios-dist-'));
const PAGE = '<!doctype html><title>Cunservicios</title>';
let server: TestServer;
beforeAll(async () => {
  mkdirSync(join(dist, 'assets'));
  writeFileSync(join(dist, 'index.html'), PAGE);
  writeFileSync(join(dist, 'assets', 'app-1a2b.js'), 'export {}');
  writeFileSync(join(dist, 'assets', 'app-1a2b.js.br'), 'comprimido');
  writeFileSync(join(dist, 'sw.js'), '');
  server = await startTestServer({ jobs: false, app: { webDist: dist } });
});
afterAll(async () => {
  await server.stop();
  rmSync(dist, { recursive: true });
});

const get = (path: string, accept = 'text/html,*/*') => call(server.url + path, 'GET', undefined, { accept });

it.each(['/', '/oficina/clientes?q=ana', '/publico', '/apio', '/docsis'])('shows the app at %s', async (path) => {
  const answer = await get(path);
  expect([answer.status, answer.text, answer.headers.get('cache-control')]).toEqual([200, PAGE, 'no-cache']);
  expect(answer.headers.get('content-security-policy')).toContain("script-src 'self';");
});

it.each(['/api/nada', '/api', '/trpc', '/docs/nada', '/redoc/nada', '/openapi.json/nada'])(
  'does not show it at %s',
  async (path) => {
    expect([(await get(path)).status, (await get(path)).headers.get('content-type')]).toEqual([
      404,
      'application/problem+json; charset=utf-8',
    ]);
  },
);

it('does not show it to programs, nor for files that are missing', async () => {
  expect((await get('/oficina', 'application/json')).status).toBe(404);
  expect((await get('/assets/vieja.js', '*/*')).status).toBe(404);
  expect((await get('/', 'application/json')).json).toMatchObject({ name: 'Cunservicios' });
});

it('lets hashed files be kept, and no others', async () => {
  expect((await get('/assets/app-1a2b.js', '*/*')).headers.get('cache-control')).toBe(
    'public, max-age=31536000, immutable',
  );
  expect((await get('/sw.js', '*/*')).headers.get('cache-control')).toBe('no-cache');
});

it('sends what was compressed before', async () => {
  const answer = await raw(server.url, 'GET', '/assets/app-1a2b.js', { 'accept-encoding': 'br' });
  expect([answer.headers['content-encoding'], answer.text]).toEqual(['br', 'comprimido']);
});

it.each([
  '/../package.json',
  '/%2e%2e/package.json',
  '/assets/..%2f..%2fpackage.json',
  '/assets/%5c..%5c..%5cpackage.json',
])('leads nowhere else: %s', async (path) => {
  const answer = await raw(server.url, 'GET', path);
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.status).toBeLessThan(500);
});
