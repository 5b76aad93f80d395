import type { AvisoPago } from '@cunservicios/domain/recaudo/listas';
import { Aviso } from '../ui/states.tsx';
import { AVISO } from './nombres.ts';

/** What a payment calls attention to, in words. */
export const AvisosDePago = ({ avisos }: { avisos: readonly AvisoPago[] }) =>
  avisos.length > 0 && (
    <Aviso tono="alerta">
      <ul className="lista-llana">
        {avisos.map((aviso) => (
          <li key={aviso}>{AVISO[aviso]}</li>
        ))}
      </ul>
    </Aviso>
  );
