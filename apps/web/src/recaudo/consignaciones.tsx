import { formatPesos } from '@cunservicios/domain/pesos';
import { ORIGENES_PAGO } from '@cunservicios/domain/recaudo/listas';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { fechaCorta } from '../core/fechas.ts';
import { hasRole } from '../core/roles.ts';
import { useUser } from '../core/session.ts';
import { trpc } from '../core/trpc.ts';
import type { Outputs } from '../core/trpc.ts';
import { Filtro } from '../ui/filtro.tsx';
import { PorPaginas, porCursor } from '../ui/por-paginas.tsx';
import { Estado } from '../ui/states.tsx';
import { Tabla } from '../ui/table.tsx';
import { AnotarConsignacion } from './anotar-consignacion.tsx';
import { AnularConsignacion } from './anular-consignacion.tsx';
import { CargarConsignaciones } from './cargar-consignaciones.tsx';
import { NOMBRE_ORIGEN } from '../pagos/nombres.ts';
import { PaginaRecaudo, useVeRecaudo } from './secciones.tsx';

type Consignacion = Outputs['consignaciones']['list']['items'][number];
const route = getRouteApi('/sala/oficina/recaudo/consignaciones');

/** Deposits at the banks: written down, loaded from a file, undone. */
export function Consignaciones() {
  const { origen } = route.useSearch();
  const navigate = route.useNavigate();
  const ve = useVeRecaudo();
  const puede = hasRole(useUser()?.roles ?? [], 'admin', 'recaudo');
  const elegido = ORIGENES_PAGO.find((each) => each === origen);
  const query = useInfiniteQuery(
    trpc.consignaciones.list.infiniteQueryOptions(
      { origen: elegido, limit: 50 },
      { ...porCursor, enabled: ve, placeholderData: keepPreviousData },
    ),
  );
  return (
    <PaginaRecaudo
      seccion="Consignaciones"
      bajada="Lo que llegó a los bancos, como dicen sus extractos. Con esto se concilia lo registrado."
      acciones={
        puede && (
          <>
            <AnotarConsignacion />
            <CargarConsignaciones />
          </>
        )
      }
    >
      <search className="fila-campos filtros">
        <Filtro
          etiqueta="De dónde"
          todos="De todas partes"
          valor={elegido}
          opciones={ORIGENES_PAGO}
          nombre={(each) => NOMBRE_ORIGEN[each]}
          elegir={(valor) => void navigate({ search: { origen: valor } })}
        />
      </search>
      <PorPaginas
        query={query}
        vacio={
          elegido
            ? 'No hay consignaciones de ese origen.'
            : 'Todavía no hay consignaciones. Anote la primera con el extracto del banco a la mano.'
        }
      >
        {(consignaciones) => (
          <Tabla
            titulo="Consignaciones, la última anotada primero"
            tituloOculto
            filas={consignaciones}
            clave={({ id }) => id}
            columnas={[
              { titulo: 'En el banco', junta: true, celda: ({ fecha }) => fechaCorta(fecha) },
              { titulo: 'Del día', junta: true, celda: ({ dia }) => fechaCorta(dia) },
              { titulo: 'Banco', celda: ({ banco }) => banco },
              { titulo: 'De dónde', celda: (fila) => NOMBRE_ORIGEN[fila.origen] },
              { titulo: 'Referencia', celda: ({ referencia }) => referencia },
              { titulo: 'Valor', numero: true, celda: ({ valor }) => formatPesos(valor) },
              { titulo: 'Notas', celda: (fila) => <Notas fila={fila} puede={puede} /> },
            ]}
          />
        )}
      </PorPaginas>
    </PaginaRecaudo>
  );
}

const Notas = ({ fila, puede }: { fila: Consignacion; puede: boolean }) => (
  <>
    {fila.anulada ? (
      <Estado>Anulada</Estado>
    ) : fila.anula_id === null ? (
      puede && <AnularConsignacion consignacion={fila} />
    ) : (
      <Estado tono="alerta">Anula a otra</Estado>
    )}
    {fila.observaciones && <span className="suave chico bloque">{fila.observaciones}</span>}
    {!fila.anulada && fila.anula_id === null && !puede && !fila.observaciones && '—'}
  </>
);
