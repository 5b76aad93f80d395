import { ReglaError } from '../regla.ts';
import { ESTADOS_PQR } from './listas.ts';
import type { EstadoPqr } from './listas.ts';

/**
 * Moves a case may make; anything else is refused. Nothing is closed without an answer (Ley
 * 142/1994 art. 158); an answered case may be reopened; a closed one is not: an appeal is a new case.
 */
export const TRANSICIONES_PQR: Readonly<Record<EstadoPqr, readonly EstadoPqr[]>> = {
  Recibido: ['En trámite'],
  'En trámite': ['Respondido'],
  Respondido: ['Cerrado', 'En trámite'],
  Cerrado: [],
};

/** Throws ReglaError `transicion_no_permitida` unless a case may go from one state to the other. */
export function validarTransicion(de: EstadoPqr, a: EstadoPqr): void {
  const permitidas = TRANSICIONES_PQR[de];
  if (permitidas.includes(a)) return;
  const salida =
    permitidas.length === 0
      ? 'ya no cambia de estado'
      : `solo puede pasar a ${permitidas.map((e) => `«${e}»`).join(' o ')}`;
  throw new ReglaError('transicion_no_permitida', `Un caso en estado «${de}» no puede pasar a «${a}»: ${salida}.`, {
    de,
    a,
  });
}

/** Whether a text is one of the states, exactly as written. */
export const esEstadoPqr = (texto: string): texto is EstadoPqr => ESTADOS_PQR.some((e) => e === texto);
