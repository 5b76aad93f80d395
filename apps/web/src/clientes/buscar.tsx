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
import { Texto } from '../ui/field.tsx';
import { Filtro } from '../ui/filtro.tsx';
import { Page } from '../ui/page.tsx';
import { PorPaginas, porCursor } from '../ui/por-paginas.tsx';
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
      { ...porCursor, placeholderData: keepPreviousData },
    ),
  );
  const filtrar = (change: typeof search) => void navigate({ search: { ...search, ...change } });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const q = formText(event.currentTarget, 'q');
    filtrar({ q });
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
          <Filtro etiqueta="Uso" valor={uso} opciones={USOS} elegir={(uso) => filtrar({ uso })} />
          <Filtro
            etiqueta="Estado"
            valor={estado}
            opciones={ESTADOS_CLIENTE}
            elegir={(estado) => filtrar({ estado })}
          />
        </div>
      </search>
      <PorPaginas
        query={query}
        que="Buscando…"
        vacio={
          <>
            <p>
              {search.q
                ? `Ningún cliente coincide con «${search.q}». Pruebe con menos palabras o con otro dato.`
                : 'No hay clientes con estos filtros.'}
            </p>
            {!search.q && <Link to="/oficina/importar">Importar clientes desde un archivo</Link>}
          </>
        }
      >
        {(clientes, total) => (
          <>
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
          </>
        )}
      </PorPaginas>
    </Page>
  );
}
