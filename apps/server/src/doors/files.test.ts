// Files arrive as a stream: small ones, large ones, wrong ones.
import { Readable } from 'node:stream';
import { appRouter } from '@cunservicios/api/router';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestServer, startTestServer } from '../testing/start.ts';
import { raw } from '../testing/raw.ts';
import type { Call, TestTenant } from '../testing/tenant.ts';
import { readFile } from './body.ts';
import { operationsOf } from './operations.ts';

let server: TestServer;
let tenant: TestTenant;
let admin: Call;
beforeAll(async () => {
  server = await startTestServer();
  tenant = await server.createTenant();
  admin = await tenant.as('admin');
});
afterAll(() => server.stop());

const csv = { 'content-type': 'text/csv; charset=utf-8' };
const HEADER = 'numero_cuenta,nombre,direccion,uso,estrato';
const imported = operationsOf(appRouter).filter(({ rest }) => rest.file);

it('streams a file into the procedure', async () => {
  const answer = await admin('POST', '/api/clientes/importar', `${HEADER}\nC-1,Ana,Calle 1,residencial,2\n`, csv);
  expect(answer.status, answer.text).toBeLessThan(300);
  expect(answer.json).toMatchObject({ ejecucion_id: expect.any(Number) });
  expect(answer.headers.get('location')).toBeNull();
});

it('takes more than a JSON body may have, once for each key, and says where to follow it', async () => {
  const rows = Array.from({ length: 22_000 }, (_, i) => `G-${i},Ana Gómez de la calle larga,Calle ${i},residencial,2`);
  const send = async () =>
    admin('POST', '/api/clientes/importar', `${HEADER}\n${rows.join('\n')}\n`, { ...csv, 'idempotency-key': 'grande' });
  const [first, again] = [await send(), await send()];
  const { ejecucion_id } = first.json as { ejecucion_id: number };
  expect([first.status, first.headers.get('location')]).toEqual([202, `/api/ejecuciones/${ejecucion_id}`]);
  expect((await admin('GET', first.headers.get('location') ?? '')).status).toBe(200);
  expect([again.status, again.text, again.headers.get('location')]).toEqual([
    202,
    first.text,
    first.headers.get('location'),
  ]);
  expect([first, again].map(({ headers }) => headers.get('idempotent-replayed'))).toEqual([null, 'true']);
});

it.each(imported.map(({ rest }) => [rest.path, rest.file?.[0] ?? '']))(
  '%s refuses what is no %s',
  async (path, mediaType) => {
    const wrong = await admin('POST', `/api${path}`, 'x', { 'content-type': 'application/pdf' });
    expect([wrong.status, (wrong.json as { code: string }).code]).toEqual([415, 'tipo_no_admitido']);
    expect(
      (await admin('POST', `/api${path}`, 'x', { 'content-type': mediaType, 'content-encoding': 'gzip' })).status,
    ).toBe(415);
    expect((await admin('POST', `/api${path}?sobra=1`, 'x', { 'content-type': mediaType })).status).toBe(422);
  },
);

it('refuses a file that says it is larger than 1 GB before reading it', async () => {
  const headers = {
    authorization: `Bearer ${await tenant.tokenFor('admin')}`,
    ...csv,
    'content-length': String(2 ** 31),
  };
  const early = raw(server.url, 'POST', '/api/clientes/importar', headers, 'x');
  await expect(early.catch(({ code }: { code: string }) => ({ status: code }))).resolves.toMatchObject({ status: 413 });
});

it('refuses before reading when the caller may not', async () => {
  const nobody = await tenant.as('nobody');
  expect((await nobody('POST', '/api/clientes/importar', 'x', csv)).status).toBe(401);
  expect((await (await tenant.as('consulta'))('POST', '/api/clientes/importar', 'x', csv)).status).toBe(403);
});

it('stops reading a file of unknown size beyond the limit', async () => {
  const chunks = Readable.from([Buffer.alloc(600), Buffer.alloc(600), Buffer.alloc(600)]);
  const request = { headers: { 'content-type': 'text/csv' }, raw: chunks as never };
  let size = 0;
  const read = async () => {
    for await (const chunk of readFile(request, ['text/csv'], 1_000)) size += chunk.length;
  };
  await expect(read()).rejects.toMatchObject({ code: 'demasiado_grande' });
  expect(size).toBe(600);
});
