import { leerDecimal, producto } from '../decimal.ts';
import { redondearProducto } from '../pesos.ts';
import { ReglaError } from '../regla.ts';
import { vigenteEn } from '../vigencia.ts';
import type { Vigencia } from '../vigencia.ts';

type Tasa = Vigencia & { readonly anual: string };

/** Residential: the civil rate. Other uses pay the tenant's own monthly table (art. 884 C. de Co.). */
export const TASAS_MORA_RESIDENCIAL: readonly Tasa[] = [
  { vigente_desde: '1994-07-11', anual: '0.06', norma: 'Ley 142/1994 art. 96; Código Civil art. 1617' },
];

/** Yearly rate of residential bills in force on a date. Throws ReglaError `sin_norma`. */
export const tasaMoraResidencial = (fecha?: string): string =>
  vigenteEn(TASAS_MORA_RESIDENCIAL, fecha, 'tasas de mora').anual;

/**
 * Late interest in whole pesos, half up: saldo × tasa × días / 365, simple. `saldo` is unpaid
 * principal in pesos, never interest nor an amount under claim; `dias` calendar days overdue;
 * `tasa_anual` exact decimal text ("0.06"). Sources: Ley 142/1994 art. 96; dominio 2.7.
 * Throws ReglaError `mora_invalida`, `decimal_invalido`.
 */
export function interesMora(saldo: number, dias: number, tasa_anual: string = tasaMoraResidencial()): number {
  const { n, d } = leerDecimal(tasa_anual);
  if (![saldo, dias].every((x) => Number.isSafeInteger(x) && x >= 0) || n < 0 || dias > 36_500) {
    throw new ReglaError('mora_invalida', 'El saldo, los días y la tasa deben ser enteros o decimales, 0 o más.');
  }
  return redondearProducto(saldo, producto(n, dias), producto(d, 365));
}
