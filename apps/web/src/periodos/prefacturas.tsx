import { ADVERTENCIAS, METODOS } from '@cunservicios/domain/consumo/listas';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { formText } from '../core/form-text.ts';
import { trpc } from '../core/trpc.ts';
import { METODO } from '../facturas/metodos.ts';
import { Texto } from '../ui/field.tsx';
import { Filtro } from '../ui/filtro.tsx';
import { PorPaginas, porCursor } from '../ui/por-paginas.tsx';
import { ADVERTENCIA } from './advertencias.ts';
import { TablaPrefacturas } from './tabla-prefacturas.tsx';

const route = getRouteApi('/sala/oficina/periodos/$ciclo/$codigo');
const ESTADOS = ['lista', 'apartada'] as const;
const ORDENES = ['atipicas', 'cuenta'] as const;

export function Prefacturas({ ciclo, codigo }: { ciclo: string; codigo: string }) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const estado = ESTADOS.find((each) => each === search.estado);
  const advertencia = ADVERTENCIAS.find((each) => each === search.advertencia);
  const metodo = METODOS.find((each) => each === search.metodo);
  const orden = ORDENES.find((each) => each === search.orden) ?? 'atipicas';
  const query = useInfiniteQuery(
    trpc.periodos.prefacturas.infiniteQueryOptions(
      { ciclo, codigo, estado, advertencia, metodo, orden, q: search.q, limit: 25, count: true },
      { ...porCursor, placeholderData: keepPreviousData },
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
      <div>
        <h2 id="cuentas">Cuentas</h2>
        <p className="suave">Las que más cambian en pesos van primero: si algo salió mal, está arriba.</p>
      </div>
      <search className="fila-campos">
        <Filtro
          etiqueta="Advertencia"
          todos="Todas, con y sin advertencia"
          valor={advertencia}
          opciones={ADVERTENCIAS}
          nombre={(each) => ADVERTENCIA[each]}
          elegir={(advertencia) => set({ advertencia })}
        />
        <Filtro
          etiqueta="Método"
          valor={metodo}
          opciones={METODOS}
          nombre={(each) => METODO[each].nombre}
          elegir={(metodo) => set({ metodo })}
        />
        <Filtro
          etiqueta="Estado"
          todos="Todas"
          valor={estado}
          opciones={ESTADOS}
          nombre={(each) => (each === 'lista' ? 'Listas' : 'Apartadas')}
          elegir={(estado) => set({ estado })}
        />
        <Filtro
          etiqueta="Orden"
          todos="El mayor cambio primero"
          valor={orden === 'atipicas' ? '' : orden}
          opciones={['cuenta'] as const}
          nombre={() => 'Por cuenta'}
          elegir={(orden) => set({ orden })}
        />
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
      <PorPaginas
        query={query}
        vacio={
          <>
            <p>Ninguna cuenta coincide con estos filtros.</p>
            <Link to="." search={{}} hash="cuentas">
              Quitar los filtros
            </Link>
          </>
        }
      >
        {(prefacturas) => <TablaPrefacturas prefacturas={prefacturas} />}
      </PorPaginas>
    </section>
  );
}
