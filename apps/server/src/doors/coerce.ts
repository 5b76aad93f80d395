// Text of paths and query strings turned into what a schema expects. Read from the schema once, at start;
// what does not look exactly like a value of its kind stays text, and zod then says what is wrong with it.
import { z } from 'zod';

export type Kind = 'text' | 'number' | 'boolean' | 'list of text' | 'list of number' | 'list of boolean';

/** What kind of value a parameter of this schema is. */
export function kindOf(schema: z.ZodType): Kind {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodArray) return `list of ${scalar(inner.element as z.ZodType)}`;
  return scalar(inner);
}

function scalar(schema: z.ZodType): 'text' | 'number' | 'boolean' {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodNumber) return 'number';
  if (inner instanceof z.ZodBoolean) return 'boolean';
  if (inner instanceof z.ZodLiteral) return ofValues([...inner.values]);
  if (inner instanceof z.ZodUnion) {
    const kinds = new Set((inner.options as z.ZodType[]).map(scalar));
    const [only] = kinds;
    return kinds.size === 1 && only ? only : 'text';
  }
  return 'text';
}

function ofValues(values: unknown[]) {
  if (values.every((value) => typeof value === 'number')) return 'number';
  return values.every((value) => typeof value === 'boolean') ? 'boolean' : 'text';
}

function unwrap(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodPipe) return unwrap(schema.in as z.ZodType);
  const isWrapper =
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault ||
    schema instanceof z.ZodReadonly ||
    schema instanceof z.ZodCatch;
  return isWrapper ? unwrap(schema.unwrap() as z.ZodType) : schema;
}

/** One value. Numbers only in the form JSON would print them, so that 2^53+1 is refused and not rounded. */
export function coerce(kind: Kind, text: string): unknown {
  if (kind.endsWith('number'))
    return String(Number(text)) === text && Number.isFinite(Number(text)) ? Number(text) : text;
  if (kind.endsWith('boolean')) return text === 'true' ? true : text === 'false' ? false : text;
  return text;
}
