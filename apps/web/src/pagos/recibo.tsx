import { BotonDescargar } from '../ui/boton-descargar.tsx';

/** The receipt of a payment, to be printed or sent. */
export const BotonRecibo = ({ id, recibo }: { id: number; recibo: string }) => (
  <BotonDescargar path={`/pagos/${id}/recibo`} nombre={`recibo-${recibo}.pdf`} texto="Recibo en PDF" />
);
