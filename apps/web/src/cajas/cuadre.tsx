import { formatPesos } from '@cunservicios/domain/pesos';
import type { DiferenciaDeCaja, PorMedio } from '@cunservicios/domain/recaudo/caja';
import { Dato } from '../ui/dato.tsx';
import { Aviso } from '../ui/states.tsx';

/** What was counted so far beside what there should be. */
export const Cuadre = ({
  esperado,
  efectivo,
  diferencia: { por_medio },
}: {
  esperado: PorMedio;
  efectivo: number;
  diferencia: DiferenciaDeCaja;
}) => (
  <section className="tarjeta" aria-labelledby="cuadre" aria-live="polite">
    <h2 id="cuadre">Cómo va</h2>
    <dl className="datos">
      <Dato titulo="Efectivo contado">
        <span className="grande cifra">{formatPesos(efectivo)}</span>
      </Dato>
      <Dato titulo="Efectivo que debe haber">
        <span className="grande cifra">{formatPesos(esperado['Efectivo'] ?? 0)}</span>
      </Dato>
    </dl>
    {Object.keys(por_medio).length === 0 ? (
      <Aviso tono="bien">
        <strong>Cuadra.</strong>
      </Aviso>
    ) : (
      <Aviso tono="alerta">
        <ul className="lista-llana">
          {Object.entries(por_medio).map(([medio, n]) => (
            <li key={medio}>
              {n < 0 ? 'Faltan' : 'Sobran'} <strong className="cifra">{formatPesos(Math.abs(n))}</strong> en{' '}
              {medio.toLowerCase()}.
            </li>
          ))}
        </ul>
      </Aviso>
    )}
  </section>
);
