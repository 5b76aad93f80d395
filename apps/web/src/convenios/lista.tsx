import { ESTADOS_CONVENIO } from '@cunservicios/domain/cartera/listas';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { PaginaCartera } from '../cartera/secciones.tsx';
import { mayuscula } from '../core/mayuscula.ts';
import { trpc } from '../core/trpc.ts';
import { Filtro } from '../ui/filtro.tsx';
import { PorPaginas, porCursor } from '../ui/por-paginas.tsx';
import { TablaConvenios } from './tabla.tsx';

const route = getRouteApi('/sala/oficina/cartera/convenios');

export function Convenios() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const estado = ESTADOS_CONVENIO.find((each) => each === search.estado);
  const query = useInfiniteQuery(
    trpc.convenios.list.infiniteQueryOptions(
      { estado, limit: 50 },
      { ...porCursor, placeholderData: keepPreviousData },
    ),
  );
  return (
    <PaginaCartera
      seccion="Convenios"
      bajada="Deudas que se pagan por cuotas, con las facturas de los meses siguientes. Mientras el convenio está vigente no se suspende."
    >
      <search className="filtros">
        <Filtro
          etiqueta="Estado"
          valor={estado}
          opciones={ESTADOS_CONVENIO}
          nombre={(each) => `${mayuscula(each)}s`}
          elegir={(elegido) => void navigate({ search: { estado: elegido } })}
        />
      </search>
      <PorPaginas
        query={query}
        vacio={
          estado
            ? 'Ningún convenio está en ese estado.'
            : 'Todavía no hay convenios. Se hacen desde la página de la cuenta, con «Hacer un convenio de pago».'
        }
      >
        {(convenios) => <TablaConvenios convenios={convenios} conCuenta />}
      </PorPaginas>
    </PaginaCartera>
  );
}
