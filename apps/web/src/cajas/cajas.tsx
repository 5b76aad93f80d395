import { ESTADOS_CAJA } from '@cunservicios/domain/recaudo/caja';
import { esFecha } from '@cunservicios/domain/calendario/fechas';
import { formatPesos } from '@cunservicios/domain/pesos';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { instanteCorto } from '../core/fechas.ts';
import { conSigno } from '../core/numeros.ts';
import { hasRole } from '../core/roles.ts';
import { useUser } from '../core/session.ts';
import { trpc } from '../core/trpc.ts';
import { Texto } from '../ui/field.tsx';
import { Filtro } from '../ui/filtro.tsx';
import { Page } from '../ui/page.tsx';
import { PorPaginas, porCursor } from '../ui/por-paginas.tsx';
import { Estado } from '../ui/states.tsx';
import { Tabla } from '../ui/table.tsx';
import { Prohibida } from '../ui/whole-page.tsx';
import { ESTADO_CAJA, TONO_CAJA } from './nombres.ts';

const route = getRouteApi('/sala/oficina/cajas');
const fecha = (value: string | undefined) => (value && esFecha(value) ? value : undefined);

/** Every session of the cash desks. */
export function Cajas() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const roles = useUser()?.roles ?? [];
  const puede = hasRole(roles, 'admin', 'recaudo', 'consulta');
  const estado = ESTADOS_CAJA.find((each) => each === search.estado);
  const [desde, hasta] = [fecha(search.desde), fecha(search.hasta)];
  const query = useInfiniteQuery(
    trpc.cajas.list.infiniteQueryOptions({ estado, desde, hasta, limit: 24 }, { ...porCursor, enabled: puede }),
  );
  if (!puede) return <Prohibida quien="quienes reciben o revisan pagos" />;
  const poner = (cambio: Partial<typeof search>) =>
    void navigate({ search: { ...search, ...cambio }, replace: true, resetScroll: false });
  return (
    <Page
      titulo="Cajas"
      bajada="Un turno por cajero: lo que recibió, lo que contó y si cuadró."
      acciones={
        hasRole(roles, 'admin', 'recaudo') && (
          <Link className="boton principal" to="/oficina/caja">
            Mi caja
          </Link>
        )
      }
    >
      <search className="fila-campos filtros">
        <Filtro
          etiqueta="Estado"
          todos="Todas"
          valor={estado}
          opciones={ESTADOS_CAJA}
          nombre={(each) => ESTADO_CAJA[each]}
          elegir={(elegido) => poner({ estado: elegido })}
        />
        <Texto
          etiqueta="Abierta desde"
          type="date"
          value={desde ?? ''}
          onChange={({ target }) => poner({ desde: target.value })}
        />
        <Texto
          etiqueta="Abierta hasta"
          type="date"
          value={hasta ?? ''}
          onChange={({ target }) => poner({ hasta: target.value })}
        />
      </search>
      <PorPaginas
        query={query}
        vacio={estado === 'por_aprobar' ? 'Ninguna caja espera a otra persona.' : 'No hay cajas.'}
      >
        {(cajas) => (
          <Tabla
            titulo="Cajas, de la más reciente a la más antigua"
            tituloOculto
            filas={cajas}
            clave={({ id }) => id}
            columnas={[
              {
                titulo: 'Caja',
                junta: true,
                celda: ({ id, numero }) => (
                  <Link to="/oficina/cajas/$caja_id" params={{ caja_id: String(id) }}>
                    {numero}
                  </Link>
                ),
              },
              { titulo: 'Cajero', celda: ({ cajero }) => cajero.nombre },
              { titulo: 'Abierta', celda: ({ abierta_en }) => instanteCorto(abierta_en) },
              {
                titulo: 'Estado',
                celda: ({ estado }) => <Estado tono={TONO_CAJA[estado]}>{ESTADO_CAJA[estado]}</Estado>,
              },
              { titulo: 'Pagos', numero: true, celda: ({ pagos }) => pagos },
              { titulo: 'Recibido', numero: true, celda: ({ recaudado }) => formatPesos(recaudado) },
              {
                titulo: 'Diferencia',
                numero: true,
                celda: ({ diferencia, descuadre }) => escribir(diferencia, descuadre),
              },
            ]}
          />
        )}
      </PorPaginas>
    </Page>
  );
}

/** Means that make up for each other are a difference too. */
const escribir = (diferencia: number | null, descuadre: number | null) =>
  diferencia === null ? '—' : descuadre === 0 ? 'Cuadra' : diferencia === 0 ? 'Entre medios' : conSigno(diferencia);
