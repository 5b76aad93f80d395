// Requests made up from the document: none answers 5xx, none answers what the document does not say.
// FUZZ_REQUESTS sends more, FUZZ_SEED repeats a run.
import { appRouter } from '@cunservicios/api/router';
import { ROLES } from '@cunservicios/api/core/roles';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OpenApi, openApiDocument } from '../openapi/document.ts';
import { answerChecker } from '../testing/answer-checker.ts';
import { raw } from '../testing/raw.ts';
import { type Request, requestArbitrary } from '../testing/request-arbitrary.ts';
import { seedExamples } from '../testing/seed-examples.ts';
import { type TestServer, startTestServer } from '../testing/start.ts';
import type { TestTenant } from '../testing/tenant.ts';

const REQUESTS = Number(process.env['FUZZ_REQUESTS'] ?? 2_000);
const SEED = Number(process.env['FUZZ_SEED'] ?? Date.now() % 2 ** 31);
const AT_ONCE = 16;

const document: OpenApi = openApiDocument(appRouter, '0.0.0');
const check = answerChecker(document);
const described = new Map(
  Object.values(document.paths).flatMap((methods) =>
    Object.values(methods).map((one) => [one['operationId'], one as never]),
  ),
);

let server: TestServer;
let tenant: TestTenant;
let known: Record<string, unknown[]>;
beforeAll(async () => {
  server = await startTestServer();
  const seeded = await seedExamples(server);
  ({ tenant } = seeded);
  const names = ['user_id', 'numero_factura', 'radicado', 'ejecucion_id', 'codigo'];
  known = Object.fromEntries(names.map((name) => [name, [seeded.parameter('', name)]]));
  known['numero_cuenta'] = ['05440-0001', '05440-0002', 'SIN-USO-1'];
  known['cliente_id'] = [1, 2, 3];
  known['ciclo'] = ['1', '9'];
  known['medidor'] = known['serial'] = ['M-0001'];
  // Headers that would only send the request elsewhere.
  Object.assign(known, {
    'X-Tenant-ID': [tenant.id],
    'If-Match': ['"1"', '*'],
    'Idempotency-Key': ['una', 'dos'],
    cursor: [''],
  });
});
afterAll(() => server.stop());

it(`survives ${REQUESTS} made-up requests (FUZZ_SEED=${SEED})`, { timeout: 600_000 }, async () => {
  const skip = new Set(['auth.logoutAll']); // it would end the sessions of those who go on asking
  const requests = fc.sample(requestArbitrary(document, known, skip), { numRuns: REQUESTS, seed: SEED });
  const tokens = await Promise.all(ROLES.map((rol) => tenant.tokenFor(rol)));
  const statuses: Record<number, number> = {};
  const wrong: string[] = [];
  let next = 0;
  const worker = async () => {
    for (let i = next++; i < requests.length; i = next++) {
      const request = requests[i] as Request;
      const token = i % 3 ? tokens[0] : tokens[i % tokens.length]; // mostly the administrator: gets furthest
      const answer = await raw(
        server.url,
        request.method,
        request.path,
        { 'x-tenant-id': tenant.id, authorization: `Bearer ${token}`, ...request.headers },
        request.body,
      );
      statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
      try {
        expect(answer.status).toBeLessThan(500);
        const headers = new Headers(Object.entries(answer.headers).map(([name, value]) => [name, String(value)]));
        check(described.get(request.operation) as never, { ...answer, headers });
      } catch (error) {
        wrong.push(`${(error as Error).message}\n  ${JSON.stringify(request).slice(0, 1_000)}`);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  expect(wrong.slice(0, 5), `${wrong.length} of ${REQUESTS}, statuses ${JSON.stringify(statuses)}`).toEqual([]);
  expect(server.faults).toEqual([]);
  expect((statuses[200] ?? 0) + (statuses[201] ?? 0), JSON.stringify(statuses)).toBeGreaterThan(REQUESTS / 20); // it gets through
});
