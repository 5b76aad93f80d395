import { vigenteEn } from '../vigencia.ts';
import type { Vigencia } from '../vigencia.ts';
import { promedioDe } from './promedio.ts';
import type { Promedio } from './promedio.ts';

type ReglaDesviacion = Vigencia & {
  /** Periods of the average: [monthly, bimonthly]. */
  readonly periodos: readonly [number, number];
  /** Average (m³ per billing period) from which the narrow threshold applies. */
  readonly corte_m3: number;
  readonly bajo_corte_pct: number;
  readonly desde_corte_pct: number;
  /** Without history: distance from the average of the use and estrato. */
  readonly sin_historia_pct: number;
};

/** Ley 142/1994 art. 149. The 40 m³ are taken per billing period: the rule states no conversion. */
export const REGLAS_DESVIACION: readonly ReglaDesviacion[] = [
  {
    vigente_desde: '2001-01-23',
    norma: 'Ley 142/1994 art. 149, CRA 151/2001 art. 1.3.20.6',
    periodos: [6, 3],
    corte_m3: 40,
    bajo_corte_pct: 65,
    desde_corte_pct: 35,
    sin_historia_pct: 65,
  },
];

/** Periods that make the account's average: 6 monthly, 3 bimonthly (same source; dominio 2.3). */
export const periodosPromedio = (meses: number, fecha?: string): number =>
  vigenteEn(REGLAS_DESVIACION, fecha, 'límites de desviación').periodos[meses === 2 ? 1 : 0];

export type Comparacion = {
  readonly desviacion: boolean;
  /** What it was compared with: own history, the group, or nothing to compare with. */
  readonly base: 'historico' | 'estrato' | null;
  readonly promedio: Promedio | null;
  readonly umbral_pct: number;
};

/**
 * Whether measured m³ deviate significantly from the account's average, up or down, strictly: by
 * more than 65 % below 40 m³, 35 % from 40 m³. Without history, or all of it zero, outside 0.35 to
 * 1.65 of the group's average. Compares exact fractions. `meses` 1 or 2; `fecha` picks the rule.
 * Source: Ley 142/1994 art. 149, CRA 151/2001 art. 1.3.20.6.
 */
export function compararConsumo(
  m3: number,
  {
    historia,
    grupo,
    meses,
    fecha,
  }: { historia: readonly number[]; grupo: Promedio | null; meses: number; fecha?: string | undefined },
): Comparacion {
  const regla = vigenteEn(REGLAS_DESVIACION, fecha, 'límites de desviación');
  const propio = promedioDe(historia, regla.periodos[meses === 2 ? 1 : 0]);
  if (propio !== null && propio.suma > 0) {
    const umbral_pct = propio.suma >= regla.corte_m3 * propio.n ? regla.desde_corte_pct : regla.bajo_corte_pct;
    return { desviacion: seAparta(m3, propio, umbral_pct), base: 'historico', promedio: propio, umbral_pct };
  }
  const umbral_pct = regla.sin_historia_pct;
  if (grupo === null || grupo.n === 0) return { desviacion: false, base: null, promedio: null, umbral_pct };
  return { desviacion: seAparta(m3, grupo, umbral_pct), base: 'estrato', promedio: grupo, umbral_pct };
}

/** |m3 − suma/n| > pct % of suma/n, multiplied out so that only integers are compared. */
function seAparta(m3: number, { suma, n }: Promedio, pct: number): boolean {
  const distancia = Math.abs(m3 * n - suma) * 100;
  const limite = pct * suma;
  if (Number.isSafeInteger(distancia) && Number.isSafeInteger(limite)) return distancia > limite;
  const exacta = BigInt(m3) * BigInt(n) - BigInt(suma);
  return (exacta < 0n ? -exacta : exacta) * 100n > BigInt(pct) * BigInt(suma);
}
