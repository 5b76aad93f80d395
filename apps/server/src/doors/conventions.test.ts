// The conventions of the REST door, one by one.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestServer, startTestServer } from '../testing/start.ts';
import { raw } from '../testing/raw.ts';
import { type Call, type TestTenant, call } from '../testing/tenant.ts';

let server: TestServer;
let tenant: TestTenant;
let admin: Call;
let n = 0;
const cliente = (more: object = {}) => ({
  numero_cuenta: `C-${++n}`,
  nombre: 'Ana',
  direccion: 'Calle 1',
  estrato: 2,
  ...more,
});

beforeAll(async () => {
  server = await startTestServer();
  tenant = await server.createTenant();
  admin = await tenant.as('admin');
});
afterAll(() => server.stop());

const code = (answer: { json: never }) => (answer.json as { code: string }).code;

describe('addresses', () => {
  it('takes a trailing slash without a redirect', async () => {
    const [without, withSlash] = await Promise.all([admin('GET', '/api/clientes'), admin('GET', '/api/clientes/')]);
    expect([without.status, withSlash.status]).toEqual([200, 200]);
    expect(withSlash.json).toEqual(without.json);
    expect((await admin('POST', '/api/clientes/', cliente())).status).toBe(201);
  });

  it('decodes a path once', async () => {
    await admin('POST', '/api/clientes', cliente({ numero_cuenta: 'A/1 %2F' }));
    const found = await admin('GET', `/api/clientes/${encodeURIComponent('A/1 %2F')}`);
    expect(found.json).toMatchObject({ numero_cuenta: 'A/1 %2F' });
  });

  it('answers HEAD like GET, without a body', async () => {
    const answer = await admin('HEAD', '/api/clientes');
    expect([answer.status, answer.text]).toEqual([200, '']);
  });

  it('names the methods an address takes', async () => {
    const wrong = await admin('PUT', '/api/clientes');
    expect([wrong.status, wrong.headers.get('allow'), code(wrong)]).toEqual([
      405,
      'GET, HEAD, OPTIONS, POST',
      'metodo_no_permitido',
    ]);
    expect((await admin('OPTIONS', '/api/clientes')).status).toBe(204);
    const unknown = await admin('GET', '/api/nada');
    expect([unknown.status, code(unknown)]).toEqual([404, 'ruta_desconocida']);
  });
});

describe('tenant', () => {
  it('comes from the token, or the header, and is echoed', async () => {
    const token = await tenant.tokenFor('admin');
    const own = await call(`${server.url}/api/users/me`, 'GET', undefined, { authorization: `Bearer ${token}` });
    expect([own.status, own.headers.get('x-tenant-id')]).toEqual([200, tenant.id]);
    const padded = await call(`${server.url}/api/tenants/actual`, 'GET', undefined, {
      'x-tenant-id': ` ${tenant.id.toUpperCase()} `,
    });
    expect([padded.status, padded.headers.get('x-tenant-id')]).toEqual([200, tenant.id]);
  });

  it('refuses a malformed, an unknown and a foreign one', async () => {
    const ask = (id: string, more = {}) =>
      call(`${server.url}/api/tenants/actual`, 'GET', undefined, { 'x-tenant-id': id, ...more });
    expect((await ask('no/es')).status).toBe(400);
    expect((await ask('nadie')).status).toBe(404);
    const other = await server.createTenant();
    const foreign = await ask(other.id, { authorization: `Bearer ${await tenant.tokenFor('admin')}` });
    expect([foreign.status, code(foreign)]).toEqual([403, 'otro_tenant']);
  });
});

