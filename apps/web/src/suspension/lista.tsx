import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { PaginaCartera } from '../cartera/secciones.tsx';
import { hasRole } from '../core/roles.ts';
import { useUser } from '../core/session.ts';
import { trpc } from '../core/trpc.ts';
import { Filtro } from '../ui/filtro.tsx';
import { PorPaginas, porCursor } from '../ui/por-paginas.tsx';
import { Eleccion } from './eleccion.tsx';
import { ReglasSuspension } from './reglas.tsx';
import { ResultadoSuspension } from './resultado.tsx';
import type { Hecho } from './resultado.tsx';

const route = getRouteApi('/sala/oficina/cartera');
const VER = { no: 'Las que no se suspenden, y por qué', todas: 'Todas las que deben' } as const;

/** Accounts in arrears: what they owe, why some are left alone, and the next step of the others. */
export function PorSuspender() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const puede = hasRole(useUser()?.roles ?? [], 'admin', 'facturacion');
  const [hecho, setHecho] = useState<Hecho>();
  const procede = search.ver === 'todas' ? undefined : search.ver !== 'no';
  const rutas = useQuery(trpc.rutas.list.queryOptions({ limit: 100 }));
  const query = useInfiniteQuery(
    trpc.suspension.list.infiniteQueryOptions(
      { procede, ruta: search.ruta, limit: 50 },
      { ...porCursor, placeholderData: keepPreviousData },
    ),
  );
  const filtrar = (change: typeof search) => void navigate({ search: { ...search, ...change } });
  return (
    <PaginaCartera
      seccion="Por suspender"
      bajada="Cuentas con varias facturas vencidas. Primero se avisa, después se ordena."
    >
      <ReglasSuspension />
      <search className="fila-campos filtros">
        <Filtro
          etiqueta="Mostrar"
          todos="Las que se pueden suspender"
          valor={search.ver}
          opciones={Object.keys(VER) as (keyof typeof VER)[]}
          nombre={(each) => VER[each]}
          elegir={(ver) => filtrar({ ver })}
        />
        <Filtro
          etiqueta="Ruta"
          todos="Todas"
          valor={search.ruta}
          opciones={[...new Set(rutas.data?.items.map(({ codigo }) => codigo))]}
          nombre={(ruta) => `${ruta}: ${rutas.data?.items.find((each) => each.codigo === ruta)?.nombre ?? ''}`}
          elegir={(ruta) => filtrar({ ruta })}
        />
      </search>
      {hecho && <ResultadoSuspension key={hecho.vez} hecho={hecho} />}
      <PorPaginas
        query={query}
        que="Buscando las cuentas que deben…"
        vacio={
          <>
            <p>
              {procede === false
                ? 'Ninguna cuenta en mora está excluida de la suspensión.'
                : procede
                  ? 'Ninguna cuenta se puede suspender hoy.'
                  : 'Ninguna cuenta debe tantas facturas vencidas.'}
            </p>
            {(search.ruta || procede !== undefined) && (
              <Link to="/oficina/cartera" search={{ ver: 'todas' }}>
                Ver todas las que deben, en todas las rutas
              </Link>
            )}
          </>
        }
      >
        {(cuentas) => <Eleccion cuentas={cuentas} puede={puede} listo={setHecho} />}
      </PorPaginas>
    </PaginaCartera>
  );
}
