import { fechaCorta, fechaLarga, hoy } from '../core/fechas.ts';
import { dial, metros } from '../core/numeros.ts';
import { hasRole } from '../core/roles.ts';
import { useUser } from '../core/session.ts';
import type { Outputs } from '../core/trpc.ts';
import { Renglon } from './renglon.tsx';
import { Terminar } from './terminar.tsx';
import type { Condiciones } from './vigentes.ts';

const entre = (desde: string, hasta: string | null) =>
  `desde el ${fechaCorta(desde)}${hasta === null ? '' : ` hasta el ${fechaCorta(hasta)}`}`;

/** What has its dates: leaks, discharge, decisions. */
export function Fechadas({ condiciones: { fugas, vertimientos, decisiones } }: { condiciones: Condiciones }) {
  const puede = hasRole(useUser()?.roles ?? [], 'admin', 'facturacion');
  const abierta = (hasta: string | null) => puede && (hasta === null || hasta > hoy());
  return (
    <>
      {fugas.map(({ id, detectada_en, hasta, motivo }) => (
        <Renglon key={`f${id}`} de="fuga">
          Detectada el {fechaLarga(detectada_en)}; {hasta < hoy() ? 'el promedio se cobró' : 'se cobra el promedio'}{' '}
          hasta el {fechaLarga(hasta)}. {motivo}
        </Renglon>
      ))}
      {vertimientos.map(({ id, modo, m3_mes, desde, hasta, soporte }) => (
        <Renglon key={`v${id}`} de="vertimiento" acciones={abierta(hasta) && <Terminar que="vertimiento" id={id} />}>
          {modo === 'fuente_propia' ? 'Fuente propia' : 'Aforado'}: {metros(m3_mes)} al mes, {entre(desde, hasta)}.{' '}
          {soporte}
        </Renglon>
      ))}
      {decisiones.map(({ id, decision, solicitud_fecha, desde, hasta }) => (
        <Renglon key={`d${id}`} de="decision" acciones={abierta(hasta) && <Terminar que="decision" id={id} />}>
          {decision}, {entre(desde, hasta)}. La entidad la pidió el {fechaCorta(solicitud_fecha)}.
        </Renglon>
      ))}
    </>
  );
}

/** Meters that were taken away, with their last dial. */
export const Retirados = ({ medidores }: { medidores: Outputs['medidores']['list']['items'] }) =>
  medidores.map(({ id, serial, retirado_en, lectura_retiro, causal_retiro }) => (
    <li key={`m${id}`} className="renglon">
      <div>
        <h3>Medidor {serial}, retirado</h3>
        <p>
          El {fechaLarga(retirado_en ?? '')},{' '}
          {lectura_retiro === null ? `sin lectura: ${causal_retiro ?? ''}` : `con ${dial(lectura_retiro)}`}.
        </p>
      </div>
    </li>
  ));
