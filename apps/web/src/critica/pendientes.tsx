import type { Accion, Advertencia } from '@cunservicios/domain/consumo/listas';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useCallback, useEffect, useRef, useState } from 'react';
import { contar, entero } from '../core/numeros.ts';
import { refrescar, trpc } from '../core/trpc.ts';
import type { Outputs } from '../core/trpc.ts';
import { ADVERTENCIA } from '../periodos/advertencias.ts';
import { Ventana } from '../ui/dialog.tsx';
import { Filtro } from '../ui/filtro.tsx';
import { PorPaginas, porCursor } from '../ui/por-paginas.tsx';
import { Decidir } from './decidir.tsx';
import type { Resueltas } from './decidir.tsx';
import { ACCION } from './palabras.ts';
import type { Prefactura } from './palabras.ts';
import { Pila } from './pila.tsx';
import { Resultado } from './resultado.tsx';

const route = getRouteApi('/sala/oficina/periodos/$ciclo/$codigo/critica');
const ORDENES = ['cuenta', 'atipicas'] as const;

type Monton = { clave: Advertencia; pendientes: number; decididas: number };
type Props = {
  periodo: Outputs['periodos']['get'];
  grupo: Monton;
  /** Another pile that still waits. */
  siguiente: Monton | undefined;
  puede: boolean;
};
type Decision = { accion: Accion; cuentas: Prefactura[] };

