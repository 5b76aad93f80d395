import { ESTADOS_PQR, TIPOS_PQR } from '@cunservicios/domain/pqr/listas';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { contar } from '../core/numeros.ts';
import { trpc } from '../core/trpc.ts';
import { Lista } from '../ui/field.tsx';
import { Mas } from '../ui/more.tsx';
import { Page } from '../ui/page.tsx';
import { Cargando, CargadoPorPaginas, Fallo, Vacio } from '../ui/states.tsx';
import { TablaPqrs } from './tabla.tsx';
import { useAbiertas } from './use-abiertas.ts';

const route = getRouteApi('/sala/oficina/pqrs');

export function ColaPqrs() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const tipo = TIPOS_PQR.find((each) => each === search.tipo);
  const estado = ESTADOS_PQR.find((each) => each === search.estado);
  return (
    <Page titulo="Peticiones, quejas y recursos" ventana="PQR" bajada="Para radicar un caso, busque primero la cuenta.">
      <search className="fila-campos filtros">
        <Lista
          etiqueta="Estado"
          value={search.estado ?? ''}
          onChange={({ target }) => void navigate({ search: { ...search, estado: target.value } })}
        >
          <option value="">Abiertas, las más urgentes primero</option>
          {ESTADOS_PQR.map((each) => (
            <option key={each}>{each}</option>
          ))}
          <option value="todas">Todas</option>
        </Lista>
        <Lista
          etiqueta="Tipo"
          value={tipo ?? ''}
          onChange={({ target }) => void navigate({ search: { ...search, tipo: target.value } })}
        >
          <option value="">Todos</option>
          {TIPOS_PQR.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </Lista>
      </search>
      {search.estado ? <Filtradas estado={estado} tipo={tipo} /> : <Abiertas tipo={tipo} />}
    </Page>
  );
}

type Filtro = { tipo?: (typeof TIPOS_PQR)[number] | undefined; estado?: (typeof ESTADOS_PQR)[number] | undefined };

function Abiertas({ tipo }: Filtro) {
  const { casos, error, refetch } = useAbiertas();
  if (!casos) return error ? <Fallo error={error} reintentar={() => void refetch()} /> : <Cargando />;
  const shown = casos.filter((caso) => !tipo || caso.tipo === tipo);
  if (shown.length === 0) return <Vacio>No hay casos abiertos. Todo está respondido.</Vacio>;
  return (
    <div className="pila">
      <p className="suave" role="status">
        {contar(shown.length, 'caso abierto', 'casos abiertos')}
      </p>
      <TablaPqrs casos={shown} para="oficina" conCuenta />
    </div>
  );
}

function Filtradas(filtro: Filtro) {
  const query = useInfiniteQuery(
    trpc.pqrs.list.infiniteQueryOptions(
      { ...filtro, limit: 50, count: true },
      { getNextPageParam: ({ nextCursor }) => nextCursor },
    ),
  );
  return (
    <CargadoPorPaginas query={query}>
      {(casos, total) =>
        casos.length === 0 ? (
          <Vacio>Ningún caso coincide con estos filtros.</Vacio>
        ) : (
          <div className="pila">
            <TablaPqrs casos={casos} para="oficina" conCuenta />
            <Mas lista={query} mostradas={casos.length} total={total} />
          </div>
        )
      }
    </CargadoPorPaginas>
  );
}
