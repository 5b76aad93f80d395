import { ESTADOS_PQR, TIPOS_PQR } from '@cunservicios/domain/pqr/listas';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { contar } from '../core/numeros.ts';
import { trpc } from '../core/trpc.ts';
import { Filtro } from '../ui/filtro.tsx';
import { Page } from '../ui/page.tsx';
import { PorPaginas, porCursor } from '../ui/por-paginas.tsx';
import { Cargando, Fallo, Vacio } from '../ui/states.tsx';
import { TablaPqrs } from './tabla.tsx';
import { useAbiertas } from './use-abiertas.ts';

const route = getRouteApi('/sala/oficina/pqrs');

export function ColaPqrs() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const tipo = TIPOS_PQR.find((each) => each === search.tipo);
  const estado = ESTADOS_PQR.find((each) => each === search.estado);
  const filtrar = (change: typeof search) => void navigate({ search: { ...search, ...change } });
  return (
    <Page titulo="Peticiones, quejas y recursos" ventana="PQR" bajada="Para radicar un caso, busque primero la cuenta.">
      <search className="fila-campos filtros">
        <Filtro
          etiqueta="Estado"
          todos="Abiertas, las más urgentes primero"
          valor={search.estado}
          opciones={[...ESTADOS_PQR, 'todas']}
          nombre={(each) => (each === 'todas' ? 'Todas' : each)}
          elegir={(estado) => filtrar({ estado })}
        />
        <Filtro etiqueta="Tipo" valor={tipo} opciones={TIPOS_PQR} elegir={(tipo) => filtrar({ tipo })} />
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
  const query = useInfiniteQuery(trpc.pqrs.list.infiniteQueryOptions({ ...filtro, limit: 50, count: true }, porCursor));
  return (
    <PorPaginas query={query} vacio="Ningún caso coincide con estos filtros.">
      {(casos) => <TablaPqrs casos={casos} para="oficina" conCuenta />}
    </PorPaginas>
  );
}
