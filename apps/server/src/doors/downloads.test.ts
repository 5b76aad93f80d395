// Files as answers: their bytes over REST, base64 over tRPC.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestServer, startTestServer } from '../testing/start.ts';
import { makeWorld } from '../testing/world.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ jobs: false });
});
afterAll(() => server.stop());

it('sends a bill as a PDF with its name, and the same over tRPC as base64', async () => {
  const { tenant } = await makeWorld(server, 'PAPEL');
  const authorization = `Bearer ${await tenant.tokenFor('admin')}`;
  const rest = await fetch(`${server.url}/api/facturas/F-1/pdf`, { headers: { authorization } });
  const datos = Buffer.from(await rest.arrayBuffer());
  expect([rest.status, rest.headers.get('content-type'), rest.headers.get('content-disposition')]).toEqual([
    200,
    'application/pdf',
    'inline; filename="factura-F-1.pdf"',
  ]);
  expect(datos.subarray(0, 8).toString()).toBe('%PDF-1.7');
  expect(Number(rest.headers.get('content-length'))).toBe(datos.length);

  const input = encodeURIComponent(JSON.stringify({ numero_factura: 'F-1' }));
  const rpc = await fetch(`${server.url}/trpc/facturas.pdf?input=${input}`, { headers: { authorization } });
  const { result } = (await rpc.json()) as { result: { data: string } };
  expect(Buffer.from(result.data, 'base64').equals(datos)).toBe(true);

  const nobody = await fetch(`${server.url}/api/facturas/F-1/pdf`, { headers: { 'x-tenant-id': tenant.id } });
  expect([nobody.status, nobody.headers.get('content-type')]).toEqual([401, 'application/problem+json; charset=utf-8']);
});
