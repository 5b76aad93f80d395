// A version of the tariffs, as a tenant imports it (tarifas.json).
import { ReglaError } from '../regla.ts';
import type { Estrato, Servicio, Uso } from './listas.ts';

/** `cargo_fijo` in $ per suscriptor and month, `consumo` in $ per m³: exact decimal texts. */
export type Precios = { readonly cargo_fijo: string; readonly consumo: string };

/** One factor for every service ("-0.40" subsidises 40 %), or one per service. */
export type Factor = string | Readonly<Partial<Record<Servicio, string>>>;

export type Factores = {
  readonly residencial: Readonly<Record<`${Estrato}`, Factor>>;
} & { readonly [uso in Exclude<Uso, 'residencial'>]: Factor };

export type VersionTarifa = {
  readonly vigente_desde: string;
  /** The act, resolution or file the prices come from. */
  readonly fuente: string;
  readonly servicios: Readonly<Partial<Record<Servicio, Precios>>>;
  readonly factores: Factores;
};

/**
 * The factor of a class for one service, as decimal text.
 * Throws ReglaError `estrato_invalido`, `factor_faltante`.
 */
export function factorDe(factores: Factores, uso: Uso, estrato: number | null, servicio: Servicio): string {
  const factor = uso === 'residencial' ? factores.residencial[claveEstrato(estrato)] : factores[uso];
  const texto = typeof factor === 'object' ? factor[servicio] : factor;
  if (texto === undefined) {
    throw new ReglaError('factor_faltante', `La tarifa no tiene factor de ${servicio} para el uso ${uso}.`);
  }
  return texto;
}

function claveEstrato(estrato: number | null): `${Estrato}` {
  if (estrato === null || !Number.isInteger(estrato) || estrato < 1 || estrato > 6) {
    throw new ReglaError('estrato_invalido', 'El uso residencial necesita un estrato de 1 a 6.');
  }
  return `${estrato}` as `${Estrato}`;
}

/**
 * The version in force on a day (yyyy-mm-dd): for a bill, the first day of its period (dominio 1.2).
 * Throws ReglaError `sin_tarifa` when none had begun.
 */
export function versionVigente<T extends { readonly vigente_desde: string }>(
  versiones: readonly T[],
  fecha: string,
): T {
  let vigente: T | undefined;
  for (const version of versiones) {
    if (version.vigente_desde > fecha) continue;
    if (vigente === undefined || version.vigente_desde >= vigente.vigente_desde) vigente = version;
  }
  if (vigente === undefined) {
    throw new ReglaError('sin_tarifa', `No hay una tarifa vigente el ${fecha}.`);
  }
  return vigente;
}
