// Parameters of an operation: those in its path and query string, and the headers every client may send.
import { page } from '@cunservicios/api/core/schema';
import type { z } from 'zod';
import { placesOf } from '../doors/input.ts';
import { type Face, type Operation, pathFields } from '../doors/operations.ts';
import type { JsonSchema, Schemas } from './schemas.ts';
import { EXAMPLES } from './texts.ts';

const header = (name: string, description: string, schema: JsonSchema, example: unknown) => ({
  name,
  in: 'header',
  description,
  schema: { type: 'string', ...schema },
  example,
});

/** Headers, shared by reference. */
const HEADER_PARAMETERS: Record<string, JsonSchema> = {
  TenantId: header(
    'X-Tenant-ID',
    "Tenant of the request; the token's unless given.",
    { pattern: '^\\s*[A-Za-z0-9][A-Za-z0-9_-]{1,63}\\s*$' },
    'public',
  ),
  IdempotencyKey: header(
    'Idempotency-Key',
    'The same key with the same body answers the first answer again.',
    { minLength: 1, maxLength: 255 },
    '8b0c2a9e-6f0e-4d5e-9a53-0f6f4e0c7a11',
  ),
  IfMatch: header('If-Match', 'ETag that the caller saw; 412 when it is no longer the newest.', {}, '"3"'),
  Session: header(
    'X-Session',
    '`cookie`: the refresh token travels in a cookie that scripts cannot read.',
    { enum: ['cookie'] },
    'cookie',
  ),
};

// Parameters of every list, shared by reference.
const SHARED: Record<string, keyof typeof page.shape> = {
  Limit: 'limit',
  Skip: 'skip',
  Cursor: 'cursor',
  Count: 'count',
};
const PAGING: Record<string, string> = {
  limit: 'Items of a page.',
  skip: 'Items to leave out, for older clients; `cursor` stays put while rows are added.',
  cursor: 'Where the page begins, taken from the `Link` of the page before.',
  count: 'Also answer how many there are in all, as `X-Total-Count`.',
};

/** The parameters that operations refer to by name. */
export function sharedParameters(schemas: Schemas): Record<string, JsonSchema> {
  const paging = Object.entries(SHARED).map(([name, field]) => [
    name,
    queryParameter(schemas, field, page.shape[field]),
  ]);
  return { ...Object.fromEntries(paging), ...HEADER_PARAMETERS };
}

/** The parameters of one face of an operation. */
export function parametersOf(schemas: Schemas, operation: Operation, { path }: Face): JsonSchema[] {
  const { fields, rest, meta, name } = operation;
  const inPath = pathFields(path).map((field) => ({
    name: field,
    in: 'path',
    required: true,
    ...describe(schemas, field, fields[field] as z.ZodType),
  }));
  const inQuery = placesOf(operation).query.map((field) => {
    const schema = fields[field] as z.ZodType;
    const shared = Object.entries(SHARED).find(([, key]) => page.shape[key] === schema);
    return shared ? reference(shared[0]) : queryParameter(schemas, field, schema, rest.query !== undefined);
  });
  const headers = ['TenantId'];
  if (meta.idempotent) headers.push('IdempotencyKey');
  if (rest.etag && rest.method !== 'GET') headers.push('IfMatch');
  if (/^auth\.(login|refresh|logout)$/.test(name)) headers.push('Session');
  return [...inPath, ...inQuery, ...headers.map(reference)];
}

const reference = (name: string) => ({ $ref: `#/components/parameters/${name}` });

function queryParameter(schemas: Schemas, name: string, schema: z.ZodType, alsoInBody = false) {
  const isRequired = !alsoInBody && !schema.safeParse(undefined).success;
  return { name, in: 'query', ...(isRequired && { required: true }), ...describe(schemas, name, schema) };
}

function describe(schemas: Schemas, name: string, field: z.ZodType): JsonSchema {
  const { description = PAGING[name], examples, ...schema } = schemas.convert(field, 'input');
  const example = EXAMPLES[name] ?? (examples as unknown[] | undefined)?.[0];
  return { ...(description !== undefined && { description }), schema, ...(example !== undefined && { example }) };
}
