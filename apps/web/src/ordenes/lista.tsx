import { ESTADOS_ORDEN, TIPOS_ORDEN } from '@cunservicios/domain/cartera/listas';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { PaginaCartera } from '../cartera/secciones.tsx';
import { formText } from '../core/form-text.ts';
import { trpc } from '../core/trpc.ts';
import { Texto } from '../ui/field.tsx';
import { Filtro } from '../ui/filtro.tsx';
import { PorPaginas, porCursor } from '../ui/por-paginas.tsx';
import { ESTADO_ORDEN, ORDEN } from './nombres.ts';
import { TablaOrdenes } from './tabla.tsx';

const route = getRouteApi('/sala/oficina/cartera/ordenes');
const OTROS = [...ESTADOS_ORDEN.filter((each) => each !== 'pendiente'), 'todas'] as const;

/** What is to be done in the field. */
export function Ordenes() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const estado =
    search.estado === 'todas' ? undefined : (ESTADOS_ORDEN.find((each) => each === search.estado) ?? 'pendiente');
  const tipo = TIPOS_ORDEN.find((each) => each === search.tipo);
  const query = useInfiniteQuery(
    trpc.ordenes.list.infiniteQueryOptions(
      { estado, tipo, numero_cuenta: search.cuenta, limit: 50 },
      { ...porCursor, placeholderData: keepPreviousData },
    ),
  );
  const filtrar = (change: typeof search) => void navigate({ search: { ...search, ...change } });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    filtrar({ cuenta: formText(event.currentTarget, 'cuenta') });
  };
  const filtrada = Boolean(search.estado || search.tipo || search.cuenta);
  return (
    <PaginaCartera
      seccion="Órdenes"
      bajada="Trabajos en los predios. Un servicio que se paga tiene 24 horas para volver: el reloj lo muestra aquí."
    >
      <search>
        <form className="con-boton" key={search.cuenta} onSubmit={submit}>
          <Filtro
            etiqueta="Estado"
            todos="Pendientes"
            valor={search.estado}
            opciones={OTROS}
            nombre={(each) => (each === 'todas' ? 'Todas' : `${ESTADO_ORDEN[each]}s`)}
            elegir={(elegido) => filtrar({ estado: elegido })}
          />
          <Filtro
            etiqueta="Trabajo"
            valor={tipo}
            opciones={TIPOS_ORDEN}
            nombre={(each) => ORDEN[each].nombre}
            elegir={(elegido) => filtrar({ tipo: elegido })}
          />
          <Texto etiqueta="Cuenta" name="cuenta" defaultValue={search.cuenta} maxLength={50} autoComplete="off" />
          <button type="submit" className="boton otro">
            Filtrar
          </button>
        </form>
      </search>
      <PorPaginas
        query={query}
        vacio={
          filtrada ? (
            <>
              <p>Ninguna orden coincide con estos filtros.</p>
              <Link to="/oficina/cartera/ordenes">Ver las pendientes</Link>
            </>
          ) : (
            <p>
              No hay órdenes pendientes. Las suspensiones se ordenan en «Por suspender»; los demás trabajos, en la
              página de cada cuenta.
            </p>
          )
        }
      >
        {(ordenes) => <TablaOrdenes ordenes={ordenes} conCuenta />}
      </PorPaginas>
    </PaginaCartera>
  );
}
