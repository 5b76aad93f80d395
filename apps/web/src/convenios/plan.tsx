import { formatPesos, sumar } from '@cunservicios/domain/pesos';
import { Link } from '@tanstack/react-router';
import { fechaCorta } from '../core/fechas.ts';
import { Tabla } from '../ui/table.tsx';
import type { Columna } from '../ui/table.tsx';

type Cuota = { cuota: number; vence: string; capital: number; interes: number; numero_factura?: string | null };

const FACTURA: Columna<Cuota> = {
  titulo: 'Factura',
  junta: true,
  celda: ({ numero_factura }) =>
    numero_factura ? (
      <Link to="/oficina/facturas/$numero_factura" params={{ numero_factura }}>
        {numero_factura}
      </Link>
    ) : (
      <span className="suave">Por facturar</span>
    ),
};

/** The instalments and their sum. */
export function Plan({ plan, conFactura }: { plan: readonly Cuota[]; conFactura: boolean }) {
  const capital = sumar(plan.map((una) => una.capital));
  const intereses = sumar(plan.map(({ interes }) => interes));
  return (
    <Tabla
      titulo="Cuotas del convenio"
      filas={plan}
      clave={({ cuota }) => cuota}
      columnas={[
        { titulo: 'Cuota', celda: ({ cuota }) => `${cuota} de ${plan.length}` },
        { titulo: 'Se cobra desde el', junta: true, celda: ({ vence }) => fechaCorta(vence) },
        ...(conFactura ? [FACTURA] : []),
        { titulo: 'Deuda', numero: true, celda: (una) => formatPesos(una.capital) },
        { titulo: 'Interés', numero: true, celda: ({ interes }) => formatPesos(interes) },
        { titulo: 'Se paga', numero: true, celda: (una) => formatPesos(una.capital + una.interes) },
      ]}
      pie={
        <tfoot role="rowgroup">
          <tr role="row">
            <th scope="row" role="rowheader" colSpan={conFactura ? 3 : 2}>
              Total
            </th>
            <td role="cell" className="numero solo-ancho">
              {formatPesos(capital)}
            </td>
            <td role="cell" className="numero solo-ancho">
              {formatPesos(intereses)}
            </td>
            <td role="cell" className="numero">
              {formatPesos(capital + intereses)}
            </td>
          </tr>
        </tfoot>
      }
    />
  );
}
