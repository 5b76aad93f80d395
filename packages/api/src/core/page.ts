// Keyset pages: the cursor holds the key of the last row shown, so pages stay put while rows are added.
import { invalid } from './errors.ts';
import type { Page } from './schema.ts';

type Key = string | number;

/** The key values inside a cursor, checked against their expected types; undefined without a cursor. */
export function readCursor<const T extends readonly ('string' | 'number')[]>(
  { cursor }: Pick<Page, 'cursor'>,
  ...types: T
): { [K in keyof T]: T[K] extends 'string' ? string : number } | undefined {
  if (cursor === undefined) return undefined;
  const broken = () => invalid('cursor', 'El cursor no es válido: use el de la página anterior sin cambiarlo.');
  let key: unknown;
  try {
    key = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return broken();
  }
  const fits =
    Array.isArray(key) &&
    key.length === types.length &&
    key.every(
      (part, i) =>
        typeof part === types[i] && (typeof part === 'string' ? !part.includes('\0') : Number.isSafeInteger(part)),
    );
  return fits ? (key as never) : broken();
}

/** A page out of `limit + 1` rows; `key` names what the next page continues from. */
export function toPage<Row>(rows: Row[], { limit }: Pick<Page, 'limit'>, key: (row: Row) => Key[], total?: number) {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const nextCursor = rows.length > limit && last ? Buffer.from(JSON.stringify(key(last))).toString('base64url') : null;
  return { items, nextCursor, ...(total !== undefined && { total }) };
}
