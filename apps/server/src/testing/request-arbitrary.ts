// Requests made from the document by fast-check: as described, nearly so, and garbage.
import fc from 'fast-check';
import type { OpenApi } from '../openapi/document.ts';
import type { JsonSchema } from '../openapi/schemas.ts';

export type Request = {
  operation: string;
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string | undefined;
};
type Parameter = { $ref?: string; name: string; in: string; required?: boolean; schema: JsonSchema; example?: unknown };
type Described = {
  operationId: string;
  parameters: Parameter[];
  requestBody?: { content: Record<string, { schema: JsonSchema; example?: unknown }> };
};

const GARBAGE = [
  '',
  ' ',
  '0',
  '-1',
  '1e309',
  '9007199254740993',
  '1.5',
  '007',
  'true',
  'null',
  '[]',
  '{}',
  '%',
  '..',
  '/',
  "' or 1=1 --",
  '=1+1',
  '\0',
  '\ud800',
  'ñ',
  '💧',
  '\u202e',
  '<script>',
  '../../etc/passwd',
  '2026-02-30',
  'a'.repeat(300),
  'constructor',
  '__proto__',
  '\r\nX: y',
  '\u001b[31m',
];
const garbageText = fc.oneof(fc.constantFrom(...GARBAGE), fc.string({ maxLength: 60, unit: 'binary' }));
const garbageValue = fc.oneof(
  garbageText,
  fc.constantFrom<unknown>(0, -1, 1.5, 2 ** 53, -0, 1e300, true, false, null, [], {}, [[]], { a: { a: {} } }, [
    'a',
    'a',
  ]),
  fc.jsonValue({ maxDepth: 4 }),
);

/** Requests to the operations of a document. `known` are values that exist in the database, by parameter name. */
export function requestArbitrary(
  document: OpenApi,
  known: Record<string, unknown[]>,
  skip: ReadonlySet<string>,
): fc.Arbitrary<Request> {
  const valueOf = schemaArbitrary(document, known);
  const resolve = (parameter: Parameter): Parameter =>
    parameter.$ref
      ? (document.components['parameters']?.[parameter.$ref.split('/').at(-1) ?? ''] as Parameter)
      : parameter;
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({
      path,
      method: method.toUpperCase(),
      described: described as Described,
    })),
  );
  const one = ({ path, method, described }: (typeof operations)[number]) => {
    const parameters = described.parameters.map(resolve);
    const media = Object.entries(described.requestBody?.content ?? {});
    return fc
      .record({
        values: fc.record(
          Object.fromEntries(parameters.map(({ name, schema }) => [name, textual(valueOf(schema, name))])),
        ),
        sent: fc.subarray(parameters.filter((parameter) => parameter.in !== 'path' && !parameter.required)),
        extra: fc.oneof(
          { weight: 20, arbitrary: fc.constant(undefined) },
          { weight: 1, arbitrary: fc.tuple(garbageText, garbageText) },
        ),
        media:
          media.length > 0
            ? fc.constantFrom(...media).chain(([type, { schema }]) => bodyArbitrary(type, valueOf(schema, '')))
            : fc.constant(undefined),
      })
      .map(({ values, sent, extra, media }): Request => {
        const query = parameters.filter(
          (parameter) => parameter.in === 'query' && (parameter.required || sent.includes(parameter)),
        );
        const pairs = query.map(({ name }) => [name, values[name] ?? '']);
        const headers = sent
          .filter((parameter) => parameter.in === 'header')
          .map(({ name }) => [name, headerText(values[name] ?? '')]);
        return {
          operation: described.operationId,
          method,
          path: withQuery(
            path.replace(/\{(\w+)\}/g, (_, name: string) => encode(values[name] || '0')),
            extra ? [...pairs, extra] : pairs,
          ),
          headers: { ...Object.fromEntries(headers), ...(media && { 'content-type': media.type }) },
          body: media?.text,
        };
      });
  };
  return fc.oneof(...operations.filter(({ described }) => !skip.has(described.operationId)).map(one));
}

