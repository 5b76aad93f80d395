import { redondearProducto } from '../pesos.ts';
import type { Medicion } from './medir.ts';

/** An exact average of whole m³: suma / n, n ≥ 1. Never rounded before it is billed. */
export type Promedio = { readonly suma: number; readonly n: number };

/**
 * Average of the last `periodos` values of a history; null without history. An account with fewer
 * uses what it has (dominio 2.3, 2.4).
 */
export function promedioDe(historia: readonly number[], periodos: number): Promedio | null {
  const desde = Math.max(0, historia.length - periodos);
  const n = historia.length - desde;
  if (n === 0) return null;
  let suma = 0;
  for (let i = desde; i < historia.length; i += 1) suma += historia[i] ?? 0;
  return { suma, n };
}

/** The m³ billed for an average: half up, to whole m³. */
export const m3Promedio = ({ suma, n }: Promedio): number => redondearProducto(suma, 1, n);

/** Groups are the accounts of the same use and estrato in one period. */
export const claveGrupo = (uso: string, estrato: number | null): string => `${uso}.${estrato ?? ''}`;

/**
 * Adds a measurement to its group. Only clean ones count (nothing estimated before), whatever the
 * policy, and a deviating one counts too: the average is of what was measured, not of what is billed.
 */
export function sumarAlGrupo(grupos: Map<string, Promedio>, clave: string, medicion: Medicion): void {
  if (!medicion.limpia || medicion.neto === null) return;
  const { suma, n } = grupos.get(clave) ?? { suma: 0, n: 0 };
  grupos.set(clave, { suma: suma + medicion.neto, n: n + 1 });
}
