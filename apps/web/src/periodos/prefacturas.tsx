import { ADVERTENCIAS, METODOS } from '@cunservicios/domain/consumo/listas';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { formText } from '../core/form-text.ts';
import { trpc } from '../core/trpc.ts';
import { METODO } from '../facturas/metodos.ts';
import { Lista, Texto } from '../ui/field.tsx';
import { Mas } from '../ui/more.tsx';
import { CargadoPorPaginas, Vacio } from '../ui/states.tsx';
import { ADVERTENCIA } from './advertencias.ts';
import { TablaPrefacturas } from './tabla-prefacturas.tsx';

const route = getRouteApi('/sala/oficina/periodos/$ciclo/$codigo');
const ESTADOS = ['lista', 'apartada'] as const;

export function Prefacturas({ ciclo, codigo }: { ciclo: string; codigo: string }) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const estado = ESTADOS.find((each) => each === search.estado);
  const advertencia = ADVERTENCIAS.find((each) => each === search.advertencia);
  const metodo = METODOS.find((each) => each === search.metodo);
  const query = useInfiniteQuery(
    trpc.periodos.prefacturas.infiniteQueryOptions(
      { ciclo, codigo, estado, advertencia, metodo, q: search.q, limit: 50, count: true },
      { getNextPageParam: ({ nextCursor }) => nextCursor, placeholderData: keepPreviousData },
    ),
  );
  const set = (change: Partial<typeof search>) =>
    void navigate({ search: { ...search, ...change }, resetScroll: false });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    set({ q: formText(event.currentTarget, 'q') });
  };

  return (
    <section className="pila" aria-labelledby="cuentas">
      <h2 id="cuentas">Cuentas</h2>
      <search className="fila-campos">
        <Lista
          etiqueta="Advertencia"
          value={advertencia ?? ''}
          onChange={({ target }) => set({ advertencia: target.value })}
        >
          <option value="">Todas, con y sin advertencia</option>
          {ADVERTENCIAS.map((each) => (
            <option key={each} value={each}>
              {ADVERTENCIA[each]}
            </option>
          ))}
        </Lista>
        <Lista etiqueta="Método" value={metodo ?? ''} onChange={({ target }) => set({ metodo: target.value })}>
          <option value="">Todos</option>
          {METODOS.map((each) => (
            <option key={each} value={each}>
              {METODO[each].nombre}
            </option>
          ))}
        </Lista>
        <Lista etiqueta="Estado" value={estado ?? ''} onChange={({ target }) => set({ estado: target.value })}>
          <option value="">Todas</option>
          <option value="lista">Listas</option>
          <option value="apartada">Apartadas</option>
        </Lista>
        <form onSubmit={submit}>
          <Texto
            key={search.q}
            etiqueta="Número de cuenta"
            name="q"
            type="search"
            enterKeyHint="search"
            defaultValue={search.q}
            maxLength={50}
          />
          <button type="submit" className="oculto">
            Filtrar por número de cuenta
          </button>
        </form>
      </search>
      <CargadoPorPaginas query={query}>
        {(prefacturas, total) =>
          prefacturas.length === 0 ? (
            <Vacio>
              <p>Ninguna cuenta coincide con estos filtros.</p>
              <Link to="." search={{}} hash="cuentas">
                Quitar los filtros
              </Link>
            </Vacio>
          ) : (
            <>
              <TablaPrefacturas prefacturas={prefacturas} />
              <Mas lista={query} mostradas={prefacturas.length} total={total} />
            </>
          )
        }
      </CargadoPorPaginas>
    </section>
  );
}
