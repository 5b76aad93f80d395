// What must never be more than a refusal: each line is sent to the running program.
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestServer, startTestServer } from '../testing/start.ts';
import { raw } from '../testing/raw.ts';

let server: TestServer;
let headers: Record<string, string>;
beforeAll(async () => {
  server = await startTestServer({ jobs: false });
  const tenant = await server.createTenant();
  headers = { authorization: `Bearer ${await tenant.tokenFor('admin')}`, 'content-type': 'application/json' };
});
afterAll(() => server.stop());

const cliente = (nombre: string) => `{"numero_cuenta":"C-1","direccion":"Calle 1","estrato":2,"nombre":${nombre}}`;
const deep = (depth: number) => `${'[{"a":'.repeat(depth)}1${'}]'.repeat(depth)}`;

type Line = [
  what: string,
  status: number,
  method: string,
  path: string,
  body?: string | Uint8Array,
  headers?: Record<string, string>,
];

const lines: Line[] = [
  ['broken JSON', 400, 'POST', '/api/clientes', '{"nombre":'],
  ['JSON with a comma too many', 400, 'POST', '/api/clientes', '{"nombre":"Ana",}'],
  ['Latin-1 bytes', 400, 'POST', '/api/clientes', Buffer.from(cliente('"Peña"'), 'latin1')],
  [
    'another charset',
    400,
    'POST',
    '/api/clientes',
    cliente('"Ana"'),
    { 'content-type': 'application/json; charset=iso-8859-1' },
  ],
  ['UTF-16', 400, 'POST', '/api/clientes', Buffer.from(cliente('"Ana"'), 'utf16le')],
  ['__proto__', 400, 'POST', '/api/clientes', '{"__proto__":{"admin":true}}'],
  ['__proto__, escaped', 400, 'POST', '/api/clientes', '{"\\u005f_proto__":{"admin":true}}'],
  ['constructor.prototype', 400, 'POST', '/api/clientes', '{"constructor":{"prototype":{"admin":true}}}'],
  ['an array', 422, 'POST', '/api/clientes', '[]'],
  ['a number', 422, 'POST', '/api/clientes', '1'],
  ['null', 422, 'POST', '/api/clientes', 'null'],
  ['wrong types', 422, 'POST', '/api/clientes', '{"numero_cuenta":1,"nombre":[],"direccion":{},"estrato":"2"}'],
  [
    'a field that does not exist',
    422,
    'POST',
    '/api/clientes',
    '{"numero_cuenta":"C-1","nombre":"Ana","direccion":"Calle 1","estrato":2,"saldo":0}',
  ],
  ['NUL', 422, 'POST', '/api/clientes', cliente('"A\\u0000na"')],
  ['a lone surrogate', 422, 'POST', '/api/clientes', cliente('"A\\ud800na"')],
  ['an escape character', 422, 'POST', '/api/clientes', cliente('"A\\u001bna"')],
  [
    '1e309',
    422,
    'POST',
    '/api/facturas',
    '{"numero_factura":"F-1","cliente_id":1e309,"fecha_emision":"2026-01-01","fecha_vencimiento":"2026-01-02","valor_total":0,"conceptos":[{"concepto":"x","valor":0}]}',
  ],
  [
    '2^53+1',
    422,
    'POST',
    '/api/facturas',
    '{"numero_factura":"F-1","cliente_id":9007199254740993,"fecha_emision":"2026-01-01","fecha_vencimiento":"2026-01-02","valor_total":0,"conceptos":[{"concepto":"x","valor":0}]}',
  ],
  ['a fraction of a peso', 422, 'PATCH', '/api/facturas/F-1/pagar', '{"valor":0.5}'],
  ['a date that does not exist', 422, 'GET', '/api/facturas?desde=2026-02-30'],
  ['deep JSON', 422, 'POST', '/api/clientes', `{"nombre":${deep(1_000)}}`],
  ['very deep JSON', 422, 'POST', '/api/clientes', `{"nombre":${deep(100_000)}}`],
  ['more than 1 MB', 413, 'POST', '/api/clientes', cliente(`"${'a'.repeat(1_100_000)}"`)],
  ['XML', 415, 'POST', '/api/clientes', '<a/>', { 'content-type': 'application/xml' }],
  ['no media type', 415, 'POST', '/api/clientes', '{}', { 'content-type': '' }],
  ['a compressed body', 415, 'POST', '/api/clientes', 'x', { 'content-encoding': 'gzip' }],
  ['a media type that is none', 415, 'POST', '/api/clientes', '{}', { 'content-type': 'json' }],
  ['percent signs alone', 400, 'GET', '/api/clientes/%'],
  ['half a character', 400, 'GET', '/api/clientes/%E0%A4%A'],
  ['half a character in the query', 400, 'GET', '/api/clientes?q=%E0%A4%A'],
  ['NUL in the path', 422, 'GET', '/api/clientes/a%00b'],
  ['NUL in the query', 422, 'GET', '/api/clientes?q=a%00b'],
  ['a long path', 404, 'GET', `/api/clientes/${'a'.repeat(3_000)}`],
  ['dots', 400, 'GET', '/api/../../etc/passwd'],
  ['encoded dots', 400, 'GET', '/%2e%2e/%2e%2e/etc/passwd'],
  ['an unknown parameter', 422, 'GET', '/api/clientes?__proto__=1'],
  ['a repeated parameter', 422, 'GET', '/api/clientes?q=a&q=b'],
  ['a number too large', 422, 'GET', '/api/users/9007199254740993'],
  ['a number in another form', 422, 'GET', '/api/users/1e3'],
  ['a zero in front', 422, 'GET', '/api/users/007'],
  ['Infinity', 422, 'GET', '/api/users/Infinity'],
  ['an old ETag', 404, 'PUT', '/api/clientes/nadie', '{"telefono":"1"}', { 'if-match': '"0"' }],
  ['a tenant that is none', 400, 'GET', '/api/clientes', undefined, { 'x-tenant-id': '../otra' }],
  ['a token that is none', 401, 'GET', '/api/clientes', undefined, { authorization: 'Bearer a.b.c' }],
  [
    'an unsigned token',
    401,
    'GET',
    '/api/clientes',
    undefined,
    { authorization: 'Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.' },
  ],
  ['a key with a line break inside', 400, 'POST', '/api/pqrs', '{}', { 'idempotency-key': 'a\tb' }],
  ['a cursor of another list', 422, 'GET', `/api/clientes?cursor=${Buffer.from('["a"]').toString('base64url')}`],
  ['a cursor with a huge number', 422, 'GET', `/api/clientes?cursor=${Buffer.from('[1e300]').toString('base64url')}`],
  ['a method nobody knows', 405, 'LINK', '/api/clientes'],
];

