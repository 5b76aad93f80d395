import { formatPesos } from '@cunservicios/domain/pesos';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { fechaCorta, nombrePeriodo } from '../core/fechas.ts';
import { metros } from '../core/numeros.ts';
import { trpc } from '../core/trpc.ts';
import { EstadoFactura } from '../facturas/estado.tsx';
import { PorPaginas, porCursor } from '../ui/por-paginas.tsx';
import { Tabla } from '../ui/table.tsx';

export function SeccionFacturas({ numero_cuenta, para }: { numero_cuenta: string; para: 'oficina' | 'ciudadano' }) {
  const query = useInfiniteQuery(trpc.facturas.historial.infiniteQueryOptions({ numero_cuenta, limit: 24 }, porCursor));
  const to =
    para === 'oficina' ? ('/oficina/facturas/$numero_factura' as const) : ('/mis-facturas/$numero_factura' as const);
  return (
    <PorPaginas query={query} vacio="La cuenta todavía no tiene facturas.">
      {(facturas) => (
        <Tabla
          titulo="Facturas, de la más reciente a la más antigua"
          tituloOculto
          filas={facturas}
          clave={({ id }) => id}
          columnas={[
            {
              titulo: 'Factura',
              junta: true,
              celda: ({ numero_factura }) => (
                <Link to={to} params={{ numero_factura }}>
                  {numero_factura}
                </Link>
              ),
            },
            { titulo: 'Periodo', celda: ({ periodo }) => (periodo ? nombrePeriodo(periodo) : '—') },
            { titulo: 'Consumo', numero: true, celda: ({ consumo_m3 }) => metros(consumo_m3) },
            { titulo: 'Vence', junta: true, celda: ({ fecha_vencimiento }) => fechaCorta(fecha_vencimiento) },
            { titulo: 'Estado', celda: ({ estado }) => <EstadoFactura estado={estado} /> },
            { titulo: 'Total', numero: true, celda: ({ valor_total }) => formatPesos(valor_total) },
            { titulo: 'Saldo', numero: true, celda: ({ saldo }) => formatPesos(saldo) },
          ]}
        />
      )}
    </PorPaginas>
  );
}