describe('lists', () => {
  it('pages by Link, whole and without repeats', async () => {
    const own = await server.createTenant();
    const as = await own.as('admin');
    for (let i = 0; i < 7; i++) await as('POST', '/api/clientes', cliente());
    const seen: string[] = [];
    let path: string | undefined = '/api/clientes/?limit=3&count=true&uso=residencial';
    const first = await as('GET', path);
    expect(first.headers.get('x-total-count')).toBe('7');
    while (path) {
      const page = await as('GET', path);
      seen.push(...(page.json as { numero_cuenta: string }[]).map(({ numero_cuenta }) => numero_cuenta));
      path = /^<([^>]+)>; rel="next"$/.exec(page.headers.get('link') ?? '')?.[1];
    }
    expect(seen).toHaveLength(7);
    expect(new Set(seen).size).toBe(7);
    const skipped = await as('GET', '/api/clientes?skip=5');
    expect((skipped.json as []).length).toBe(2);
    expect(skipped.headers.has('x-total-count')).toBe(false);
  });

  it.each(['limit=0', 'limit=101', 'skip=-1', 'cursor=roto', 'limit=1.0', 'limit=%2B1', 'limit=abc'])(
    'refuses %s with 422',
    async (query) => {
      const answer = await admin('GET', `/api/clientes?${query}`);
      expect([answer.status, (answer.json as { errors: { path: string }[] }).errors[0]?.path]).toEqual([
        422,
        query.split('=')[0],
      ]);
    },
  );
});

describe('query text', () => {
  it('reads false as false and empty as absent', async () => {
    await admin('POST', '/api/users', {
      email: `inactivo${++n}@prueba.co`,
      password: 'una contraseña',
      is_active: false,
    });
    const inactive = await admin('GET', '/api/users?is_active=false');
    expect((inactive.json as { is_active: boolean }[]).map(({ is_active }) => is_active)).toEqual([false]);
    const all = await admin('GET', '/api/users?is_active=&limit=');
    expect((all.json as []).length).toBeGreaterThan(1);
  });

  it('names an unknown parameter, and one given twice', async () => {
    const unknown = await admin('GET', '/api/clientes?estarto=2');
    expect(unknown.json).toMatchObject({
      status: 422,
      errors: [{ path: 'estarto', message: 'Este parámetro no existe aquí.' }],
    });
    const twice = await admin('GET', '/api/clientes?limit=1&limit=2');
    expect(twice.json).toMatchObject({ status: 422, errors: [{ path: 'limit' }] });
    expect((await admin('POST', '/api/clientes?nombre=Otro', cliente())).status).toBe(422);
    expect((await admin('GET', '/api/auth/me?x=1')).status).toBe(422);
  });

  it('takes what a write also takes from the query, and refuses contradictions', async () => {
    const { id } = (await admin('POST', '/api/clientes', cliente())).json as { id: number };
    const filed = await admin('POST', '/api/pqrs', {
      tipo: 'Queja',
      asunto: 'Fuga en la calle',
      descripcion: 'Sale agua desde ayer.',
      cliente_id: id,
    });
    const { radicado } = filed.json as { radicado: string };
    const moved = await admin('PATCH', `/api/pqrs/${radicado}/estado?estado=${encodeURIComponent('En trámite')}`);
    expect([moved.status, (moved.json as { estado: string }).estado]).toEqual([200, 'En trámite']);
    const both = await admin('PATCH', `/api/pqrs/${radicado}/estado?estado=Cerrado`, { estado: 'Respondido' });
    expect(both.status).toBe(422);
  });
});

describe('bodies', () => {
  it('takes an empty body as none, and a form where it is allowed', async () => {
    const json = { 'content-type': 'application/json' };
    expect((await admin('POST', '/api/auth/logout', '', json)).status).toBe(204);
    expect((await admin('POST', '/api/auth/logout')).status).toBe(204);
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const login = new URLSearchParams({ username: tenant.email, password: tenant.password }).toString();
    const signedIn = await (await tenant.as('nobody'))('POST', '/api/auth/login', login, form);
    expect(signedIn.json).toMatchObject({ token_type: 'bearer', is_admin: true, tenant_id: tenant.id });
    expect((await admin('POST', '/api/clientes', 'nombre=Ana', form)).status).toBe(415);
  });

  it('validates whatever the form of the media type (CVE-2026-25223)', async () => {
    const token = await tenant.tokenFor('admin');
    for (const type of [
      'application/json\t',
      'application/json\t;charset=utf-8',
      '\tapplication/json',
      'application/json;\tcharset=utf-8',
    ]) {
      const answer = await raw(
        server.url,
        'POST',
        '/api/clientes',
        { authorization: `Bearer ${token}`, 'content-type': type },
        '{"nombre":1}',
      );
      expect([415, 422]).toContain(answer.status);
    }
  });
});

