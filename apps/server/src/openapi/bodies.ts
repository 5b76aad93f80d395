// Request bodies: JSON, the same as a form where it is taken, or a file.
import { z } from 'zod';
import { placesOf } from '../doors/input.ts';
import type { Operation } from '../doors/operations.ts';
import type { JsonSchema, Schemas } from './schemas.ts';

/** The body of an operation; undefined when it takes none. */
export function bodyOf(schemas: Schemas, operation: Operation): JsonSchema | undefined {
  const { rest, input, fields } = operation;
  if (rest.file) {
    const binary = {
      schema: { type: 'string', format: 'binary' },
      ...(rest.example !== undefined && { example: rest.example }),
    };
    return { required: true, content: Object.fromEntries(rest.file.map((mediaType) => [mediaType, binary])) };
  }
  const names = placesOf(operation).body;
  if (!input || names.length === 0) return undefined;
  // The whole input keeps its name; what is left of one whose other fields are in the path has none.
  const whole = names.length === Object.keys(fields).length;
  const own = whole
    ? input
    : z.strictObject(Object.fromEntries(names.map((name) => [name, fields[name] as z.ZodType])));
  const body = {
    schema: forDocument(schemas, own, rest.query ?? []),
    ...(rest.example !== undefined && { example: rest.example }),
  };
  return {
    required: !own.safeParse({}).success && !rest.query,
    content: { 'application/json': body, ...(rest.form && { 'application/x-www-form-urlencoded': body }) },
  };
}

/** Fields that may come in the query string instead are not required in the body. */
function forDocument(schemas: Schemas, schema: z.ZodType, inQuery: string[]): JsonSchema {
  const { required, ...rest } = schemas.convert(schema, 'input');
  const needed = ((required ?? []) as string[]).filter((name) => !inQuery.includes(name));
  return { ...rest, ...(needed.length > 0 && { required: needed }) };
}
