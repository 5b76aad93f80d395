// What suspending and restoring a service may cost at most.
import { leerDecimal } from '../decimal.ts';
import { redondearProducto } from '../pesos.ts';
import { vigenteEn } from '../vigencia.ts';
import type { Vigencia } from '../vigencia.ts';

export const CARGOS = ['suspension', 'reinstalacion', 'corte', 'reconexion'] as const;
export type Cargo = (typeof CARGOS)[number];

type Smmlv = Vigencia & { readonly pesos: number };

/** Monthly minimum wage by year; a tenant adds the years to come. */
export const SMMLV: readonly Smmlv[] = [
  { vigente_desde: '2024-01-01', vigente_hasta: '2024-12-31', pesos: 1_300_000, norma: 'Decreto 2292/2023' },
  { vigente_desde: '2025-01-01', vigente_hasta: '2025-12-31', pesos: 1_423_500, norma: 'Decreto 1572/2024' },
];

/** The wages of the program with a tenant's own, which count instead of those of the same year; oldest first. */
export function salariosMinimos(
  propios: readonly { readonly anio: number; readonly valor: number; readonly norma: string }[],
): (Smmlv & { readonly propio?: boolean })[] {
  const propias = propios.map(({ anio, valor, norma }) => ({
    vigente_desde: `${anio}-01-01`,
    vigente_hasta: `${anio}-12-31`,
    pesos: valor,
    norma,
    propio: true,
  }));
  const traidas = SMMLV.filter((salario) => !propias.some((uno) => uno.vigente_desde === salario.vigente_desde));
  return [...traidas, ...propias].toSorted((a, b) => (a.vigente_desde < b.vigente_desde ? -1 : 1));
}

type Topes = Vigencia & { readonly fraccion: Readonly<Record<Cargo, string>> };

/** Ceilings as a share of the monthly minimum wage. */
export const TOPES_CARGOS: readonly Topes[] = [
  {
    vigente_desde: '2007-01-01',
    norma: 'CRA 424/2007',
    fraccion: { suspension: '0.014', reinstalacion: '0.012', corte: '0.024', reconexion: '0.022' },
  },
];

/**
 * The most that may be charged (whole pesos) for an operation executed on a date, with evidence.
 * Source: CRA 424/2007. `salarios` replaces the table of minimum wages.
 * Throws ReglaError `sin_norma` when the wage of that year is not loaded.
 */
export function cargoMaximo(cargo: Cargo, fecha: string, salarios: readonly Smmlv[] = SMMLV): number {
  const { pesos } = vigenteEn(salarios, fecha, 'salarios mínimos');
  const { n, d } = leerDecimal(vigenteEn(TOPES_CARGOS, fecha, 'topes de cargos').fraccion[cargo]);
  return redondearProducto(pesos, n, d);
}
