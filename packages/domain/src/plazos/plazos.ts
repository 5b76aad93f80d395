import { addMonths } from '../calendario/fechas.ts';
import { esHabil, sumarDiasHabiles } from '../calendario/habiles.ts';
import type { Calendario } from '../calendario/habiles.ts';
import { ReglaError } from '../regla.ts';
import { terminoDe } from './terminos.ts';

export type Plazo = {
  /** The day of filing is not counted: what triggers silence. */
  readonly limite_legal: string;
  /** The day of filing is day one: what the desk works by. */
  readonly limite_seguro: string;
};

/**
 * Both deadlines of a case received on a date (its calendar date in Bogotá, also after hours), in
 * business days. Filed on a day without work both are the same: the earlier reading is kept.
 * Source: Ley 142/1994 art. 158; which day counts is disputed, hence both (dominio 3.2, 4.4).
 * Throws ReglaError `fecha_invalida`, `dias_invalidos` (1 to 1,000).
 */
export function plazo(recibido: string, dias: number, calendario: Calendario = {}): Plazo {
  if (dias < 1) throw new ReglaError('dias_invalidos', 'El plazo debe tener al menos un día hábil.');
  const limite_legal = sumarDiasHabiles(recibido, dias, calendario);
  const limite_seguro = esHabil(recibido, calendario) ? sumarDiasHabiles(recibido, dias - 1, calendario) : limite_legal;
  return { limite_legal, limite_seguro };
}

/** Deadlines for answering a PQR received on a date: 15 business days (Ley 142/1994 art. 158). */
export const plazoRespuesta = (recibido: string, calendario: Calendario = {}): Plazo =>
  plazo(recibido, terminoDe('respuesta_pqr', recibido).cantidad, calendario);

/** Last day to appeal a decision notified on a date: 5 business days after it (Ley 142/1994 art. 154). */
export const limiteRecurso = (notificado: string, calendario: Calendario = {}): string =>
  sumarDiasHabiles(notificado, terminoDe('recurso', notificado).cantidad, calendario);

/** Last day to claim against a bill: 5 months after its issue (Ley 142/1994 art. 154, dominio 3.5). */
export const limiteReclamoFactura = (fecha_emision: string): string =>
  addMonths(fecha_emision, terminoDe('reclamo_factura_meses', fecha_emision).cantidad);

/** Last day to charge what a bill left out by error or omission: 5 months (Ley 142/1994 art. 150). */
export const limiteCobro = (fecha_entrega: string): string =>
  addMonths(fecha_entrega, terminoDe('cobro_inoportuno_meses', fecha_entrega).cantidad);

/**
 * Whether what a bill left out may still be charged on a day. Giving back is always allowed, and a fraud of the user
 * that is proven has no limit (Ley 142/1994 art. 150).
 */
export const cobroOportuno = (fecha_entrega: string, hoy: string): boolean => hoy <= limiteCobro(fecha_entrega);
