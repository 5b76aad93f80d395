import { ESTADOS_MASIVA } from '@cunservicios/domain/cartera/listas';
import { formatPesos } from '@cunservicios/domain/pesos';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { instanteCorto } from '../core/fechas.ts';
import { entero } from '../core/numeros.ts';
import { hasRole } from '../core/roles.ts';
import { useUser } from '../core/session.ts';
import { trpc } from '../core/trpc.ts';
import { enCurso } from '../ejecuciones/avance.tsx';
import { Filtro } from '../ui/filtro.tsx';
import { Page } from '../ui/page.tsx';
import { PorPaginas, porCursor } from '../ui/por-paginas.tsx';
import { Estado } from '../ui/states.tsx';
import { Tabla } from '../ui/table.tsx';
import { ESTADO_MASIVA } from './nombres.ts';

const route = getRouteApi('/sala/oficina/tarifas/correcciones');

/** Tariffs that were wrong for everybody: what was calculated, what was done about it. */
export function CorreccionesMasivas() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const puede = hasRole(useUser()?.roles ?? [], 'admin', 'facturacion');
  const estado = ESTADOS_MASIVA.find((each) => each === search.estado);
  const query = useInfiniteQuery({
    ...trpc.masivas.list.infiniteQueryOptions({ estado, limit: 24 }, porCursor),
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ items }) => items.some(({ ejecucion }) => enCurso(ejecucion))) ? 2000 : false,
  });
  return (
    <Page
      titulo="Corregir una tarifa para todos"
      ventana="Correcciones de todas las cuentas"
      migas={<Link to="/oficina/tarifas">Tarifas</Link>}
      bajada="Cuando toda una versión estaba mal: se calcula y se ve cada nota antes de hacerlas todas de una vez."
      acciones={
        puede && (
          <Link className="boton principal" to="/oficina/tarifas/correcciones/nueva">
            Nueva corrección
          </Link>
        )
      }
    >
      <search className="fila-campos filtros">
        <Filtro
          etiqueta="Estado"
          todos="Todas"
          valor={estado}
          opciones={ESTADOS_MASIVA}
          nombre={(each) => ESTADO_MASIVA[each][0]}
          elegir={(elegido) => void navigate({ search: { estado: elegido } })}
        />
      </search>
      <PorPaginas query={query} vacio={estado ? 'Ninguna está en ese estado.' : 'No se ha corregido ninguna tarifa.'}>
        {(masivas) => (
          <Tabla
            titulo="Correcciones de todas las cuentas, de la más reciente a la más antigua"
            tituloOculto
            filas={masivas}
            clave={({ id }) => id}
            columnas={[
              {
                titulo: 'Corrección',
                junta: true,
                celda: ({ id, deshace_id }) => (
                  <Link to="/oficina/tarifas/correcciones/$masiva_id" params={{ masiva_id: String(id) }}>
                    {deshace_id === null ? `Corrección ${id}` : `${id}: deshace la ${deshace_id}`}
                  </Link>
                ),
              },
              { titulo: 'Pedida', celda: ({ created_at }) => instanteCorto(created_at) },
              { titulo: 'Por qué', celda: ({ motivo }) => motivo },
              {
                titulo: 'Estado',
                celda: ({ estado }) => <Estado tono={ESTADO_MASIVA[estado][1]}>{ESTADO_MASIVA[estado][0]}</Estado>,
              },
              { titulo: 'Cuentas', numero: true, celda: ({ cuentas }) => entero(cuentas) },
              { titulo: 'Se devuelven', numero: true, celda: ({ credito }) => formatPesos(Math.abs(credito)) },
              { titulo: 'Se cobran', numero: true, celda: ({ debito }) => formatPesos(debito) },
            ]}
          />
        )}
      </PorPaginas>
    </Page>
  );
}
