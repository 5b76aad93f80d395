// Lists that grow page by page.
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { entero } from '../core/numeros.ts';
import { Cargado, Vacio } from './states.tsx';

/** How every list of the API is read on: its answer names where the next page begins. */
export const porCursor = {
  getNextPageParam: ({ nextCursor }: { nextCursor: string | null }) => nextCursor,
};

type Lista<T> = UseInfiniteQueryResult<InfiniteData<{ items: T[]; total?: number | undefined }>, unknown>;
type Props<T> = {
  query: Lista<T>;
  que?: string;
  /** Said in place of a list without rows. */
  vacio: ReactNode;
  children: (items: T[], total: number | undefined) => ReactNode;
};

/** What was read so far, or the state it is in; below it the next page. */
export const PorPaginas = <T,>({ query, que, vacio, children }: Props<T>) => (
  <Cargado query={query} {...(que && { que })}>
    {({ pages }) => {
      const items = pages.flatMap((page) => page.items);
      const total = pages[0]?.total;
      if (items.length === 0) return <Vacio>{vacio}</Vacio>;
      return (
        <div className="pila">
          {children(items, total)}
          {(pages.length > 1 || query.hasNextPage) && <Mas lista={query} mostradas={items.length} total={total} />}
        </div>
      );
    }}
  </Cargado>
);

type Pages = { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => Promise<unknown> };

/** The foot of a list: how many are shown, and the next page. */
const Mas = ({ lista, mostradas, total }: { lista: Pages; mostradas: number; total: number | undefined }) => (
  <div className="acciones">
    <p className="suave chico" role="status">
      Se muestran {entero(mostradas)}
      {total === undefined ? '' : ` de ${entero(total)}`}.
    </p>
    {lista.hasNextPage && (
      <button
        type="button"
        className="boton otro"
        disabled={lista.isFetchingNextPage}
        onClick={() => void lista.fetchNextPage()}
      >
        {lista.isFetchingNextPage ? 'Cargando…' : 'Ver más'}
      </button>
    )}
  </div>
);
