import { useInfiniteQuery } from '@tanstack/react-query';
import { trpc } from '../core/trpc.ts';
import { PorPaginas, porCursor } from '../ui/por-paginas.tsx';
import { TablaPqrs } from './tabla.tsx';

export function SeccionPqrs({ numero_cuenta, para }: { numero_cuenta: string; para: 'oficina' | 'ciudadano' }) {
  const query = useInfiniteQuery(trpc.pqrs.list.infiniteQueryOptions({ numero_cuenta, limit: 24 }, porCursor));
  return (
    <PorPaginas query={query} vacio="Esta cuenta no ha presentado peticiones, quejas ni reclamos.">
      {(casos) => <TablaPqrs casos={casos} para={para} conCuenta={false} />}
    </PorPaginas>
  );
}
