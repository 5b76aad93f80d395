import { useInfiniteQuery } from '@tanstack/react-query';
import { fechaCorta } from '../core/fechas.ts';
import { trpc } from '../core/trpc.ts';
import { NOMBRE_LECTURA } from '../lecturas/nombres.ts';
import { Mas } from '../ui/more.tsx';
import { CargadoPorPaginas, Vacio } from '../ui/states.tsx';
import { Tabla } from '../ui/table.tsx';

export function SeccionLecturas({ numero_cuenta }: { numero_cuenta: string }) {
  const query = useInfiniteQuery(
    trpc.lecturas.list.infiniteQueryOptions(
      { numero_cuenta, limit: 24 },
      { getNextPageParam: ({ nextCursor }) => nextCursor },
    ),
  );
  return (
    <CargadoPorPaginas query={query}>
      {(lecturas) =>
        lecturas.length === 0 ? (
          <Vacio>No hay lecturas de esta cuenta.</Vacio>
        ) : (
          <div className="pila">
            <Tabla
              titulo="Lecturas, de la más reciente a la más antigua"
              tituloOculto
              filas={lecturas}
              clave={({ id }) => id}
              columnas={[
                { titulo: 'Fecha', junta: true, celda: ({ fecha_lectura }) => fechaCorta(fecha_lectura) },
                { titulo: 'Medidor', junta: true, celda: ({ medidor }) => medidor },
                {
                  titulo: 'Lectura',
                  numero: true,
                  celda: ({ lectura_m3 }) => (lectura_m3 === null ? '—' : `${lectura_m3.replace('.', ',')} m³`),
                },
                { titulo: 'Tipo', celda: ({ tipo }) => NOMBRE_LECTURA[tipo] },
                { titulo: 'Causal', celda: ({ causal }) => causal ?? '—' },
              ]}
            />
            <Mas lista={query} mostradas={lecturas.length} />
          </div>
        )
      }
    </CargadoPorPaginas>
  );
}
