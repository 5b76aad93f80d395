import { useInfiniteQuery } from '@tanstack/react-query';
import { trpc } from '../core/trpc.ts';
import { TablaPagos } from '../pagos/tabla-pagos.tsx';
import { PorPaginas, porCursor } from '../ui/por-paginas.tsx';

/** The payments of a session, the last one first. */
export function PagosDeCaja({ caja_id }: { caja_id: number }) {
  const query = useInfiniteQuery(trpc.pagos.list.infiniteQueryOptions({ caja_id, limit: 24 }, porCursor));
  return (
    <section className="pila" aria-labelledby="pagos-caja">
      <h2 id="pagos-caja">Pagos de esta caja</h2>
      <PorPaginas query={query} vacio="Todavía no ha entrado ningún pago.">
        {(pagos) => <TablaPagos pagos={pagos} titulo="Pagos de esta caja, el último primero" />}
      </PorPaginas>
    </section>
  );
}
