import { entero } from '../core/numeros.ts';

type Pages = { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => Promise<unknown> };

/** The foot of a list: how many are shown, and the next page. */
export function Mas({ lista, mostradas, total }: { lista: Pages; mostradas: number; total?: number | undefined }) {
  if (mostradas === 0) return null;
  return (
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
}
