import { formatPesos } from '@cunservicios/domain/pesos';
import { vuelto } from '@cunservicios/domain/recaudo/caja';

/** The change to give, in notes and coins. */
export function LineaVuelto({ valor, recibido }: { valor: number; recibido: number | undefined }) {
  if (recibido === undefined || !Number.isSafeInteger(recibido) || !Number.isSafeInteger(valor))
    return <p role="status" />;
  if (recibido < valor)
    return (
      <p role="status">
        Faltan <strong className="cifra">{formatPesos(valor - recibido)}</strong> para ese valor.
      </p>
    );
  const { total, piezas, resto } = vuelto(valor, recibido);
  const partes = piezas.map(([pieza, n]) => `${n} de ${formatPesos(pieza)}`.replaceAll(' ', '\u00a0'));
  return (
    <p role="status">
      Vuelto: <strong className="cifra">{formatPesos(total)}</strong>
      {partes.length > 0 && ` (${partes.join(', ')})`}
      {resto > 0 && `. Quedan ${formatPesos(resto).replace(' ', '\u00a0')} que ninguna moneda paga.`}
    </p>
  );
}
