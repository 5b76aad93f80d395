import { useMutation } from '@tanstack/react-query';
import { descargar } from '../core/descargar.ts';
import { Fallo } from '../ui/states.tsx';

/** The paper of a bill, to print or to send. */
export function BajarPdf({ numero_factura }: { numero_factura: string }) {
  const bajar = useMutation({
    mutationFn: () => descargar(`/facturas/${encodeURIComponent(numero_factura)}/pdf`, `factura-${numero_factura}.pdf`),
  });
  return (
    <>
      <button type="button" className="boton otro" disabled={bajar.isPending} onClick={() => bajar.mutate()}>
        {bajar.isPending ? 'Preparando el PDF…' : 'Descargar PDF'}
      </button>
      {bajar.isError && <Fallo error={bajar.error} />}
    </>
  );
}
