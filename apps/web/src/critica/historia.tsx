import { metros } from '../core/numeros.ts';
import { decimo, medidoDe } from './palabras.ts';
import type { Prefactura } from './palabras.ts';

const ANCHO = 22;
const ALTO = 44;

/** The m³ of before and of now, drawn small; the same in words beside it. */
export function Historia({ cuenta }: { cuenta: Prefactura }) {
  const { historia, promedio } = cuenta;
  const ahora = medidoDe(cuenta);
  const valores = [...historia.slice(-6), ahora ?? 0];
  const max = Math.max(...valores, 1);
  const media = promedio && promedio.n > 0 ? promedio.suma / promedio.n : undefined;
  return (
    <div className="historia">
      <svg
        viewBox={`0 0 ${7 * ANCHO} ${ALTO + 2}`}
        width={7 * ANCHO}
        height={ALTO + 2}
        aria-hidden="true"
        focusable="false"
      >
        {valores.map((m3, i) => {
          const alto = Math.max((m3 / max) * ALTO, 1.5);
          return (
            <rect
              key={i}
              x={(7 - valores.length + i) * ANCHO + 2}
              width={ANCHO - 5}
              y={ALTO - alto + 1}
              height={alto}
              rx="2"
              className={i === valores.length - 1 ? 'ahora' : 'antes'}
            />
          );
        })}
        {media !== undefined && media <= max && (
          <line
            x1="0"
            x2={7 * ANCHO}
            y1={ALTO - (media / max) * ALTO + 1}
            y2={ALTO - (media / max) * ALTO + 1}
            className="media"
          />
        )}
      </svg>
      <p className="chico">
        <span className="suave">Antes: </span>
        {historia.length === 0 ? 'sin historia' : `${historia.slice(-6).join(', ')} m³`}
        {media !== undefined && (
          <>
            <br />
            <span className="suave">{historia.some((m3) => m3 > 0) ? 'Promedio: ' : 'Cuentas parecidas: '}</span>
            {decimo(media)} m³
          </>
        )}
        <br />
        <span className="suave">Ahora: </span>
        <strong>{metros(ahora)}</strong>
      </p>
    </div>
  );
}