describe('writes', () => {
  it('answers 201 with Location, and 204 for a deletion', async () => {
    const created = await admin('POST', '/api/clientes', cliente({ numero_cuenta: `Ñ/${++n}` }));
    const location = created.headers.get('location') ?? '';
    expect(created.status).toBe(201);
    expect((await admin('GET', location)).json).toEqual(created.json);
    const deleted = await admin('DELETE', location);
    expect([deleted.status, deleted.text]).toEqual([204, '']);
    expect((await admin('GET', location)).status).toBe(404);
  });

  it('honours If-Match', async () => {
    const { numero_cuenta } = (await admin('POST', '/api/clientes', cliente())).json as { numero_cuenta: string };
    const path = `/api/clientes/${numero_cuenta}`;
    const etag = (await admin('GET', path)).headers.get('etag') ?? '';
    expect(etag).toMatch(/^"\d+"$/);
    const changed = await admin('PATCH', path, { telefono: '3001234567' }, { 'if-match': etag });
    expect([changed.status, changed.headers.get('etag') !== etag]).toEqual([200, true]);
    const stale = await admin('PUT', path, { telefono: '1' }, { 'if-match': etag });
    expect([stale.status, code(stale)]).toEqual([412, 'version_vieja']);
    expect((await admin('DELETE', path, undefined, { 'if-match': etag })).status).toBe(412);
  });

  it('answers a repeated key with the first answer, and refuses other data under it', async () => {
    const { id } = (await admin('POST', '/api/clientes', cliente())).json as { id: number };
    const caso = { tipo: 'Queja', asunto: 'Sin agua', descripcion: 'No llega agua desde ayer.', cliente_id: id };
    const key = { 'idempotency-key': `clave-${++n}` };
    const first = await admin('POST', '/api/pqrs', caso, key);
    const again = await admin('POST', '/api/pqrs', caso, key);
    expect([again.status, again.json, again.headers.get('idempotent-replayed')]).toEqual([201, first.json, 'true']);
    expect(again.headers.get('location')).toBe(first.headers.get('location'));
    const other = await admin('POST', '/api/pqrs', { ...caso, asunto: 'Otro asunto' }, key);
    expect([other.status, code(other)]).toEqual([422, 'idempotencia_distinta']);
    for (const bad of ['dos palabras', 'x'.repeat(256)])
      expect((await admin('POST', '/api/pqrs', caso, { 'idempotency-key': bad })).status).toBe(400);
  });
});

describe('refusals', () => {
  it('are problems in Spanish, with the id of the request', async () => {
    const answer = await admin('GET', '/api/clientes/nadie', undefined, { 'x-request-id': 'peticion-1' });
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(answer.headers.get('x-request-id')).toBe('peticion-1');
    expect(answer.json).toEqual({
      type: 'urn:cunservicios:error:no_encontrado',
      title: 'No existe',
      status: 404,
      code: 'no_encontrado',
      detail: 'No existe la cuenta nadie. Revise el número.',
      instance: 'peticion-1',
    });
    const forged = await admin('GET', '/api/clientes', undefined, { 'x-request-id': 'a b;c' });
    expect(forged.headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/);
  });

  it('says how to sign in', async () => {
    const nobody = await tenant.as('nobody');
    expect((await nobody('GET', '/api/auth/me')).headers.get('www-authenticate')).toBe('Bearer realm="cunservicios"');
    const bad = await nobody('GET', '/api/auth/me', undefined, { authorization: 'Bearer no' });
    expect([bad.status, bad.headers.get('www-authenticate')]).toEqual([
      401,
      'Bearer realm="cunservicios", error="invalid_token"',
    ]);
    expect((await nobody('GET', '/api/auth/me', undefined, { authorization: 'Basic eDp5' })).status).toBe(401);
  });

  it('keeps answers of the API out of caches', async () => {
    expect((await admin('GET', '/api/clientes')).headers.get('cache-control')).toBe('no-store');
  });
});
