// zod schemas as JSON Schema 2020-12; those with a name become components, shared by reference.
import { z } from 'zod';
import { schemaNames } from './names.ts';

export type JsonSchema = { [key: string]: unknown };
export type Schemas = ReturnType<typeof createSchemas>;

type Io = 'input' | 'output';

/** Converts schemas one by one and gathers the named ones it meets. */
export function createSchemas() {
  const components = new Map<string, JsonSchema>();
  const names = schemaNames();
  const registry = namedRegistry(names);

  const convert = (schema: z.ZodType, io: Io): JsonSchema => {
    // Inside a property, so that a named schema becomes a reference like any other.
    const whole = z.toJSONSchema(z.object({ it: schema }), {
      io,
      metadata: registry,
      unrepresentable: 'any',
      override: ({ jsonSchema }) => tidy(jsonSchema),
    }) as JsonSchema;
    for (const [name, definition] of Object.entries((whole['$defs'] ?? {}) as Record<string, JsonSchema>))
      keep(name, pointToComponents(definition));
    const { it } = whole['properties'] as { it: JsonSchema };
    return pointToComponents(it);
  };
  const keep = (name: string, schema: JsonSchema) => {
    const before = components.get(name);
    if (before && JSON.stringify(before) !== JSON.stringify(schema))
      throw new Error(`${name} looks different in requests and answers: give the two schemas different names.`);
    components.set(name, schema);
  };
  return { convert, components };
}

/** The metadata that schemas carry anyway, with the name as their id. */
function namedRegistry(names: Map<z.ZodType, string>) {
  const registry = z.registry<z.core.GlobalMeta>();
  registry.get = (schema) => {
    const meta = z.globalRegistry.get(schema);
    const id = names.get(schema as unknown as z.ZodType);
    return id ? { ...meta, id } : meta;
  };
  registry.has = (schema) => registry.get(schema) !== undefined;
  return registry;
}

/** OpenAPI 3.1 wants `examples` and knows no `id`; the bounds of a JavaScript integer tell nobody anything. */
function tidy(schema: JsonSchema) {
  delete schema['id'];
  if (schema['minimum'] === Number.MIN_SAFE_INTEGER) delete schema['minimum'];
  if (schema['maximum'] === Number.MAX_SAFE_INTEGER) delete schema['maximum'];
  if ('example' in schema) {
    schema['examples'] = [schema['example']];
    delete schema['example'];
  }
}

function pointToComponents<T>(value: T): T {
  return JSON.parse(JSON.stringify(value).replaceAll('"#/$defs/', '"#/components/schemas/'));
}
