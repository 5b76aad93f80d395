import { ReglaError } from '../regla.ts';
import { vigenteEn } from '../vigencia.ts';
import type { Vigencia } from '../vigencia.ts';

/** `basico_m3` per suscriptor and month from an altitude up (the altitude itself when `incluida`). */
type Piso = { readonly desde_msnm: number; readonly incluida: boolean; readonly basico_m3: number };
type ReglaRangos = Vigencia & { readonly pisos: readonly Piso[] };

/**
 * Highest floor first. The final values of CRA 750/2016 are used without its transition of 2016 to
 * 2018, from the first period of the worked cases; exactly 1,000 and 2,000 m are the middle floor.
 */
export const REGLAS_RANGOS: readonly ReglaRangos[] = [
  {
    vigente_desde: '2016-01-01',
    norma: 'CRA 750/2016 (art. 2.6.1.3 CRA 943/2021)',
    pisos: [
      { desde_msnm: 2000, incluida: false, basico_m3: 11 },
      { desde_msnm: 1000, incluida: true, basico_m3: 13 },
      { desde_msnm: -100, incluida: true, basico_m3: 16 },
    ],
  },
];

export type Rangos = {
  /** m³ per suscriptor and month up to which consumption is básico. */
  readonly basico_m3: number;
  /** m³ per suscriptor and month up to which it is complementario: twice the básico. */
  readonly complementario_m3: number;
  readonly norma: string;
};

/**
 * Monthly consumption limits (m³ per suscriptor) at the mean altitude of the municipality (m above
 * sea level) on `fecha` (yyyy-mm-dd; without it the newest rule). A period of two months doubles them.
 * Source: CRA 750/2016, art. 2.6.1.3 CRA 943/2021.
 * Throws ReglaError `altitud_invalida`, `sin_norma`.
 */
export function rangosDe(altitud_msnm: number, fecha?: string): Rangos {
  const { pisos, norma } = vigenteEn(REGLAS_RANGOS, fecha, 'rangos de consumo');
  const piso = pisos.find((p) => altitud_msnm > p.desde_msnm || (p.incluida && altitud_msnm === p.desde_msnm));
  if (piso === undefined || altitud_msnm > 6000) {
    throw new ReglaError('altitud_invalida', 'La altitud debe estar entre -100 y 6.000 metros sobre el nivel del mar.');
  }
  return { basico_m3: piso.basico_m3, complementario_m3: 2 * piso.basico_m3, norma };
}
