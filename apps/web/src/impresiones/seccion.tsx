import { useQuery } from '@tanstack/react-query';
import { instanteCorto } from '../core/fechas.ts';
import { contar, entero } from '../core/numeros.ts';
import { trpc } from '../core/trpc.ts';
import type { Outputs } from '../core/trpc.ts';
import { Avance, enCurso } from '../ejecuciones/avance.tsx';
import { BotonDescargar } from '../ui/boton-descargar.tsx';
import { Cargado, Vacio } from '../ui/states.tsx';
import { Tabla } from '../ui/table.tsx';
import { Imprimir } from './imprimir.tsx';

type Impresion = Outputs['impresiones']['list']['items'][number];

/** The print runs of an issued period: the last one open, those before it folded. Nothing of it lives in the page. */
export function Impresiones({ ciclo, codigo }: { ciclo: string; codigo: string }) {
  const query = useQuery(
    trpc.impresiones.list.queryOptions(
      { ciclo, codigo },
      { refetchInterval: ({ state }) => (state.data?.items.some(enCurso) ? 1000 : false) },
    ),
  );
  return (
    <section className="tarjeta" aria-labelledby="impresiones">
      <div className="titulo">
        <div>
          <h2 id="impresiones">Imprimir</h2>
          <p className="suave">Las facturas del periodo en archivos PDF, en orden de reparto.</p>
        </div>
        <Imprimir ciclo={ciclo} codigo={codigo} />
      </div>
      <Cargado query={query} que="Buscando las impresiones…">
        {({ items: [ultima, ...anteriores] }) =>
          ultima === undefined ? (
            <Vacio>Todavía no se han impreso.</Vacio>
          ) : (
            <>
              <Corrida key={ultima.id} impresion={ultima} />
              {anteriores.length > 0 && (
                <details>
                  <summary>{contar(anteriores.length, 'impresión anterior', 'impresiones anteriores')}</summary>
                  <div className="pila ancha dentro">
                    {anteriores.map((impresion) => (
                      <Corrida key={impresion.id} impresion={impresion} />
                    ))}
                  </div>
                </details>
              )}
            </>
          )
        }
      </Cargado>
    </section>
  );
}

/** One run: how far it is, or what it made, and its files. Those that are made can be taken while the rest comes. */
function Corrida({ impresion }: { impresion: Impresion }) {
  const { id, ruta, estado, created_at } = impresion;
  const corriendo = enCurso(impresion);
  const que = ruta ? `Ruta ${ruta}` : 'Todas las rutas';
  return (
    <div className="pila">
      <h3>
        {que} <span className="suave chico">{instanteCorto(created_at)}</span>
      </h3>
      <p className="oculto" role="status">
        {corriendo ? 'Impresión en curso.' : estado === 'terminada' ? 'La impresión terminó.' : ''}
      </p>
      {estado === 'terminada' ? <Resumen impresion={impresion} /> : <Avance ejecucion={impresion} />}
      {/* A failed run keeps the files it made. */}
      <Archivos key={estado} ejecucion_id={id} corriendo={corriendo} que={que} />
    </div>
  );
}

function Resumen({ impresion: { resultado } }: { impresion: Impresion }) {
  const { facturas, paginas } = resultado;
  return (
    <p>
      {contar(Number(facturas ?? 0), 'factura', 'facturas')} en {contar(Number(paginas ?? 0), 'página', 'páginas')}.
    </p>
  );
}

function Archivos({ ejecucion_id, corriendo, que }: { ejecucion_id: number; corriendo: boolean; que: string }) {
  const query = useQuery(
    trpc.impresiones.archivos.queryOptions(
      { ejecucion_id },
      { staleTime: 0, refetchInterval: corriendo ? 2000 : false },
    ),
  );
  return (
    <Cargado query={query} que="Buscando los archivos…">
      {({ items }) =>
        items.length > 0 && (
          <Tabla
            titulo={`Archivos de la impresión: ${que}`}
            tituloOculto
            filas={items}
            clave={({ lote }) => lote}
            columnas={[
              { titulo: 'Archivo', celda: ({ nombre }) => nombre },
              { titulo: 'Facturas', numero: true, celda: ({ facturas }) => entero(facturas) },
              {
                titulo: 'Páginas',
                numero: true,
                celda: ({ paginas }) => (paginas === null ? '—' : entero(paginas)),
              },
              { titulo: 'Tamaño', numero: true, celda: ({ bytes }) => (bytes === null ? '—' : tamano(bytes)) },
              {
                titulo: 'Descargar',
                celda: ({ lote, nombre, bytes }) =>
                  bytes === null ? (
                    <span className="suave">{corriendo ? 'Haciéndose…' : 'No se hizo'}</span>
                  ) : (
                    <BotonDescargar
                      path={`/ejecuciones/${ejecucion_id}/archivos/${lote}`}
                      nombre={nombre}
                      texto="Descargar"
                      etiqueta={`Descargar ${nombre}`}
                    />
                  ),
              },
            ]}
          />
        )
      }
    </Cargado>
  );
}

/** "640 kB", "12,4 MB" */
const tamano = (bytes: number) =>
  bytes < 1e6
    ? `${entero(Math.max(1, Math.round(bytes / 1e3)))} kB`
    : `${(Math.round(bytes / 1e5) / 10).toString().replace('.', ',')} MB`;
