// Rules that are law are rows with a first day and a source, never constants in code.
import { ReglaError } from './regla.ts';

/** What every dated rule carries. Dates are yyyy-mm-dd; `vigente_hasta` is its last day. */
export type Vigencia = {
  readonly vigente_desde: string;
  readonly vigente_hasta?: string;
  /** Law, resolution or article the value comes from. */
  readonly norma: string;
};

/** Whether a dated rule is in force on a day (both ends included). */
export const rigeEn = (regla: Vigencia, fecha: string): boolean =>
  regla.vigente_desde <= fecha && (regla.vigente_hasta === undefined || fecha <= regla.vigente_hasta);

/**
 * The row in force on `fecha` (the newest first day wins), or the newest of all without a date.
 * Throws ReglaError `sin_norma` when no row covers the day.
 */
export function vigenteEn<T extends Vigencia>(tabla: readonly T[], fecha: string | undefined, que: string): T {
  let hallada: T | undefined;
  for (const regla of tabla) {
    if (fecha !== undefined && !rigeEn(regla, fecha)) continue;
    if (hallada === undefined || regla.vigente_desde > hallada.vigente_desde) hallada = regla;
  }
  if (hallada === undefined) {
    throw new ReglaError('sin_norma', `No hay ${que} cargados para el ${fecha ?? 'día de hoy'}.`);
  }
  return hallada;
}
