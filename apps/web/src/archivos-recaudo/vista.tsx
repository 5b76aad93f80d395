import { formatPesos } from '@cunservicios/domain/pesos';
import { useQuery } from '@tanstack/react-query';
import { entero } from '../core/numeros.ts';
import { trpc } from '../core/trpc.ts';
import type { Outputs } from '../core/trpc.ts';
import { Cargado, Estado } from '../ui/states.tsx';
import { Tabla } from '../ui/table.tsx';
import { DESTINO, ESTADO_RECAUDO, MOTIVO_RECAUDO } from './nombres.ts';

type Suma = { registros: number; valor: number };
const filas = { titulo: 'Filas', numero: true, celda: ({ registros }: Suma) => entero(registros) };
const valor = { titulo: 'Valor', numero: true, celda: (suma: Suma) => formatPesos(suma.valor) };

/** What applying a file would do, or did: by state, and of what is to be applied by what it names and by means. */
export function VistaArchivo({ archivo: { id, estado } }: { archivo: Outputs['archivosRecaudo']['get'] }) {
  const query = useQuery(trpc.archivosRecaudo.vista.queryOptions({ archivo_recaudo_id: id }));
  const aplicado = estado === 'aplicado';
  return (
    <section className="pila" aria-labelledby="vista">
      <h2 id="vista">{aplicado ? 'Lo que pasó con sus filas' : 'Lo que pasaría al aplicarlo'}</h2>
      <Cargado query={query}>
        {({ estados, medios, destinos }) => (
          <>
            <Tabla
              titulo="Filas por estado"
              tituloOculto
              filas={estados}
              clave={(suma) => `${suma.estado} ${suma.motivo}`}
              columnas={[
                {
                  titulo: 'Estado',
                  celda: (suma) => (
                    <Estado tono={ESTADO_RECAUDO[suma.estado][1]}>{ESTADO_RECAUDO[suma.estado][0]}</Estado>
                  ),
                },
                { titulo: 'Por qué', celda: ({ motivo }) => (motivo ? MOTIVO_RECAUDO[motivo] : '—') },
                filas,
                valor,
              ]}
            />
            <div className="columnas">
              {destinos.length > 0 && (
                <Tabla
                  titulo="A dónde iría el dinero"
                  filas={destinos}
                  clave={({ destino }) => destino}
                  columnas={[{ titulo: 'Nombra', celda: ({ destino }) => DESTINO[destino] }, filas, valor]}
                />
              )}
              {medios.length > 0 && (
                <Tabla
                  titulo="Cómo lo recibió el banco"
                  filas={medios}
                  clave={({ medio }) => medio}
                  columnas={[{ titulo: 'Medio', celda: ({ medio }) => medio }, filas, valor]}
                />
              )}
            </div>
          </>
        )}
      </Cargado>
    </section>
  );
}
