import { ESTADOS_PERIODO } from '@cunservicios/api/periodos/periodos.schema';
import { formatPesos } from '@cunservicios/domain/pesos';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { fechaCorta, nombrePeriodo } from '../core/fechas.ts';
import { entero } from '../core/numeros.ts';
import { hasRole } from '../core/roles.ts';
import { useUser } from '../core/session.ts';
import { trpc } from '../core/trpc.ts';
import { Filtro } from '../ui/filtro.tsx';
import { Page } from '../ui/page.tsx';
import { PorPaginas, porCursor } from '../ui/por-paginas.tsx';
import { Tabla } from '../ui/table.tsx';
import { AbrirPeriodo } from './abrir.tsx';
import { CrearCiclo } from './crear-ciclo.tsx';
import { EstadoPeriodo } from './estado.tsx';

const route = getRouteApi('/sala/oficina/periodos');

export function Periodos() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const puede = hasRole(useUser()?.roles ?? [], 'admin', 'facturacion');
  const ciclos = useQuery(trpc.ciclos.list.queryOptions({}));
  const estado = ESTADOS_PERIODO.find((each) => each === search.estado);
  const query = useInfiniteQuery(
    trpc.periodos.list.infiniteQueryOptions({ ciclo: search.ciclo, estado, limit: 24 }, porCursor),
  );
  const filtrar = (change: typeof search) => void navigate({ search: { ...search, ...change } });

  return (
    <Page
      titulo="Periodos de facturación"
      ventana="Periodos"
      acciones={
        puede && (
          <>
            <AbrirPeriodo ciclos={ciclos.data?.items ?? []} />
            <CrearCiclo />
          </>
        )
      }
    >
      <search className="fila-campos filtros">
        <Filtro
          etiqueta="Ciclo"
          valor={search.ciclo}
          opciones={ciclos.data?.items.map(({ codigo }) => codigo) ?? []}
          nombre={(codigo) => `${codigo}: ${ciclos.data?.items.find((ciclo) => ciclo.codigo === codigo)?.nombre}`}
          elegir={(ciclo) => filtrar({ ciclo })}
        />
        <Filtro etiqueta="Estado" valor={estado} opciones={ESTADOS_PERIODO} elegir={(estado) => filtrar({ estado })} />
      </search>
      <PorPaginas
        query={query}
        vacio={
          ciclos.data?.items.length === 0
            ? 'Todavía no hay ciclos. Cree uno, o importe clientes que lo nombren.'
            : 'No hay periodos. Abra uno para leer, liquidar y emitir.'
        }
      >
        {(periodos) => (
          <Tabla
            titulo="Periodos, del más reciente al más antiguo"
            tituloOculto
            filas={periodos}
            clave={({ id }) => id}
            columnas={[
              {
                titulo: 'Periodo',
                celda: ({ ciclo, codigo }) => (
                  <Link to="/oficina/periodos/$ciclo/$codigo" params={{ ciclo, codigo }}>
                    {nombrePeriodo(codigo)}
                  </Link>
                ),
              },
              { titulo: 'Ciclo', celda: ({ ciclo }) => ciclo },
              { titulo: 'Estado', celda: ({ estado }) => <EstadoPeriodo estado={estado} /> },
              { titulo: 'Emisión', junta: true, celda: ({ fecha_emision }) => fechaCorta(fecha_emision) },
              { titulo: 'Vence', junta: true, celda: ({ fecha_vencimiento }) => fechaCorta(fecha_vencimiento) },
              { titulo: 'Cuentas', numero: true, celda: ({ cuentas }) => entero(cuentas) },
              { titulo: 'Consumo', numero: true, celda: ({ consumo_m3 }) => `${entero(consumo_m3)} m³` },
              { titulo: 'Valor', numero: true, celda: ({ valor_total }) => formatPesos(valor_total) },
            ]}
          />
        )}
      </PorPaginas>
    </Page>
  );
}
