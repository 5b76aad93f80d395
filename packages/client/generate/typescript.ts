// JSON Schema, as zod makes it, written as TypeScript. It knows what zod emits and refuses the rest.
import type { JsonSchema } from '@cunservicios/server/src/openapi/schemas.ts';

const ARRAY_ITEM_NEEDS_BRACKETS = / \| | & /;

/** The type of a schema. Objects span lines and are indented by `indent`. */
export function typeOf(schema: JsonSchema, indent = ''): string {
  if (typeof schema['$ref'] === 'string') return schema['$ref'].split('/').at(-1) ?? 'never';
  if ('const' in schema) return literal(schema['const']);
  if (Array.isArray(schema['enum'])) return union(schema['enum'].map(literal));
  const options = (schema['anyOf'] ?? schema['oneOf']) as JsonSchema[] | undefined;
  if (options) return union(options.map((option) => typeOf(option, indent)));
  if (Array.isArray(schema['allOf'])) return schema['allOf'].map((part) => typeOf(part, indent)).join(' & ');
  if (Array.isArray(schema['type'])) return union(schema['type'].map((type) => typeOf({ ...schema, type }, indent)));
  switch (schema['type']) {
    case 'string':
    case 'boolean':
    case 'null':
      return schema['type'];
    case 'integer':
    case 'number':
      return 'number';
    case 'array':
      return arrayOf(typeOf(schema['items'] as JsonSchema, indent));
    case 'object':
      return objectOf(schema, indent);
    case undefined:
      return 'unknown';
    default:
      throw new Error(`No TypeScript is known for the schema ${JSON.stringify(schema)}.`);
  }
}

const literal = (value: unknown) => (typeof value === 'string' ? `'${value}'` : JSON.stringify(value));
/** Without repetitions, and without texts that `string` holds anyway. */
const union = (types: string[]) =>
  [...new Set(types)].filter((type) => !type.startsWith("'") || !types.includes('string')).join(' | ');
const arrayOf = (item: string) => (ARRAY_ITEM_NEEDS_BRACKETS.test(item) ? `(${item})[]` : `${item}[]`);

function objectOf(schema: JsonSchema, indent: string) {
  const { properties, required = [], additionalProperties, propertyNames } = schema as ObjectSchema;
  if (!properties) {
    const key = propertyNames ? typeOf(propertyNames) : 'string';
    const value = typeof additionalProperties === 'object' ? typeOf(additionalProperties, indent) : 'unknown';
    return key === 'string' || required.length > 0 ? `Record<${key}, ${value}>` : `Partial<Record<${key}, ${value}>>`;
  }
  const inner = `${indent}  `;
  const lines = Object.entries(properties).flatMap(([name, property]) => {
    const type = typeOf(property, inner);
    const field = required.includes(name) ? `${key(name)}: ${type};` : `${key(name)}?: ${type} | undefined;`;
    return [...docOf(property, inner), inner + field];
  });
  return lines.length > 0 ? `{\n${lines.join('\n')}\n${indent}}` : 'Record<string, never>';
}

type ObjectSchema = {
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: boolean | JsonSchema;
  propertyNames?: JsonSchema;
};

const key = (name: string) => (/^[A-Za-z_]\w*$/.test(name) ? name : `'${name}'`);

/** What the schema says about a field beyond its type. */
function docOf(schema: JsonSchema, indent: string): string[] {
  const parts = [
    schema['description'],
    schema['format'] === 'date' && 'yyyy-mm-dd',
    'default' in schema && `Default: ${JSON.stringify(schema['default'])}`,
  ].filter((part) => typeof part === 'string');
  return parts.length > 0 ? [`${indent}/** ${parts.join('. ')} */`] : [];
}
