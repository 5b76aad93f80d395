import { esFecha } from '@cunservicios/domain/calendario/fechas';
import { MEDIOS_PAGO, ORIGENES_PAGO } from '@cunservicios/domain/recaudo/listas';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { formText } from '../core/form-text.ts';
import { hasRole } from '../core/roles.ts';
import { useUser } from '../core/session.ts';
import { trpc } from '../core/trpc.ts';
import { BotonDescargar } from '../ui/boton-descargar.tsx';
import { Lista, Texto } from '../ui/field.tsx';
import { Page } from '../ui/page.tsx';
import { PorPaginas, porCursor } from '../ui/por-paginas.tsx';
import { Prohibida } from '../ui/whole-page.tsx';
import { NOMBRE_ORIGEN } from './nombres.ts';
import { TablaPagos } from './tabla-pagos.tsx';

const route = getRouteApi('/sala/oficina/pagos');
const CAMPOS = ['cuenta', 'recibo', 'referencia', 'medio', 'origen', 'desde', 'hasta'] as const;
type Busqueda = { [K in (typeof CAMPOS)[number]]?: string | undefined };

const fecha = (value: string | undefined) => (value && esFecha(value) ? value : undefined);

/** The address as the filter of the list. */
const filtroDe = ({ cuenta, recibo, referencia, medio, origen, desde, hasta }: Busqueda) => ({
  numero_cuenta: cuenta,
  recibo,
  referencia,
  medio: MEDIOS_PAGO.find((each) => each === medio),
  origen: ORIGENES_PAGO.find((each) => each === origen),
  desde: fecha(desde),
  hasta: fecha(hasta),
});

export function Pagos() {
  const search = route.useSearch();
  const roles = useUser()?.roles ?? [];
  const puede = hasRole(roles, 'admin', 'recaudo', 'consulta');
  const filtro = filtroDe(search);
  const query = useInfiniteQuery(
    trpc.pagos.list.infiniteQueryOptions(
      { ...filtro, limit: 50 },
      { ...porCursor, enabled: puede, placeholderData: keepPreviousData },
    ),
  );
  if (!puede) return <Prohibida quien="quienes registran o revisan pagos" />;
  const filtrado = Object.values(filtro).some((valor) => valor !== undefined);
  const escritos = Object.entries(filtro).filter((par): par is [string, string] => par[1] !== undefined);
  return (
    <Page
      titulo="Pagos"
      bajada="El último registrado primero, con las facturas a las que fue cada peso."
      acciones={
        <>
          {hasRole(roles, 'admin', 'recaudo') && (
            <Link className="boton principal" to="/oficina/pagos/registrar">
              Registrar un pago
            </Link>
          )}
          <Link className="boton otro" to="/oficina/pagos/reversos" search={{ estado: 'pendiente' }}>
            Por deshacer
          </Link>
          <Link className="boton otro" to="/oficina/cajas">
            Cajas
          </Link>
        </>
      }
    >
      <Filtros search={search} filtrado={filtrado} />
      <PorPaginas query={query} vacio={filtrado ? 'Ningún pago coincide con estos filtros.' : 'Todavía no hay pagos.'}>
        {(pagos) => (
          <>
            <div className="acciones">
              {(['csv', 'xlsx'] as const).map((formato) => (
                <BotonDescargar
                  key={formato}
                  path={`/pagos/exportar?${new URLSearchParams([...escritos, ['formato', formato]])}`}
                  nombre={`pagos.${formato}`}
                  texto={`Descargar ${filtrado ? 'los filtrados' : 'todos'} (${formato.toUpperCase()})`}
                />
              ))}
            </div>
            <TablaPagos pagos={pagos} />
          </>
        )}
      </PorPaginas>
    </Page>
  );
}

function Filtros({ search, filtrado }: { search: Busqueda; filtrado: boolean }) {
  const navigate = route.useNavigate();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    void navigate({ search: Object.fromEntries(CAMPOS.map((campo) => [campo, formText(form, campo) || undefined])) });
  };
  const texto = (campo: (typeof CAMPOS)[number], etiqueta: string) => (
    <Texto etiqueta={etiqueta} name={campo} defaultValue={search[campo]} maxLength={80} autoComplete="off" />
  );
  return (
    <search>
      <form className="pila" key={CAMPOS.map((campo) => search[campo]).join(' ')} onSubmit={submit}>
        <div className="fila-campos">
          {texto('cuenta', 'Cuenta')}
          {texto('recibo', 'Recibo')}
          {texto('referencia', 'Referencia')}
          <Lista etiqueta="Medio" name="medio" defaultValue={search.medio ?? ''}>
            <option value="">Todos</option>
            {MEDIOS_PAGO.map((medio) => (
              <option key={medio}>{medio}</option>
            ))}
          </Lista>
          <Lista etiqueta="Por dónde entró" name="origen" defaultValue={search.origen ?? ''}>
            <option value="">Todas partes</option>
            {ORIGENES_PAGO.map((origen) => (
              <option key={origen} value={origen}>
                {NOMBRE_ORIGEN[origen]}
              </option>
            ))}
          </Lista>
          <Texto etiqueta="Desde" type="date" name="desde" defaultValue={search.desde} />
          <Texto etiqueta="Hasta" type="date" name="hasta" defaultValue={search.hasta} />
        </div>
        <div className="acciones">
          <button type="submit" className="boton otro">
            Filtrar
          </button>
          {filtrado && (
            <Link className="boton llano" to="/oficina/pagos">
              Quitar los filtros
            </Link>
          )}
        </div>
      </form>
    </search>
  );
}
