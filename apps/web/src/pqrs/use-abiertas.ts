import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { trpc } from '../core/trpc.ts';
import type { PqrResumen } from './tabla.tsx';

const page = { getNextPageParam: ({ nextCursor }: { nextCursor: string | null }) => nextCursor };

/**
 * Every open case, the most urgent first. The server lists by age of filing, so all pages are read before
 * sorting: an office has tens of open cases, not thousands.
 */
export function useAbiertas() {
  const recibidas = useInfiniteQuery(trpc.pqrs.list.infiniteQueryOptions({ estado: 'Recibido', limit: 100 }, page));
  const enTramite = useInfiniteQuery(trpc.pqrs.list.infiniteQueryOptions({ estado: 'En trámite', limit: 100 }, page));
  for (const query of [recibidas, enTramite]) {
    const { hasNextPage, isFetching, fetchNextPage } = query;
    // oxlint-disable-next-line react/rules-of-hooks -- always the same two
    useEffect(() => {
      if (hasNextPage && !isFetching) void fetchNextPage();
    }, [hasNextPage, isFetching, fetchNextPage]);
  }
  const casos: PqrResumen[] | undefined =
    recibidas.data &&
    enTramite.data &&
    [...recibidas.data.pages, ...enTramite.data.pages]
      .flatMap(({ items }) => items)
      .toSorted((a, b) => a.limite_seguro.localeCompare(b.limite_seguro) || a.id - b.id);
  return { casos, error: recibidas.error ?? enTramite.error, refetch: () => Promise.all([recibidas.refetch(), enTramite.refetch()]) };
}
