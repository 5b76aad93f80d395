import type { Metodo } from '@cunservicios/domain/consumo/listas';
import { useId } from 'react';
import { nombrePeriodo, periodoCorto } from '../core/fechas.ts';
import { metros } from '../core/numeros.ts';
import { Tabla } from '../ui/table.tsx';
import './consumos.css';
import { METODO } from './metodos.ts';

type Consumo = { periodo: string; consumo_m3: number; metodo: Metodo | null };

const ANCHO = 720;
const ALTO = 220;
const BASE = 180;
const TOPE = 26;

/** m³ of the last periods as bars, oldest first, and the same as a table. */
export function Consumos({ consumos }: { consumos: readonly Consumo[] }) {
  const id = useId();
  const max = Math.max(...consumos.map(({ consumo_m3 }) => consumo_m3), 1);
  const paso = ANCHO / Math.max(consumos.length, 6);
  const estimado = consumos.some(({ metodo }) => esEstimado(metodo));
  return (
    <figure className="consumos">
      <svg viewBox={`0 0 ${ANCHO} ${ALTO}`} preserveAspectRatio="xMinYMid meet" role="img" aria-labelledby={`${id}-t`}>
        <title id={`${id}-t`}>{resumen(consumos)}</title>
        <defs>
          <pattern id={`${id}-rayas`} width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="8" height="8" className="raya-fondo" />
            <rect width="4" height="8" className="raya" />
          </pattern>
        </defs>
        <line x1="0" x2={ANCHO} y1={BASE} y2={BASE} className="eje" />
        {consumos.map(({ periodo, consumo_m3, metodo }, i) => {
          const alto = Math.max((consumo_m3 / max) * (BASE - TOPE), 2);
          const centro = i * paso + paso / 2;
          return (
            <g key={periodo}>
              <rect
                x={centro - paso * 0.32}
                width={paso * 0.64}
                y={BASE - alto}
                height={alto}
                rx="3"
                {...(esEstimado(metodo) ? { fill: `url(#${id}-rayas)` } : { className: 'barra' })}
              />
              <text x={centro} y={BASE - alto - 7} className="valor">
                {consumo_m3}
              </text>
              <text x={centro} y={BASE + 22} className="nombre">
                {periodoCorto(periodo)}
              </text>
            </g>
          );
        })}
      </svg>
      <figcaption className="suave chico">
        Metros cúbicos (m³) facturados en cada periodo.
        {estimado && ' Con rayas: no se leyó el medidor y se facturó por promedio.'}
      </figcaption>
      <details>
        <summary>Ver los consumos como tabla</summary>
        <Tabla
          titulo="Consumo por periodo"
          columnas={[
            { titulo: 'Periodo', celda: ({ periodo }) => nombrePeriodo(periodo) },
            { titulo: 'Consumo', numero: true, celda: ({ consumo_m3 }) => metros(consumo_m3) },
            { titulo: 'Cómo se obtuvo', celda: ({ metodo }) => (metodo ? METODO[metodo].nombre : '—') },
          ]}
          filas={consumos}
          clave={({ periodo }) => periodo}
          tituloOculto
        />
      </details>
    </figure>
  );
}

const esEstimado = (metodo: Metodo | null) => metodo !== null && metodo !== 'medido' && metodo !== 'regularizado';

function resumen(consumos: readonly Consumo[]) {
  const valores = consumos.map(({ consumo_m3 }) => consumo_m3);
  const ultimo = consumos.at(-1);
  const promedio = Math.round(valores.reduce((sum, each) => sum + each, 0) / valores.length);
  return `Consumo de ${valores.length} periodos: de ${Math.min(...valores)} a ${Math.max(...valores)} m³, promedio ${promedio} m³; el último, ${ultimo ? nombrePeriodo(ultimo.periodo) : ''}, ${ultimo?.consumo_m3} m³.`;
}