/** Mostly what the schema says, sometimes anything; and what exists under that name. */
function schemaArbitrary(document: OpenApi, known: Record<string, unknown[]>) {
  const valueOf = (schema: JsonSchema, name: string, depth = 0): fc.Arbitrary<unknown> => {
    const good = described(schema, name, depth);
    const existing = known[name];
    return fc.oneof(
      { weight: existing ? 4 : 20, arbitrary: good },
      { weight: existing ? 16 : 0, arbitrary: fc.constantFrom(...(existing ?? [null])) },
      { weight: 1, arbitrary: garbageValue },
    );
  };
  const described = (schema: JsonSchema, name: string, depth: number): fc.Arbitrary<unknown> => {
    if (typeof schema['$ref'] === 'string')
      return described(document.components['schemas']?.[schema['$ref'].split('/').at(-1) ?? ''] ?? {}, name, depth);
    if ('const' in schema) return fc.constant(schema['const']);
    if (Array.isArray(schema['enum'])) return fc.constantFrom(...(schema['enum'] as unknown[]));
    const options = (schema['anyOf'] ?? schema['oneOf']) as JsonSchema[] | undefined;
    if (options) return fc.oneof(...options.map((option) => described(option, name, depth)));
    const [type] = [schema['type']].flat();
    if (type === 'object') return objectOf(schema, depth);
    if (type === 'array')
      return fc.array(valueOf((schema['items'] ?? {}) as JsonSchema, name, depth + 1), {
        minLength: Number(schema['minItems'] ?? 0),
        maxLength: 3,
      });
    if (type === 'integer' || type === 'number')
      return fc.integer({
        min: Math.max(Number(schema['minimum'] ?? -1_000), -2e9),
        max: Math.min(Number(schema['maximum'] ?? 1_000_000), 2e9),
      });
    if (type === 'boolean') return fc.boolean();
    return textOf(schema);
  };
  const objectOf = (schema: JsonSchema, depth: number): fc.Arbitrary<unknown> => {
    const properties = Object.entries((schema['properties'] ?? {}) as Record<string, JsonSchema>);
    const fields = Object.fromEntries(
      properties.map(([name, property]) => [name, depth > 4 ? fc.constant(null) : valueOf(property, name, depth + 1)]),
    );
    return fc.record(fields, { requiredKeys: (schema['required'] ?? []) as string[] });
  };
  return valueOf;
}

function textOf(schema: JsonSchema): fc.Arbitrary<string> {
  if (schema['format'] === 'date')
    return fc
      .date({ min: new Date('1990-01-01'), max: new Date('2080-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
  if (schema['format'] === 'email') return fc.constantFrom('persona@ejemplo.co', 'otra@ejemplo.co');
  if (typeof schema['pattern'] === 'string' && schema['pattern'].length < 100)
    return fc.stringMatching(new RegExp(schema['pattern'], 'u'));
  const [min, max] = [Number(schema['minLength'] ?? 0), Math.min(Number(schema['maxLength'] ?? 30), 60)];
  return fc.string({ minLength: min, maxLength: Math.max(min, max) });
}

/** A value as a parameter carries it. */
const textual = (value: fc.Arbitrary<unknown>) =>
  value.map((one) => (typeof one === 'object' ? JSON.stringify(one) : String(one as string)));

function bodyArbitrary(type: string, value: fc.Arbitrary<unknown>) {
  const text =
    type === 'application/x-www-form-urlencoded'
      ? value.map(formText)
      : value.map((one) => (type === 'text/csv' ? String(one) : JSON.stringify(one)));
  const broken = fc.oneof(
    garbageText,
    text.map((whole) => whole?.slice(0, -1)),
  );
  return fc.record({
    type: fc.oneof(
      { weight: 30, arbitrary: fc.constant(type) },
      { weight: 1, arbitrary: fc.constantFrom('text/plain', 'application/json\t', 'multipart/form-data') },
    ),
    text: fc.oneof({ weight: 30, arbitrary: text }, { weight: 1, arbitrary: broken }),
  });
}

const formText = (value: unknown) =>
  Object.entries(value ?? {})
    .map(([name, one]) => `${encode(name)}=${encode(String(one))}`)
    .join('&');
const encode = (text: string) => encodeURIComponent(text.toWellFormed());
const headerText = (text: string) => text.replace(/[^\x20-\x7e]/g, '?').trim();
const withQuery = (path: string, pairs: (readonly [string, string] | string[])[]) =>
  pairs.length > 0
    ? `${path}?${pairs.map(([name = '', value = '']) => `${encode(name)}=${encode(value)}`).join('&')}`
    : path;
