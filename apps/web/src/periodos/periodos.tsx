import { ESTADOS_PERIODO } from '@cunservicios/api/periodos/periodos.schema';
import { formatPesos } from '@cunservicios/domain/pesos';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { fechaCorta, nombrePeriodo } from '../core/fechas.ts';
import { entero } from '../core/numeros.ts';
import { hasRole } from '../core/roles.ts';
import { useUser } from '../core/session.ts';
import { trpc } from '../core/trpc.ts';
import { Lista } from '../ui/field.tsx';
import { Mas } from '../ui/more.tsx';
import { Page } from '../ui/page.tsx';
import { CargadoPorPaginas, Vacio } from '../ui/states.tsx';
import { Tabla } from '../ui/table.tsx';
import { AbrirPeriodo } from './abrir.tsx';
import { CrearCiclo } from './crear-ciclo.tsx';
import { EstadoPeriodo } from './estado.tsx';

const route = getRouteApi('/sala/oficina/periodos');

export function Periodos() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const puede = hasRole(useUser()?.roles ?? [], 'admin', 'facturacion');
  const [abriendo, setAbriendo] = useState<'periodo' | 'ciclo'>();
  const ciclos = useQuery(trpc.ciclos.list.queryOptions({}));
  const estado = ESTADOS_PERIODO.find((each) => each === search.estado);
  const query = useInfiniteQuery(
    trpc.periodos.list.infiniteQueryOptions(
      { ciclo: search.ciclo, estado, limit: 24 },
      { getNextPageParam: ({ nextCursor }) => nextCursor },
    ),
  );
  const cerrar = () => setAbriendo(undefined);

  return (
    <Page
      titulo="Periodos de facturación"
      ventana="Periodos"
      acciones={
        puede && (
          <>
            <button type="button" className="boton principal" onClick={() => setAbriendo('periodo')}>
              Abrir un periodo
            </button>
            <button type="button" className="boton otro" onClick={() => setAbriendo('ciclo')}>
              Crear un ciclo
            </button>
          </>
        )
      }
    >
      <AbrirPeriodo abierto={abriendo === 'periodo'} cerrar={cerrar} ciclos={ciclos.data?.items ?? []} />
      <CrearCiclo abierto={abriendo === 'ciclo'} cerrar={cerrar} />
      <search className="fila-campos filtros">
        <Lista
          etiqueta="Ciclo"
          value={search.ciclo ?? ''}
          onChange={({ target }) => void navigate({ search: { ...search, ciclo: target.value } })}
        >
          <option value="">Todos</option>
          {ciclos.data?.items.map(({ codigo, nombre }) => (
            <option key={codigo} value={codigo}>
              {codigo}: {nombre}
            </option>
          ))}
        </Lista>
        <Lista
          etiqueta="Estado"
          value={estado ?? ''}
          onChange={({ target }) => void navigate({ search: { ...search, estado: target.value } })}
        >
          <option value="">Todos</option>
          {ESTADOS_PERIODO.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </Lista>
      </search>
      <CargadoPorPaginas query={query}>
        {(periodos) =>
          periodos.length === 0 ? (
            <Vacio>
              {ciclos.data?.items.length === 0
                ? 'Todavía no hay ciclos. Cree uno, o importe clientes que lo nombren.'
                : 'No hay periodos. Abra uno para leer, liquidar y emitir.'}
            </Vacio>
          ) : (
            <div className="pila">
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
              <Mas lista={query} mostradas={periodos.length} />
            </div>
          )
        }
      </CargadoPorPaginas>
    </Page>
  );
}
