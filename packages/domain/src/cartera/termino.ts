// Until when what was not billed in time may still be charged.
import { addMonths } from '../calendario/fechas.ts';
import { ReglaError } from '../regla.ts';

const MESES = 5;

/**
 * Last day on which something may be charged that a bill should have had: five months from that bill, counted from its
 * date of issue, which is never later than its delivery (Ley 142/1994 art. 150; dominio 2.6).
 */
export const limiteCobro = (fecha_emision: string): string => addMonths(fecha_emision, MESES);

/** Throws ReglaError `cobro_inoportuno` after the last day. */
export function exigirDentroDeTermino(limite: string, hoy: string): void {
  if (hoy > limite)
    throw new ReglaError(
      'cobro_inoportuno',
      `Ya no se puede cobrar: el plazo de cinco meses venció el ${limite} (Ley 142 de 1994, art. 150).`,
    );
}
