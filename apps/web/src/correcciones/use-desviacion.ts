import { useQuery } from '@tanstack/react-query';
import { trpc } from '../core/trpc.ts';

/** What was decided about the held deviation of a bill and still stands, or waits for a second person. */
export function useDesviacion(numero_factura: string, numero_cuenta: string | undefined) {
  return useQuery(
    trpc.correcciones.list.queryOptions(
      { numero_cuenta, limit: 100 },
      {
        enabled: numero_cuenta !== undefined,
        select: ({ items }) => ({
          resuelta: items.find(
            ({ tipo, estado, deshace_id, deshecha_por, cambio }) =>
              tipo === 'desviacion' &&
              estado !== 'rechazada' &&
              deshace_id === null &&
              deshecha_por === null &&
              cambio['numero_factura'] === numero_factura,
          ),
        }),
      },
    ),
  );
}
