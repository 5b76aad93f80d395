// Lists: one page by a call, all of them by `for await`.
import type { CallOptions } from './options.ts';

export type Page<Item> = {
  items: Item[];
  /** Where the next page begins; null at the end. */
  nextCursor: string | null;
  /** With `count: true`. */
  total?: number | undefined;
};

/** Every item of a list. Pages are fetched as they are needed; `limit` of the input is their size. */
export type Pages<Item> = AsyncIterable<Item> & {
  /** The items, or the first `max` of them. */
  toArray: (max?: number) => Promise<Item[]>;
};

export type List<Input, Item> = {
  /** One page. */
  (
    ...args: object extends Input ? [input?: Input, options?: CallOptions] : [input: Input, options?: CallOptions]
  ): Promise<Page<Item>>;
  /** All items, page after page. */
  all: (
    ...args: object extends Input
      ? [input?: Omit<Input, 'cursor' | 'count'>, options?: CallOptions]
      : [input: Omit<Input, 'cursor' | 'count'>, options?: CallOptions]
  ) => Pages<Item>;
};

/** Follows `nextCursor` from the first page on. */
export function pages<Item>(fetchPage: (cursor: string | undefined) => Promise<Page<Item>>): Pages<Item> {
  async function* items() {
    let cursor: string | undefined;
    do {
      const page = await fetchPage(cursor);
      yield* page.items;
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
  }
  return {
    [Symbol.asyncIterator]: items,
    toArray: async (max = Number.POSITIVE_INFINITY) => {
      const all: Item[] = [];
      if (max <= 0) return all;
      for await (const item of items()) if (all.push(item) >= max) break;
      return all;
    },
  };
}
