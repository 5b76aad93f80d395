import { formatPesos } from '@cunservicios/domain/pesos';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { fechaCorta } from '../core/fechas.ts';
import { trpc } from '../core/trpc.ts';
import { PorPaginas, porCursor } from '../ui/por-paginas.tsx';
import { Tabla } from '../ui/table.tsx';

/** The ledger: what was charged and what was paid. */
export function SeccionMovimientos({ numero_cuenta }: { numero_cuenta: string }) {
  const query = useInfiniteQuery(trpc.movimientos.list.infiniteQueryOptions({ numero_cuenta, limit: 50 }, porCursor));
  return (
    <PorPaginas query={query} vacio="No hay cobros ni pagos.">
      {(movimientos) => (
        <Tabla
          titulo="Cobros y pagos, del más reciente al más antiguo"
          tituloOculto
          filas={movimientos}
          clave={({ id }) => id}
          columnas={[
            { titulo: 'Fecha', junta: true, celda: ({ fecha }) => fechaCorta(fecha) },
            { titulo: 'Movimiento', celda: ({ tipo }) => (tipo === 'pago' ? 'Pago' : 'Factura') },
            {
              titulo: 'Factura',
              celda: ({ numero_factura }) =>
                numero_factura ? (
                  <Link to="/oficina/facturas/$numero_factura" params={{ numero_factura }}>
                    {numero_factura}
                  </Link>
                ) : (
                  '—'
                ),
            },
            { titulo: 'Valor', numero: true, celda: ({ valor }) => formatPesos(valor) },
          ]}
        />
      )}
    </PorPaginas>
  );
}