it.each(lines)('%s: %i', async (_what, status, method, path, body, more) => {
  const sent = { ...headers, ...more };
  if (sent['content-type'] === '') delete sent['content-type'];
  const answer = await raw(server.url, method, path, sent, body);
  expect(answer.status, answer.text).toBe(status);
  const problem = JSON.parse(answer.text) as { detail: string; status: number; code: string };
  expect(problem).toMatchObject({ status, detail: expect.stringMatching(/\.$/), code: expect.any(String) });
  expect(answer.text).not.toMatch(/select |\bat .*:\d+:\d+|node_modules|Error:/);
  expect(server.faults).toEqual([]);
});

const trpc: [string, number, string, string | undefined][] = [
  ['broken input', 400, '/trpc/clientes.list?input=%7B', undefined],
  ['deep input', 422, '/trpc/clientes.create', `{"nombre":${deep(5_000)}}`],
  ['broken JSON', 400, '/trpc/clientes.create', '{"nombre":'],
  ['__proto__', 422, '/trpc/clientes.create', '{"__proto__":{"admin":true}}'],
  ['an unknown procedure', 404, '/trpc/nada.nada', undefined],
  ['only commas', 404, '/trpc/,,,,?batch=1', undefined],
  ['the wrong method', 405, '/trpc/clientes.list', '{}'],
  ['more than 1 MB', 413, '/trpc/clientes.create', `{"nombre":"${'a'.repeat(1_100_000)}"}`],
];

it.each(trpc)('tRPC, %s: %i', async (_what, status, path, body) => {
  const answer = await raw(server.url, body === undefined ? 'GET' : 'POST', path, headers, body);
  expect(answer.status, answer.text.slice(0, 500)).toBe(status);
  expect(server.faults).toEqual([]);
});

it.each(['nada\r\n\r\n', 'GET / HTTP/9.9\r\n\r\n', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`])(
  'answers what is no HTTP with 400',
  async (bytes) => {
    const { port } = new URL(server.url);
    const answer = await new Promise<string>((resolve) => {
      let text = '';
      const socket = connect(Number(port), '127.0.0.1', () => socket.write(bytes));
      socket.on('data', (chunk) => (text += chunk.toString())).on('close', () => resolve(text));
    });
    expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n[^]*"encabezado_invalido"/);
  },
);
