import { ReglaError } from '../regla.ts';
import type { TipoLectura } from './listas.ts';

const LECTURA = /^\d{1,10}(?:\.\d{1,3})?$/;

/**
 * The whole m³ of a reading ("36.412" → 36): a dial is billed in whole m³, so the part below is
 * kept with the reading but never compared nor billed. Throws ReglaError `lectura_invalida`.
 */
export function dialDe(lectura_m3: string): number {
  if (!LECTURA.test(lectura_m3)) {
    throw new ReglaError('lectura_invalida', `"${lectura_m3}" no es una lectura en m³ como 1234.567.`);
  }
  return Number(lectura_m3.split('.', 1)[0]);
}

export type LecturaTomada = { readonly fecha_lectura: string; readonly dial: number; readonly tipo: TipoLectura };

/**
 * What one meter's readings of a period say: the starting point, if one was set, and the reading
 * that counts, which is the last real one. Readings come in order of arrival; of the same day,
 * `inicial` is first and then the later arrival wins. Readings before an `inicial` do not count.
 * An account is billed from the period of its `inicial`; with that alone it is not measured.
 */
export function lecturasDelPeriodo(lecturas: readonly LecturaTomada[]): {
  inicial: number | null;
  real: number | null;
} {
  let inicial: LecturaTomada | null = null;
  let real: LecturaTomada | null = null;
  for (const lectura of lecturas) {
    if (lectura.tipo === 'inicial' && (inicial === null || lectura.fecha_lectura >= inicial.fecha_lectura))
      inicial = lectura;
    if (lectura.tipo === 'real' && (real === null || lectura.fecha_lectura >= real.fecha_lectura)) real = lectura;
  }
  if (inicial && real && real.fecha_lectura < inicial.fecha_lectura) real = null;
  return { inicial: inicial?.dial ?? null, real: real?.dial ?? null };
}
