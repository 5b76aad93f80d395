import { formatPesos } from '@cunservicios/domain/pesos';
import { INTERESES } from '@cunservicios/domain/recaudo/componentes';
import { Link } from '@tanstack/react-router';
import type { Outputs } from '../core/trpc.ts';
import { Tabla } from '../ui/table.tsx';
import { nombreComponente } from './nombres.ts';

type Reparto = Pick<Outputs['pagos']['simular'], 'facturas' | 'anticipo'>;

/** Where every peso of a payment goes or went: bill by bill, then what is in the account's favour. */
export function Partes({ titulo, reparto: { facturas, anticipo } }: { titulo: string; reparto: Reparto }) {
  const total = facturas.reduce((suma, { valor }) => suma + valor, anticipo);
  const filas = [
    ...facturas.map((parte) => ({ clave: parte.numero_factura, ...parte })),
    ...(anticipo > 0 ? [{ clave: '', numero_factura: '', valor: anticipo, detalle: {} }] : []),
  ];
  return (
    <Tabla
      titulo={titulo}
      tituloOculto
      filas={filas}
      clave={({ clave }) => clave}
      columnas={[
        {
          titulo: 'Factura',
          celda: ({ numero_factura }) =>
            numero_factura === '' ? (
              'A favor de la cuenta'
            ) : (
              <Link to="/oficina/facturas/$numero_factura" params={{ numero_factura }}>
                {numero_factura}
              </Link>
            ),
        },
        { titulo: 'Qué cubre', celda: ({ detalle }) => escribirDetalle(detalle) || '—' },
        { titulo: 'Valor', numero: true, celda: ({ valor }) => formatPesos(valor) },
      ]}
      pie={
        <tfoot role="rowgroup">
          <tr role="row">
            <th scope="row" role="rowheader" colSpan={2}>
              Total
            </th>
            <td role="cell" data-titulo="Valor" className="numero">
              <span>{formatPesos(total)}</span>
            </td>
          </tr>
        </tfoot>
      }
    />
  );
}

/** "Intereses $ 120, Acueducto $ 3.400": interest first, as it is paid. */
const escribirDetalle = (detalle: Readonly<Record<string, number>>) =>
  Object.entries(detalle)
    .filter(([, valor]) => valor !== 0)
    .toSorted(([a], [b]) => Number(b === INTERESES) - Number(a === INTERESES))
    .map(([componente, valor]) => `${nombreComponente(componente)} ${formatPesos(valor).replace(' ', '\u00a0')}`)
    .join(', ');
