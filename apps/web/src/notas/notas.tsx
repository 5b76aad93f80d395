import { ESTADOS_NOTA } from '@cunservicios/domain/cartera/listas';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { fechaCorta, instanteCorto } from '../core/fechas.ts';
import { conSigno } from '../core/numeros.ts';
import { trpc } from '../core/trpc.ts';
import { Filtro } from '../ui/filtro.tsx';
import { Page } from '../ui/page.tsx';
import { PorPaginas, porCursor } from '../ui/por-paginas.tsx';
import { Estado } from '../ui/states.tsx';
import { Tabla } from '../ui/table.tsx';
import { ESTADO_NOTA, NOMBRE_NOTA } from './nombres.ts';

const route = getRouteApi('/sala/oficina/notas');
const TONO = { pendiente: 'alerta', aprobada: 'bien', rechazada: undefined } as const;

/** Every note, those that wait for a second person one choice away. */
export function Notas() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const estado = ESTADOS_NOTA.find((each) => each === search.estado);
  const query = useInfiniteQuery(trpc.notas.list.infiniteQueryOptions({ estado, limit: 24 }, porCursor));
  return (
    <Page
      titulo="Notas crédito y débito"
      bajada="Lo que se devolvió o se cobró después de emitir. Una nota se hace y se aprueba en su factura."
    >
      <search className="fila-campos filtros">
        <Filtro
          etiqueta="Estado"
          todos="Todas"
          valor={estado}
          opciones={ESTADOS_NOTA}
          nombre={(each) => ESTADO_NOTA[each]}
          elegir={(elegido) => void navigate({ search: { estado: elegido } })}
        />
      </search>
      <PorPaginas
        query={query}
        vacio={estado === 'pendiente' ? 'Ninguna nota espera a otra persona.' : 'No hay notas.'}
      >
        {(notas) => (
          <Tabla
            titulo="Notas, de la más reciente a la más antigua"
            tituloOculto
            filas={notas}
            clave={({ id }) => id}
            columnas={[
              { titulo: 'Nota', junta: true, celda: ({ numero, tipo }) => numero ?? NOMBRE_NOTA[tipo] },
              {
                titulo: 'Factura',
                junta: true,
                celda: ({ numero_factura }) => (
                  <Link to="/oficina/facturas/$numero_factura" params={{ numero_factura }}>
                    {numero_factura}
                  </Link>
                ),
              },
              {
                titulo: 'Cuenta',
                junta: true,
                celda: ({ numero_cuenta }) => (
                  <Link to="/oficina/clientes/$numero_cuenta" params={{ numero_cuenta }}>
                    {numero_cuenta}
                  </Link>
                ),
              },
              {
                titulo: 'Fecha',
                celda: ({ fecha, created_at }) => (fecha ? fechaCorta(fecha) : instanteCorto(created_at)),
              },
              { titulo: 'Por qué', celda: ({ motivo }) => motivo },
              {
                titulo: 'Estado',
                celda: ({ estado }) => <Estado tono={TONO[estado]}>{ESTADO_NOTA[estado]}</Estado>,
              },
              { titulo: 'Valor', numero: true, celda: ({ valor }) => conSigno(valor) },
            ]}
          />
        )}
      </PorPaginas>
    </Page>
  );
}
