import { formatPesos } from '@cunservicios/domain/pesos';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { nombrePeriodo, vence } from '../core/fechas.ts';
import { trpc } from '../core/trpc.ts';
import { EstadoFactura } from '../facturas/estado.tsx';
import { Cargado } from '../ui/states.tsx';

export function UltimaFactura({ numero_cuenta }: { numero_cuenta: string }) {
  const query = useQuery(trpc.facturas.historial.queryOptions({ numero_cuenta, limit: 24 }));
  return (
    <Cargado query={query}>
      {({ items: [factura] }) =>
        factura ? (
          <p>
            <Link to="/mis-facturas/$numero_factura" params={{ numero_factura: factura.numero_factura }}>
              Factura de {factura.periodo ? nombrePeriodo(factura.periodo) : factura.numero_factura}
            </Link>
            : {formatPesos(factura.valor_total)}, {factura.saldo === 0 ? 'ya pagada' : vence(factura.fecha_vencimiento)}
            . <EstadoFactura estado={factura.estado} />
          </p>
        ) : (
          <p className="suave">Todavía no tiene facturas.</p>
        )
      }
    </Cargado>
  );
}
