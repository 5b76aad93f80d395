import { esFecha } from '@cunservicios/domain/calendario/fechas';
import { formatPesos } from '@cunservicios/domain/pesos';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { fechaCorta } from '../core/fechas.ts';
import { formText } from '../core/form-text.ts';
import { hasRole } from '../core/roles.ts';
import { useUser } from '../core/session.ts';
import { trpc } from '../core/trpc.ts';
import type { Outputs } from '../core/trpc.ts';
import { Texto } from '../ui/field.tsx';
import { Page } from '../ui/page.tsx';
import { PorPaginas, porCursor } from '../ui/por-paginas.tsx';
import { Tabla } from '../ui/table.tsx';
import { Prohibida } from '../ui/whole-page.tsx';

const route = getRouteApi('/sala/oficina/pagos');
const fecha = (value: string | undefined) => (value && esFecha(value) ? value : undefined);

export function Pagos() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const puede = hasRole(useUser()?.roles ?? [], 'admin', 'recaudo', 'consulta');
  const [desde, hasta] = [fecha(search.desde), fecha(search.hasta)];
  const query = useInfiniteQuery(
    trpc.pagos.list.infiniteQueryOptions(
      { desde, hasta, limit: 50 },
      { ...porCursor, enabled: puede, placeholderData: keepPreviousData },
    ),
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    void navigate({ search: { desde: formText(form, 'desde'), hasta: formText(form, 'hasta') } });
  };
  if (!puede) return <Prohibida quien="quienes registran o revisan pagos" />;
  return (
    <Page titulo="Pagos" bajada="El último registrado primero, con las facturas a las que fue cada peso.">
      <search>
        <form className="con-boton filtros" key={`${desde} ${hasta}`} onSubmit={submit}>
          <Texto etiqueta="Desde" type="date" name="desde" defaultValue={desde} />
          <Texto etiqueta="Hasta" type="date" name="hasta" defaultValue={hasta} />
          <button type="submit" className="boton otro">
            Filtrar
          </button>
          {(desde || hasta) && (
            <Link className="boton llano" to="/oficina/pagos">
              Quitar las fechas
            </Link>
          )}
        </form>
      </search>
      <PorPaginas
        query={query}
        vacio={
          desde || hasta
            ? 'No hay pagos en esas fechas.'
            : 'Todavía no hay pagos. Se registran en la página de cada factura.'
        }
      >
        {(pagos) => (
          <Tabla
            titulo="Pagos, el último registrado primero"
            tituloOculto
            filas={pagos}
            clave={({ id }) => id}
            columnas={[
              { titulo: 'Fecha', junta: true, celda: ({ fecha_pago }) => fechaCorta(fecha_pago) },
              {
                titulo: 'Cuenta',
                junta: true,
                celda: ({ numero_cuenta }) => (
                  <Link to="/oficina/clientes/$numero_cuenta" params={{ numero_cuenta }}>
                    {numero_cuenta}
                  </Link>
                ),
              },
              { titulo: 'Medio', celda: ({ medio }) => medio },
              { titulo: 'Referencia', celda: ({ referencia }) => referencia ?? '—' },
              { titulo: 'Valor', numero: true, celda: ({ valor }) => formatPesos(valor) },
              { titulo: 'A dónde fue', celda: (pago) => <Destino pago={pago} /> },
            ]}
          />
        )}
      </PorPaginas>
    </Page>
  );
}

/** Where every peso went; what no bill took is kept for the account. */
function Destino({ pago: { valor, facturas } }: { pago: Outputs['pagos']['list']['items'][number] }) {
  const aFavor = valor - facturas.reduce((sum, factura) => sum + factura.valor, 0);
  return (
    <ul className="lista-llana">
      {facturas.map(({ numero_factura, valor: parte }) => (
        <li key={numero_factura}>
          <Link to="/oficina/facturas/$numero_factura" params={{ numero_factura }}>
            {numero_factura}
          </Link>
          {parte !== valor && `: ${formatPesos(parte)}`}
        </li>
      ))}
      {aFavor > 0 && <li>A favor de la cuenta: {formatPesos(aFavor)}</li>}
    </ul>
  );
}
