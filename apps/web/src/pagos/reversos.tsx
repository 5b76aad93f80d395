import { ESTADOS_REVERSO } from '@cunservicios/domain/recaudo/listas';
import { formatPesos } from '@cunservicios/domain/pesos';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { fechaCorta, instanteCorto } from '../core/fechas.ts';
import { hasRole } from '../core/roles.ts';
import { useUser } from '../core/session.ts';
import { trpc } from '../core/trpc.ts';
import type { Outputs } from '../core/trpc.ts';
import { Filtro } from '../ui/filtro.tsx';
import { Page } from '../ui/page.tsx';
import { PorPaginas, porCursor } from '../ui/por-paginas.tsx';
import { Estado } from '../ui/states.tsx';
import { Tabla } from '../ui/table.tsx';
import { Prohibida } from '../ui/whole-page.tsx';
import { ESTADO_REVERSO, NOMBRE_CAUSA } from './nombres.ts';
import { ResolverReverso } from './resolver-reverso.tsx';

const route = getRouteApi('/sala/oficina/pagos/reversos');
export const TONO_REVERSO = { pendiente: 'alerta', aplicado: undefined, rechazado: undefined } as const;

/** Payments undone, and those that wait for a second person. */
export function Reversos() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const puede = hasRole(useUser()?.roles ?? [], 'admin', 'recaudo', 'consulta');
  const estado = ESTADOS_REVERSO.find((each) => each === search.estado);
  const query = useInfiniteQuery(
    trpc.reversos.list.infiniteQueryOptions({ estado, limit: 24 }, { ...porCursor, enabled: puede }),
  );
  if (!puede) return <Prohibida quien="quienes registran o revisan pagos" />;
  return (
    <Page
      titulo="Pagos deshechos"
      migas={<Link to="/oficina/pagos">Pagos</Link>}
      bajada="Un pago se deshace en su página. Los de más valor esperan a otra persona."
    >
      <search className="fila-campos filtros">
        <Filtro
          etiqueta="Estado"
          valor={estado}
          opciones={ESTADOS_REVERSO}
          nombre={(each) => ESTADO_REVERSO[each]}
          elegir={(elegido) => void navigate({ search: { estado: elegido } })}
        />
      </search>
      <PorPaginas
        query={query}
        vacio={estado === 'pendiente' ? 'Ningún pago espera a que se deshaga.' : 'No hay pagos deshechos.'}
      >
        {(reversos) => (
          <Tabla
            titulo="Pagos deshechos, del más reciente al más antiguo"
            tituloOculto
            filas={reversos}
            clave={({ id }) => id}
            columnas={[
              {
                titulo: 'Recibo',
                junta: true,
                celda: ({ pago_id, recibo }) => (
                  <Link to="/oficina/pagos/$pago_id" params={{ pago_id: String(pago_id) }}>
                    {recibo}
                  </Link>
                ),
              },
              { titulo: 'Cuenta', junta: true, celda: ({ numero_cuenta }) => numero_cuenta },
              {
                titulo: 'Fecha',
                celda: ({ fecha, created_at }) => (fecha ? fechaCorta(fecha) : instanteCorto(created_at)),
              },
              { titulo: 'Por qué', celda: ({ causa, motivo }) => `${NOMBRE_CAUSA[causa]}: ${motivo}` },
              { titulo: 'Estado', celda: (reverso) => <Resolucion reverso={reverso} /> },
              { titulo: 'Valor', numero: true, celda: ({ valor }) => formatPesos(valor) },
            ]}
          />
        )}
      </PorPaginas>
    </Page>
  );
}

function Resolucion({ reverso }: { reverso: Outputs['reversos']['list']['items'][number] }) {
  const user = useUser();
  const { estado, numero, observacion, user_id } = reverso;
  const puede = estado === 'pendiente' && hasRole(user?.roles ?? [], 'admin', 'recaudo');
  return (
    <div className="pila">
      <div>
        <Estado tono={TONO_REVERSO[estado]}>{ESTADO_REVERSO[estado]}</Estado> {numero}
      </div>
      {observacion && <p className="chico suave">{observacion}</p>}
      {puede &&
        (user?.id === user_id ? (
          <p className="chico">Usted lo pidió: decide otra persona.</p>
        ) : (
          <ResolverReverso reverso={reverso} />
        ))}
    </div>
  );
}
