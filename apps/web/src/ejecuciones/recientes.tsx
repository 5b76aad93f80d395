import { useQuery } from '@tanstack/react-query';
import { instanteCorto, nombrePeriodo } from '../core/fechas.ts';
import { entero } from '../core/numeros.ts';
import { trpc } from '../core/trpc.ts';
import { Cargado, Estado } from '../ui/states.tsx';
import { Tabla } from '../ui/table.tsx';
import { enCurso, nombreEjecucion } from './avance.tsx';
import type { Ejecucion } from './avance.tsx';
import { countsOf } from './resultado.tsx';

const ESTADO: Record<Ejecucion['estado'], [string, 'bien' | 'info' | 'mal']> = {
  pendiente: ['En espera', 'info'],
  en_curso: ['En curso', 'info'],
  terminada: ['Terminada', 'bien'],
  fallida: ['No terminó', 'mal'],
};

/** The last long works, so that one can come back to see how they ended. */
export function Recientes() {
  const query = useQuery(
    trpc.ejecuciones.list.queryOptions(
      { limit: 10 },
      { refetchInterval: ({ state }) => (state.data?.items.some(enCurso) ? 2000 : false) },
    ),
  );
  return (
    <section className="pila" aria-labelledby="recientes">
      <h2 id="recientes">Trabajos recientes</h2>
      <Cargado query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="suave">Ninguno todavía.</p>
          ) : (
            <Tabla
              titulo="Trabajos recientes"
              tituloOculto
              filas={items}
              clave={({ id }) => id}
              columnas={[
                {
                  titulo: 'Trabajo',
                  celda: ({ tipo, periodo }) =>
                    `${nombreEjecucion(tipo)}${periodo ? ` de ${nombrePeriodo(periodo)}` : ''}`,
                },
                { titulo: 'Empezó', celda: ({ created_at }) => instanteCorto(created_at) },
                {
                  titulo: 'Estado',
                  celda: ({ estado }) => <Estado tono={ESTADO[estado][1]}>{ESTADO[estado][0]}</Estado>,
                },
                {
                  titulo: 'Hechas',
                  numero: true,
                  celda: ({ hechas, total }) =>
                    total === null ? entero(hechas) : `${entero(hechas)} de ${entero(total)}`,
                },
                {
                  titulo: 'Rechazadas',
                  numero: true,
                  celda: ({ tipo, resultado }) =>
                    tipo.startsWith('importar') ? entero(countsOf(resultado).rechazadas) : '—',
                },
              ]}
            />
          )
        }
      </Cargado>
    </section>
  );
}
