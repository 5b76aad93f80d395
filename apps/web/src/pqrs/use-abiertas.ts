import type { EstadoPqr } from '@cunservicios/domain/pqr/listas';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { trpc } from '../core/trpc.ts';
import { porCursor } from '../ui/por-paginas.tsx';

/**
 * Every open case, the most urgent first. The server lists by age of filing, so all pages are read before
 * sorting: an office has tens of open cases, not thousands.
 */
export function useAbiertas() {
  const recibidas = useTodas('Recibido');
  const enTramite = useTodas('En trámite');
  const casos =
    recibidas.data &&
    enTramite.data &&
    [...recibidas.data.pages, ...enTramite.data.pages]
      .flatMap(({ items }) => items)
      .toSorted((a, b) => a.limite_seguro.localeCompare(b.limite_seguro) || a.id - b.id);
  return {
    casos,
    error: recibidas.error ?? enTramite.error,
    refetch: () => Promise.all([recibidas.refetch(), enTramite.refetch()]),
  };
}

/** A list read to its end. */
function useTodas(estado: EstadoPqr) {
  const query = useInfiniteQuery(trpc.pqrs.list.infiniteQueryOptions({ estado, limit: 100 }, porCursor));
  const { hasNextPage, isFetching, fetchNextPage } = query;
  useEffect(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  return query;
}
