// The way from an entry to what caused it; a citizen has pages of bills only.
import { Link } from '@tanstack/react-router';

export type Para = 'oficina' | 'ciudadano';

export const Factura = ({ numero, para, texto }: { numero: string; para: Para; texto?: string }) => (
  <Link
    to={para === 'oficina' ? '/oficina/facturas/$numero_factura' : '/mis-facturas/$numero_factura'}
    params={{ numero_factura: numero }}
    aria-label={texto && `${texto} ${numero}`}
  >
    {texto ?? numero}
  </Link>
);

export const Convenio = ({ numero, para, texto }: { numero: string; para: Para; texto: string }) =>
  para === 'oficina' && (
    <Link
      to="/oficina/cartera/convenios/$numero_convenio"
      params={{ numero_convenio: numero }}
      aria-label={`${texto} ${numero}`}
    >
      {texto}
    </Link>
  );

export const Pago = ({ id, recibo, para }: { id: number; recibo: string; para: Para }) =>
  para === 'oficina' && (
    <Link to="/oficina/pagos/$pago_id" params={{ pago_id: String(id) }} aria-label={`Ver el pago ${recibo}`}>
      Ver el pago
    </Link>
  );
