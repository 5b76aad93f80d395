import { ESTADOS_ARCHIVO_RECAUDO } from '@cunservicios/domain/recaudo/listas';
import { formatPesos } from '@cunservicios/domain/pesos';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { fechaCorta, instanteCorto } from '../core/fechas.ts';
import { entero } from '../core/numeros.ts';
import { hasRole } from '../core/roles.ts';
import { useUser } from '../core/session.ts';
import { trpc } from '../core/trpc.ts';
import type { Outputs } from '../core/trpc.ts';
import { enCurso } from '../ejecuciones/avance.tsx';
import { Filtro } from '../ui/filtro.tsx';
import { Page } from '../ui/page.tsx';
import { PorPaginas, porCursor } from '../ui/por-paginas.tsx';
import { Estado } from '../ui/states.tsx';
import { Tabla } from '../ui/table.tsx';
import { Prohibida } from '../ui/whole-page.tsx';
import { ESTADO_ARCHIVO } from './nombres.ts';
import { SubirRecaudo } from './subir.tsx';

const route = getRouteApi('/sala/oficina/archivos-recaudo');
type ArchivoRecaudo = Outputs['archivosRecaudo']['list']['items'][number];

/** Every file that a bank sent, also those that were refused. */
export function ArchivosRecaudo() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const roles = useUser()?.roles ?? [];
  const ve = hasRole(roles, 'admin', 'recaudo', 'consulta');
  const estado = ESTADOS_ARCHIVO_RECAUDO.find((each) => each === search.estado);
  const query = useInfiniteQuery({
    ...trpc.archivosRecaudo.list.infiniteQueryOptions({ estado, limit: 24 }, { ...porCursor, enabled: ve }),
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ items }) => items.some(({ ejecucion }) => enCurso(ejecucion))) ? 2000 : false,
  });
  if (!ve) return <Prohibida quien="quienes registran o revisan pagos" />;
  return (
    <Page
      titulo="Archivos de recaudo"
      bajada="Lo que los bancos recibieron por la empresa. Un archivo se lee, se ve y después se aplica."
      acciones={hasRole(roles, 'admin', 'recaudo') && <SubirRecaudo />}
    >
      <search className="con-boton filtros">
        <Filtro
          etiqueta="Estado"
          valor={estado}
          opciones={ESTADOS_ARCHIVO_RECAUDO}
          nombre={(each) => ESTADO_ARCHIVO[each][0]}
          elegir={(elegido) => void navigate({ search: { estado: elegido } })}
        />
        <Link className="boton otro" to="/oficina/recaudos">
          Filas por resolver
        </Link>
        <Link className="boton llano" to="/oficina/perfiles-banco">
          Perfiles de los bancos
        </Link>
      </search>
      <PorPaginas
        query={query}
        vacio={estado ? 'Ningún archivo está en ese estado.' : 'Todavía no se ha cargado ningún archivo.'}
      >
        {(archivos) => (
          <Tabla
            titulo="Archivos de recaudo, del más reciente al más antiguo"
            tituloOculto
            filas={archivos}
            clave={({ id }) => id}
            columnas={[
              { titulo: 'Archivo', celda: (archivo) => <Nombre archivo={archivo} /> },
              {
                titulo: 'Recaudado',
                junta: true,
                celda: ({ fecha }) => (fecha === null ? '—' : fechaCorta(fecha)),
              },
              { titulo: 'Banco', junta: true, celda: ({ banco }) => banco ?? '—' },
              { titulo: 'Estado', celda: (archivo) => <EstadoConAvance archivo={archivo} /> },
              {
                titulo: 'Filas',
                numero: true,
                celda: ({ registros }) => (registros === null ? '—' : entero(registros)),
              },
              { titulo: 'Por resolver', numero: true, celda: ({ por_resolver }) => entero(por_resolver) },
              { titulo: 'Total', numero: true, celda: ({ total }) => (total === null ? '—' : formatPesos(total)) },
            ]}
          />
        )}
      </PorPaginas>
    </Page>
  );
}

const Nombre = ({ archivo: { id, nombre, created_at } }: { archivo: ArchivoRecaudo }) => (
  <>
    <Link to="/oficina/archivos-recaudo/$archivo_recaudo_id" params={{ archivo_recaudo_id: String(id) }}>
      {nombre || `Archivo ${id}`}
    </Link>
    <br />
    <span className="suave chico">Cargado el {instanteCorto(created_at)}</span>
  </>
);

function EstadoConAvance({ archivo: { estado, ejecucion } }: { archivo: ArchivoRecaudo }) {
  const [palabras, tono] = ESTADO_ARCHIVO[estado];
  const avance =
    ejecucion && enCurso(ejecucion) && ejecucion.total !== null
      ? `: ${entero(ejecucion.hechas)} de ${entero(ejecucion.total)}`
      : '';
  return (
    <Estado tono={tono}>
      {palabras}
      {avance}
    </Estado>
  );
}
