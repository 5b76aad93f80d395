import { useId } from 'react';
import type { ReactNode } from 'react';
import { pesosCortos } from '../core/numeros.ts';
import { ClaveBarras } from './barras.tsx';
import './grafica.css';

export type Barra = { nombre: string; valor: number; antes?: number };

const ANCHO = 720;
const BASE = 210;
const ALTO = 250;
const TOPE = 30;

type Props = {
  /** What the picture says, for whoever does not see it. */
  resumen: string;
  barras: readonly Barra[];
  /** Names of the two bars where each has an `antes`. */
  clave?: { antes: string; ahora: string };
  /** The same as a table, behind «Ver como tabla». */
  children: ReactNode;
};

/** Pesos as bars, one or two for each name, and their table. Below zero counts as nothing: the table says it. */
export function Grafica({ resumen, barras, clave, children }: Props) {
  const id = useId();
  const max = Math.max(...barras.flatMap(({ valor, antes = 0 }) => [valor, antes]), 1);
  const paso = ANCHO / Math.max(barras.length, 4);
  const alto = (valor: number) => (valor <= 0 ? 0 : Math.max((valor / max) * (BASE - TOPE), 1.5));
  const conValores = barras.length <= 8 && !clave;
  const caben = Math.ceil(barras.length / 12);
  const enTelefono = Math.ceil(barras.length / 4);
  const ancho = paso * (clave ? 0.36 : 0.64);
  return (
    <figure className="grafica">
      <svg
        viewBox={`-36 0 ${ANCHO + 72} ${ALTO}`}
        preserveAspectRatio="xMinYMid meet"
        role="img"
        aria-labelledby={`${id}-t`}
      >
        <title id={`${id}-t`}>{resumen}</title>
        <line x1="0" x2={ANCHO} y1={BASE} y2={BASE} className="eje" />
        {!conValores && (
          <>
            <line x1="0" x2={ANCHO} y1={TOPE} y2={TOPE} className="tope" />
            <text x="0" y={TOPE - 8} className="escala">
              {pesosCortos(max)}
            </text>
          </>
        )}
        {barras.map(({ nombre, valor, antes }, i) => {
          const centro = i * paso + paso / 2;
          return (
            <g key={nombre}>
              {antes !== undefined && (
                <rect
                  className="antes"
                  x={centro - ancho}
                  width={ancho}
                  y={BASE - alto(antes)}
                  height={alto(antes)}
                  rx="2"
                />
              )}
              <rect
                className="ahora"
                x={antes === undefined ? centro - ancho / 2 : centro}
                width={ancho}
                y={BASE - alto(valor)}
                height={alto(valor)}
                rx="2"
              />
              {conValores && (
                <text className="valor" x={centro} y={BASE - alto(valor) - 7}>
                  {pesosCortos(valor)}
                </text>
              )}
              {i % caben === 0 && (
                <text className={i % enTelefono === 0 ? undefined : 'menor'} x={centro} y={BASE + 26}>
                  {nombre}
                </text>
              )}
            </g>
          );
        })}
      </svg>
      {clave && <ClaveBarras antes={clave.antes} ahora={clave.ahora} />}
      <details>
        <summary>Ver como tabla</summary>
        {children}
      </details>
    </figure>
  );
}
