// The answer of success: its schema and the headers that come with it.
import type { z } from 'zod';
import type { Operation } from '../doors/operations.ts';
import type { JsonSchema, Schemas } from './schemas.ts';

const text = (description: string, example: string) => ({ description, schema: { type: 'string' }, example });
const number = (description: string, example: number) => ({
  description,
  schema: { type: 'integer', minimum: 0 },
  example,
});

/** Headers of answers, shared by reference. */
export const ANSWER_HEADERS: Record<string, JsonSchema> = {
  'X-Request-Id': text('Id of the request; quote it when something fails', '7b484ff4-b367-4837-adb4-277bccbefd5a'),
  'X-Tenant-ID': text('Tenant the request was answered for', 'public'),
  'RateLimit-Limit': number('Requests that may come at once', 300),
  'RateLimit-Remaining': number('Requests that may still come at once', 299),
  'RateLimit-Reset': number('Seconds until the limit is whole again', 1),
  'Retry-After': number('Seconds to wait', 2),
  'WWW-Authenticate': text('How to sign in', 'Bearer realm="cunservicios"'),
  Location: text('Address of what was created or started', '/api/clientes/05440-0001'),
  ETag: text('Version of the thing; send it back as If-Match', '"3"'),
  Link: text('Address of the next page, when there is one', '</api/clientes?limit=50&cursor=WzUwXQ>; rel="next"'),
  'X-Total-Count': number('How many there are in all, when `count=true`', 1234),
  'Idempotent-Replayed': text('`true`: this is the first answer again, nothing was done', 'true'),
  'Set-Cookie': text(
    'The refresh token, when `X-Session: cookie` was sent',
    'cunservicios_refresh=…; Path=/; HttpOnly; SameSite=Strict',
  ),
};

const ALWAYS = ['X-Request-Id', 'X-Tenant-ID', 'RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset'];

/** The answers of success, by status: a file too large to wait for goes on by itself, with a 202. */
export function successesOf(schemas: Schemas, operation: Operation): Record<string, JsonSchema> {
  const { rest, output } = operation;
  const statuses = [output ? (rest.status ?? 200) : 204, ...(rest.file ? [202] : [])];
  return Object.fromEntries(statuses.map((status) => [status, successOf(schemas, operation, status)]));
}

function successOf(schemas: Schemas, operation: Operation, status: number): JsonSchema {
  const { rest, output } = operation;
  const headers = headersOf(operation, status);
  const description = DESCRIPTIONS[status] ?? 'Done';
  if (!output || status === 204) return { description, headers };
  if (rest.produces) {
    const mediaTypes = [rest.produces].flat().map((type) => type.split(';', 1)[0] ?? type);
    // OpenAPI 3.1: bytes have a media type and no schema of text.
    const contentOf = (type: string) => ({
      schema: /^text\/|xml$|json$/.test(type) ? { type: 'string' } : { contentMediaType: type },
    });
    return { description, headers, content: Object.fromEntries(mediaTypes.map((type) => [type, contentOf(type)])) };
  }
  return {
    description,
    headers,
    content: { 'application/json': { schema: bodySchema(schemas, rest.list ?? false, output) } },
  };
}

const DESCRIPTIONS: Record<number, string> = {
  200: 'Done',
  201: 'Created',
  202: 'Accepted: the work goes on, follow it at Location',
  204: 'Done; there is nothing to say',
};

function bodySchema(schemas: Schemas, list: boolean, output: z.ZodType): JsonSchema {
  if (!list) return schemas.convert(output, 'output');
  const { items } = (output as z.ZodObject<{ items: z.ZodArray }>).shape;
  return schemas.convert(items, 'output');
}

function headersOf({ name, rest, meta, output }: Operation, status: number) {
  const headers = [...ALWAYS];
  if (rest.location && status !== 200) headers.push('Location');
  if (rest.list) headers.push('Link', 'X-Total-Count');
  if (rest.etag && output) headers.push('ETag');
  if (meta.idempotent) headers.push('Idempotent-Replayed');
  if (/^auth\.(login|refresh|logout|logoutAll)$/.test(name)) headers.push('Set-Cookie');
  return Object.fromEntries(headers.map((header) => [header, { $ref: `#/components/headers/${header}` }]));
}
