import { formatPesos } from '@cunservicios/domain/pesos';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { fechaCorta } from '../core/fechas.ts';
import { metros } from '../core/numeros.ts';
import { trpc } from '../core/trpc.ts';
import { Page } from '../ui/page.tsx';
import { PorPaginas, porCursor } from '../ui/por-paginas.tsx';
import { Estado } from '../ui/states.tsx';
import { Tabla } from '../ui/table.tsx';

/** Every bill of recovered consumption. */
export function Recuperaciones() {
  const query = useInfiniteQuery(trpc.recuperaciones.list.infiniteQueryOptions({ limit: 24 }, porCursor));
  return (
    <Page
      titulo="Consumo recuperado"
      bajada="Lo que no se facturó a tiempo y se cobró aparte. Se hace desde la factura a la que le faltó, con «Recuperar consumo»."
    >
      <PorPaginas query={query} vacio="No se ha recuperado consumo.">
        {(recuperaciones) => (
          <Tabla
            titulo="Facturas de consumo recuperado, de la más reciente a la más antigua"
            tituloOculto
            filas={recuperaciones}
            clave={({ numero_factura }) => numero_factura}
            columnas={[
              {
                titulo: 'Factura',
                junta: true,
                celda: ({ numero_factura }) => (
                  <Link to="/oficina/facturas/$numero_factura" params={{ numero_factura }}>
                    {numero_factura}
                  </Link>
                ),
              },
              {
                titulo: 'Cuenta',
                junta: true,
                celda: ({ numero_cuenta }) => (
                  <Link to="/oficina/clientes/$numero_cuenta" params={{ numero_cuenta }}>
                    {numero_cuenta}
                  </Link>
                ),
              },
              { titulo: 'Fecha', junta: true, celda: ({ fecha_emision }) => fechaCorta(fecha_emision) },
              { titulo: 'De la factura', junta: true, celda: ({ factura_omitida }) => factura_omitida },
              {
                titulo: 'Estado',
                celda: ({ anulada, saldo }) =>
                  anulada ? (
                    <Estado>Anulada</Estado>
                  ) : saldo > 0 ? (
                    <Estado tono="alerta">Por pagar</Estado>
                  ) : (
                    <Estado tono="bien">Pagada</Estado>
                  ),
              },
              { titulo: 'Consumo', numero: true, celda: ({ m3 }) => metros(m3) },
              { titulo: 'Valor', numero: true, celda: ({ valor_total }) => formatPesos(valor_total) },
            ]}
          />
        )}
      </PorPaginas>
    </Page>
  );
}
