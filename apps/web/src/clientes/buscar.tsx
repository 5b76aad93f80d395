import { ESTADOS_CLIENTE } from '@cunservicios/api/clientes/clientes.schema';
import { formatPesos } from '@cunservicios/domain/pesos';
import { USOS } from '@cunservicios/domain/tarifa/listas';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { formText } from '../core/form-text.ts';
import { contar } from '../core/numeros.ts';
import { hasRole } from '../core/roles.ts';
import { useUser } from '../core/session.ts';
import { trpc } from '../core/trpc.ts';
import { Lista, Texto } from '../ui/field.tsx';
import { Mas } from '../ui/more.tsx';
import { Page } from '../ui/page.tsx';
import { CargadoPorPaginas, Vacio } from '../ui/states.tsx';
import { Tabla } from '../ui/table.tsx';
import { EstadoCliente } from './estado.tsx';
import { claseDe } from './clase.ts';

const route = getRouteApi('/sala/oficina/clientes');

export function BuscarClientes() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const roles = useUser()?.roles ?? [];
  const uso = USOS.find((each) => each === search.uso);
  const estado = ESTADOS_CLIENTE.find((each) => each === search.estado);
  const query = useInfiniteQuery(
    trpc.clientes.list.infiniteQueryOptions(
      { q: search.q, uso, estado, ciclo: search.ciclo, limit: 50, count: true },
      { getNextPageParam: ({ nextCursor }) => nextCursor, placeholderData: keepPreviousData },
    ),
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const q = formText(event.currentTarget, 'q');
    void navigate({ search: { ...search, q: q || undefined } });
  };

  return (
    <Page
      titulo="Clientes"
      acciones={
        hasRole(roles, 'admin', 'atencion') && (
          <Link className="boton otro" to="/oficina/clientes-nuevo">
            Crear un cliente
          </Link>
        )
      }
    >
      <search>
        <form className="con-boton" onSubmit={submit}>
          <Texto
            key={search.q}
            etiqueta="Cuenta, nombre, documento, dirección o medidor"
            name="q"
            type="search"
            defaultValue={search.q}
            maxLength={100}
            autoComplete="off"
          />
          <button type="submit" className="boton principal">
            Buscar
          </button>
        </form>
        <div className="fila-campos filtros">
          <Lista
            etiqueta="Uso"
            value={uso ?? ''}
            onChange={({ target }) => void navigate({ search: { ...search, uso: target.value } })}
          >
            <option value="">Todos</option>
            {USOS.map((each) => (
              <option key={each}>{each}</option>
            ))}
          </Lista>
          <Lista
            etiqueta="Estado"
            value={estado ?? ''}
            onChange={({ target }) => void navigate({ search: { ...search, estado: target.value } })}
          >
            <option value="">Todos</option>
            {ESTADOS_CLIENTE.map((each) => (
              <option key={each}>{each}</option>
            ))}
          </Lista>
        </div>
      </search>
      <CargadoPorPaginas query={query} que="Buscando…">
        {(clientes, total) =>
          clientes.length === 0 ? (
            <Vacio>
              <p>
                {search.q
                  ? `Ningún cliente coincide con «${search.q}». Pruebe con menos palabras o con otro dato.`
                  : 'No hay clientes con estos filtros.'}
              </p>
              {!search.q && <Link to="/oficina/importar">Importar clientes desde un archivo</Link>}
            </Vacio>
          ) : (
            <div className="pila">
              <p role="status" className="suave">
                {contar(total ?? clientes.length, 'cliente', 'clientes')}
              </p>
              <Tabla
                titulo="Clientes"
                tituloOculto
                filas={clientes}
                clave={({ id }) => id}
                columnas={[
                  {
                    titulo: 'Cliente',
                    celda: ({ numero_cuenta, nombre }) => (
                      <Link to="/oficina/clientes/$numero_cuenta" params={{ numero_cuenta }}>
                        {nombre}
                      </Link>
                    ),
                  },
                  { titulo: 'Cuenta', junta: true, celda: ({ numero_cuenta }) => numero_cuenta },
                  { titulo: 'Dirección', celda: ({ direccion }) => direccion },
                  { titulo: 'Uso', celda: claseDe },
                  { titulo: 'Medidor', junta: true, celda: ({ medidor }) => medidor ?? '—' },
                  { titulo: 'Estado', celda: ({ estado }) => <EstadoCliente estado={estado} /> },
                  { titulo: 'Saldo', numero: true, celda: ({ saldo }) => formatPesos(saldo) },
                ]}
              />
              <Mas lista={query} mostradas={clientes.length} total={total} />
            </div>
          )
        }
      </CargadoPorPaginas>
    </Page>
  );
}
