import { formatPesos } from '@cunservicios/domain/pesos';
import { Link } from '@tanstack/react-router';
import { fechaCorta } from '../core/fechas.ts';
import type { Outputs } from '../core/trpc.ts';
import { Estado } from '../ui/states.tsx';
import { Tabla } from '../ui/table.tsx';
import { ESTADO_REVERSO } from './nombres.ts';

type Pago = Outputs['pagos']['list']['items'][number];

export const TablaPagos = ({
  pagos,
  titulo = 'Pagos, el último registrado primero',
}: {
  pagos: Pago[];
  titulo?: string;
}) => (
  <Tabla
    titulo={titulo}
    tituloOculto
    filas={pagos}
    clave={({ id }) => id}
    columnas={[
      {
        titulo: 'Recibo',
        junta: true,
        celda: ({ id, recibo }) => (
          <Link to="/oficina/pagos/$pago_id" params={{ pago_id: String(id) }}>
            {recibo}
          </Link>
        ),
      },
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
      {
        titulo: 'Medio',
        celda: ({ medio, referencia }) => (referencia === null ? medio : `${medio}, ${referencia}`),
      },
      { titulo: 'A dónde fue', celda: (pago) => <Destino pago={pago} /> },
      { titulo: 'Valor', numero: true, celda: (pago) => <Valor pago={pago} /> },
    ]}
  />
);

/** Where every peso went; what no bill took is kept for the account. */
const Destino = ({ pago: { valor, facturas, anticipo } }: { pago: Pago }) => (
  <ul className="lista-llana">
    {facturas.map(({ numero_factura, valor: parte }) => (
      <li key={numero_factura}>
        <Link to="/oficina/facturas/$numero_factura" params={{ numero_factura }}>
          {numero_factura}
        </Link>
        {parte !== valor && `: ${formatPesos(parte)}`}
      </li>
    ))}
    {anticipo > 0 && <li>A favor de la cuenta: {formatPesos(anticipo)}</li>}
  </ul>
);

const Valor = ({ pago: { valor, reverso } }: { pago: Pago }) => (
  <>
    {formatPesos(valor)}
    {reverso && (
      <>
        {' '}
        <Estado tono={reverso.estado === 'pendiente' ? 'alerta' : 'mal'}>{ESTADO_REVERSO[reverso.estado]}</Estado>
      </>
    )}
  </>
);
