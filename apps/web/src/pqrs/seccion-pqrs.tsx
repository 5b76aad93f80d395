import { useInfiniteQuery } from '@tanstack/react-query';
import { trpc } from '../core/trpc.ts';
import { Mas } from '../ui/more.tsx';
import { CargadoPorPaginas, Vacio } from '../ui/states.tsx';
import { TablaPqrs } from './tabla.tsx';

export function SeccionPqrs({ numero_cuenta, para }: { numero_cuenta: string; para: 'oficina' | 'ciudadano' }) {
  const query = useInfiniteQuery(
    trpc.pqrs.list.infiniteQueryOptions(
      { numero_cuenta, limit: 24 },
      { getNextPageParam: ({ nextCursor }) => nextCursor },
    ),
  );
  return (
    <CargadoPorPaginas query={query}>
      {(casos) =>
        casos.length === 0 ? (
          <Vacio>Esta cuenta no ha presentado peticiones, quejas ni reclamos.</Vacio>
        ) : (
          <div className="pila">
            <TablaPqrs casos={casos} para={para} conCuenta={false} />
            <Mas lista={query} mostradas={casos.length} />
          </div>
        )
      }
    </CargadoPorPaginas>
  );
}
