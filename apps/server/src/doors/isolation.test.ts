// Every operation of the document × every role × two tenants. The rows are made from the router, so a new procedure
// is covered by its own example, or fails here.
import type { Acceso, Rol } from '@cunservicios/api/core/roles';
import { ROLES } from '@cunservicios/api/core/roles';
import { appRouter } from '@cunservicios/api/router';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openApiDocument } from '../openapi/document.ts';
import { documented, exampleRequest } from '../testing/example-request.ts';
import { type TestServer, startTestServer } from '../testing/start.ts';
import type { Answer } from '../testing/tenant.ts';
import { type World, contentsOf, makeWorld } from '../testing/world.ts';
import { operationsOf } from './operations.ts';

const CALLERS = [...ROLES, 'nobody'] as const;
const DENIED = ['sin_sesion', 'sin_permiso', 'otro_tenant'];

// Ending sessions comes last: the callers go on asking until then.
const operations = documented(openApiDocument(appRouter, '0.0.0')).toSorted((a, b) => ends(a.id) - ends(b.id));
function ends(id: string) {
  return Number(id === 'auth.logoutAll');
}

let server: TestServer;
let own: World;
let other: World;
let before: Record<string, string>;
beforeAll(async () => {
  server = await startTestServer({ jobs: false });
  own = await makeWorld(server, 'PROPIO');
  other = await makeWorld(server, 'AJENO');
  before = await contentsOf(server.adminUrl, other.tenant.id);
});
afterAll(() => server.stop());

const accessOf = (id: string) => {
  const [feature, name] = id.split('.');
  return operationsOf(appRouter).find((operation) => operation.name === `${feature}.${name}`)?.meta.acceso ?? [];
};
const mayCall = (acceso: readonly Acceso[], caller: Rol | 'nobody') =>
  acceso.includes('anyone') || (caller !== 'nobody' && (acceso.includes('signed_in') || acceso.includes(caller)));
const codeOf = ({ json }: Answer) => (json as { code?: string } | undefined)?.code ?? '';

it.each(operations.map((one) => [one.id, one] as const))('%s keeps to its roles and its tenant', async (id, one) => {
  const acceso = accessOf(id);
  expect(acceso.length, `${id} names nobody who may call it`).toBeGreaterThan(0);
  for (const caller of CALLERS) {
    const about = `${id} as ${caller}`;
    const as = await own.tenant.as(caller);
    const self = caller === 'nobody' ? 1 : (await own.tenant.userOf(caller)).id;
    const ask = async (world: World, headers = {}) => {
      const request = exampleRequest(one, world.values(id, self));
      return as(one.method, request.path, request.body, { ...request.headers, ...headers });
    };

    const allowed = mayCall(acceso, caller);
    const refused = caller === 'nobody' ? 401 : 403;

    const answer = await ask(own);
    expect(DENIED.includes(codeOf(answer)), `${about}: ${answer.status} ${answer.text}`).toBe(!allowed);
    expect(allowed || answer.status === refused, about).toBe(true);

    // With the other tenant named. Nobody in particular is a stranger there as here, so they stay at home.
    const named = caller === 'nobody' ? own : other;
    const foreign = await ask(other, { 'x-tenant-id': named.tenant.id });
    expect(codeOf(foreign) === 'otro_tenant', about).toBe(caller !== 'nobody');

    const reached = await ask(other);
    expect(reached.status >= 400 || !other.names(id), `${about}: ${reached.text}`).toBe(true);

    for (const { text, status } of [answer, reached, foreign]) {
      expect(text, about).not.toContain('AJENO');
      expect(status, about).toBeLessThan(500);
    }
  }
});

it('left everything of the other tenant as it was', async () => {
  expect(await contentsOf(server.adminUrl, other.tenant.id)).toEqual(before);
  expect(Object.keys(before).length).toBeGreaterThan(15);
});
