import { contar } from '../core/numeros.ts';

const MINUTO = 60_000;
const HORA = 60 * MINUTO;

/** "23 horas y 40 minutos" */
function duracion(ms: number) {
  const horas = Math.floor(ms / HORA);
  const minutos = Math.floor((ms % HORA) / MINUTO);
  if (horas >= 48) return contar(Math.floor(horas / 24), 'día', 'días');
  return [
    horas > 0 && contar(horas, 'hora', 'horas'),
    (minutos > 0 || horas === 0) && contar(minutos, 'minuto', 'minutos'),
  ]
    .filter(Boolean)
    .join(' y ');
}

/** How long is left until an instant, or since when it is over. */
export function tiempoHasta(limite: string, ahora: number): { tono: 'bien' | 'alerta' | 'mal'; texto: string } {
  const faltan = Date.parse(limite) - ahora;
  if (faltan <= 0) return { tono: 'mal', texto: `Pasó el plazo hace ${duracion(-faltan)}` };
  return {
    tono: faltan < 6 * HORA ? 'mal' : faltan < 12 * HORA ? 'alerta' : 'bien',
    texto: `Quedan ${duracion(faltan)}`,
  };
}
