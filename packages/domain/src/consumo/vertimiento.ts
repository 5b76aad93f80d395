import type { ModoVertimiento } from './listas.ts';

/** Discharge of an account that is not simply its m³ of acueducto, in m³ a month. */
export type Vertimiento = { readonly modo: ModoVertimiento; readonly m3_mes: number };

/**
 * m³ of alcantarillado of a period: those of acueducto unless the account has an own source, which adds its
 * gauged volume, or its discharge is measured, which replaces them. Source: dominio 1.10.
 */
export const vertimientoDe = ({ modo, m3_mes }: Vertimiento, consumo_m3: number, meses: number): number =>
  m3_mes * meses + (modo === 'fuente_propia' ? consumo_m3 : 0);
