import { formatPesos, sumar } from '@cunservicios/domain/pesos';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { nombrePeriodo } from '../core/fechas.ts';
import { mayuscula } from '../core/mayuscula.ts';
import { entero } from '../core/numeros.ts';
import { trpc } from '../core/trpc.ts';
import { Filtro } from '../ui/filtro.tsx';
import { Cargado, Vacio } from '../ui/states.tsx';
import { Tabla } from '../ui/table.tsx';

const route = getRouteApi('/sala/oficina/terceros');

/** What the bills of a period asked for in the name of each third party: what is to be handed over. */
export function Facturado() {
  const { periodo } = route.useSearch();
  const periodos = useQuery(trpc.periodos.list.queryOptions({ limit: 100 }));
  const emitidos = periodos.data?.items.filter(({ estado }) => estado === 'emitido' || estado === 'cerrado') ?? [];
  const clave = ({ ciclo, codigo }: { ciclo: string; codigo: string }) => `${ciclo}/${codigo}`;
  const elegido = emitidos.find((each) => clave(each) === periodo) ?? emitidos[0];
  const navigate = route.useNavigate();
  return (
    <section className="pila" aria-labelledby="facturado">
      <h2 id="facturado">Lo facturado a nombre de terceros</h2>
      <Cargado query={periodos}>
        {() =>
          elegido ? (
            <>
              <search className="filtros">
                <Filtro
                  etiqueta="Periodo"
                  todos={`El último: ${nombrePeriodo(emitidos[0]?.codigo ?? '')}, ciclo ${emitidos[0]?.ciclo ?? ''}`}
                  valor={periodo}
                  opciones={emitidos.slice(1).map(clave)}
                  nombre={(each) => {
                    const [ciclo = '', codigo = ''] = each.split('/');
                    return `${mayuscula(nombrePeriodo(codigo))}, ciclo ${ciclo}`;
                  }}
                  elegir={(each) => void navigate({ search: { periodo: each }, resetScroll: false })}
                />
              </search>
              <DelPeriodo ciclo={elegido.ciclo} codigo={elegido.codigo} />
            </>
          ) : (
            <Vacio>Todavía no se ha emitido ningún periodo.</Vacio>
          )
        }
      </Cargado>
    </section>
  );
}

function DelPeriodo({ ciclo, codigo }: { ciclo: string; codigo: string }) {
  const query = useQuery(trpc.terceros.facturado.queryOptions({ ciclo, codigo }));
  return (
    <Cargado query={query}>
      {(filas) =>
        filas.length === 0 ? (
          <Vacio>En ese periodo no se facturó nada a nombre de terceros.</Vacio>
        ) : (
          <Tabla
            titulo={`Facturado en ${nombrePeriodo(codigo)}, ciclo ${ciclo}`}
            filas={filas}
            clave={({ tercero }) => tercero}
            columnas={[
              { titulo: 'Tercero', celda: ({ nombre }) => nombre },
              { titulo: 'Facturas', numero: true, celda: ({ facturas }) => entero(facturas) },
              { titulo: 'Valor', numero: true, celda: ({ valor }) => formatPesos(valor) },
            ]}
            pie={
              <tfoot role="rowgroup">
                <tr role="row">
                  <th scope="row" role="rowheader" colSpan={2}>
                    Total
                  </th>
                  <td role="cell" className="numero">
                    {formatPesos(sumar(filas.map(({ valor }) => valor)))}
                  </td>
                </tr>
              </tfoot>
            }
          />
        )
      }
    </Cargado>
  );
}