/** One pile: its accounts, the decision that is being taken, and what the last one changed. */
export function Pendientes({ periodo, grupo, siguiente, puede }: Props) {
  const { ciclo, codigo } = periodo;
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const critica = search.critica === 'resuelta' ? 'resuelta' : 'pendiente';
  const orden = ORDENES.find((each) => each === search.orden) ?? 'cuenta';
  const advertencia = grupo.clave;
  const rutas = useQuery(trpc.rutas.list.queryOptions({ ciclo, limit: 100 }));
  const query = useInfiniteQuery(
    trpc.periodos.prefacturas.infiniteQueryOptions(
      { ciclo, codigo, advertencia, critica, orden, ruta: search.ruta, limit: 25, count: true },
      { ...porCursor, placeholderData: keepPreviousData },
    ),
  );
  const set = (change: Partial<typeof search>) =>
    void navigate({ search: { ...search, ...change }, resetScroll: false });

  const titulo = useRef<HTMLHeadingElement>(null);
  const [decision, setDecision] = useState<Decision>();
  const [hecho, setHecho] = useState<{ accion: Accion; cuentas: Resueltas['cuentas'] }>();
  const [enfocar, setEnfocar] = useState<string>();
  const enfocada = useCallback(() => setEnfocar(undefined), []);
  const [vacia, setVacia] = useState(false);
  useEffect(() => {
    // Nothing is left to take the focus: the heading does, once the window is gone.
    if (!vacia) return undefined;
    const frame = requestAnimationFrame(() => requestAnimationFrame(() => titulo.current?.focus()));
    return () => cancelAnimationFrame(frame);
  }, [vacia]);

  const listo = async (accion: Accion, { cuentas }: Resueltas) => {
    const shown = query.data?.pages.flatMap(({ items }) => items) ?? [];
    const gone = new Set(cuentas.map(({ numero_cuenta }) => numero_cuenta));
    const last = shown.findLastIndex(({ numero_cuenta }) => gone.has(numero_cuenta));
    const next = [...shown.slice(last + 1), ...shown.slice(0, last).toReversed()].find(
      ({ numero_cuenta }) => !gone.has(numero_cuenta),
    );
    setHecho({ accion, cuentas });
    setVacia(false);
    await refrescar(trpc.periodos.pathFilter(), trpc.critica.pathFilter());
    setDecision(undefined);
    if (critica === 'resuelta') setEnfocar(cuentas[0]?.numero_cuenta);
    else if (next) setEnfocar(next.numero_cuenta);
    else setVacia(true);
  };

  const total = query.data?.pages[0]?.total;
  return (
    <section className="pila ancha" aria-labelledby="monton">
      <div className="titulo">
        <h2 id="monton" ref={titulo} tabIndex={-1}>
          {ADVERTENCIA[advertencia]}
          {total !== undefined && (
            <span className="suave">
              {': '}
              {contar(
                total,
                critica === 'pendiente' ? 'por decidir' : 'decidida',
                critica === 'pendiente' ? 'por decidir' : 'decididas',
              )}
            </span>
          )}
        </h2>
        {puede && critica === 'pendiente' && (
          <p className="suave chico solo-ancho no-imprime">
            Teclas: <kbd>j</kbd> <kbd>k</kbd> para moverse, <kbd>espacio</kbd> para elegir, <kbd>?</kbd> para las demás
          </p>
        )}
      </div>
      <search className="fila-campos filtros-mesa">
        <Filtro
          etiqueta="Mostrar"
          todos={`Por decidir (${entero(grupo.pendientes)})`}
          valor={critica === 'pendiente' ? '' : critica}
          opciones={['resuelta'] as const}
          nombre={() => `Ya decididas (${entero(grupo.decididas)})`}
          elegir={(elegida) => set({ critica: elegida })}
        />
        <Filtro
          etiqueta="Ruta"
          todos="Todas"
          valor={search.ruta}
          opciones={rutas.data?.items.map(({ codigo }) => codigo) ?? []}
          nombre={(ruta) => `${ruta}: ${rutas.data?.items.find((each) => each.codigo === ruta)?.nombre ?? ''}`}
          elegir={(ruta) => set({ ruta })}
        />
        <Filtro
          etiqueta="Orden"
          todos="Por cuenta"
          valor={orden === 'cuenta' ? '' : orden}
          opciones={['atipicas'] as const}
          nombre={() => 'El mayor cambio en pesos primero'}
          elegir={(elegido) => set({ orden: elegido })}
        />
      </search>
      {hecho && <Resultado accion={hecho.accion} cuentas={hecho.cuentas} />}
      <PorPaginas
        query={query}
        que="Trayendo las cuentas…"
        vacio={
          critica === 'resuelta' ? (
            <p>Todavía no se ha decidido ninguna.</p>
          ) : search.ruta ? (
            <>
              <p>En esta ruta no queda ninguna por decidir.</p>
              <Link to="." search={{ ...search, ruta: undefined }}>
                Ver todas las rutas
              </Link>
            </>
          ) : (
            <>
              <p>No queda ninguna por decidir en este montón.</p>
              {siguiente ? (
                <Link className="boton principal" to="." search={{ ...search, advertencia: siguiente.clave }}>
                  Seguir con «{ADVERTENCIA[siguiente.clave]}»: {entero(siguiente.pendientes)}
                </Link>
              ) : (
                <Link className="boton principal" to="/oficina/periodos/$ciclo/$codigo" params={{ ciclo, codigo }}>
                  Volver al periodo
                </Link>
              )}
            </>
          )
        }
      >
        {(cuentas) => (
          <Pila
            cuentas={cuentas}
            advertencia={advertencia}
            decidir={puede ? (accion, suyas) => setDecision({ accion, cuentas: suyas }) : undefined}
            enfocar={enfocar}
            enfocada={enfocada}
          />
        )}
      </PorPaginas>
      <Ventana
        titulo={decision ? tituloDe(decision) : 'Decidir'}
        abierto={decision !== undefined}
        cerrar={() => setDecision(undefined)}
      >
        {decision && (
          <Decidir
            periodo={periodo}
            advertencia={advertencia}
            accion={decision.accion}
            cuentas={decision.cuentas}
            listo={(accion, resueltas) => void listo(accion, resueltas)}
            cerrar={() => setDecision(undefined)}
          />
        )}
      </Ventana>
    </section>
  );
}

const tituloDe = ({ accion, cuentas: [una, otra] }: Decision) =>
  `${ACCION[accion].verbo}${una && !otra ? ` ${una.numero_cuenta}` : ''}`;
