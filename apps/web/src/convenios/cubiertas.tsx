import { formatPesos } from '@cunservicios/domain/pesos';
import { Link } from '@tanstack/react-router';
import { Tabla } from '../ui/table.tsx';

/** The bills an agreement pays. */
export const Cubiertas = ({ facturas }: { facturas: readonly { numero_factura: string; valor: number }[] }) => (
  <Tabla
    titulo="Facturas que cubre"
    filas={facturas}
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
      { titulo: 'Lo que se debía', numero: true, celda: ({ valor }) => formatPesos(valor) },
    ]}
  />
);
