import { addDays, addMonths } from '../calendario/fechas.ts';

/** Months at the average from the detection of a hidden leak. Ley 142/1994 art. 146. */
export const MESES_FUGA = 2;

/** Last day of the time a hidden leak detected on a day is billed at the average, `yyyy-mm-dd`. */
export const hastaFuga = (detectada_en: string): string => addDays(addMonths(detectada_en, MESES_FUGA), -1);

/** A period is billed at the average when its last day falls into that time: two monthly periods, or one bimonthly. */
export const esPeriodoDeFuga = (fuga: { detectada_en: string; hasta: string }, periodo: { hasta: string }): boolean =>
  fuga.detectada_en <= periodo.hasta && periodo.hasta <= fuga.hasta;
