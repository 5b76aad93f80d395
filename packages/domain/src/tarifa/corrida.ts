// One tariff for many accounts: what a billing run calls a million times.
import { calcular } from './calcular.ts';
import type { Renglon } from './calcular.ts';
import { prepararClase, redactar, sinClases } from './liquidar.ts';
import type { Liquidacion } from './liquidar.ts';
import type { Servicio, Uso } from './listas.ts';
import { medidaDe } from './medida.ts';
import type { Consumo, Medida } from './medida.ts';
import { ordenarServicios } from './preparar.ts';
import type { ClasePreparada } from './preparar.ts';
import { rangosDe } from './rangos.ts';
import type { Rangos } from './rangos.ts';
import { factorDe } from './version.ts';
import type { VersionTarifa } from './version.ts';

export type ClaseCuenta = { readonly uso: Uso; readonly estrato: number | null; readonly unidades: number };

/** An account and its period. `clases` (mixed multiusuario) replaces uso, estrato and unidades. */
export type CuentaLiquidar = Consumo & {
  readonly uso: Uso;
  readonly estrato: number | null;
  readonly unidades?: number | undefined;
  readonly clases?: readonly ClaseCuenta[] | undefined;
  readonly servicios: readonly string[];
};

export type TarifaPreparada = {
  readonly rangos: Rangos;
  /** Lines and total of one account, with texts; errors as `liquidar`. */
  liquidar(cuenta: CuentaLiquidar): Liquidacion;
  /** The same lines as numbers only: for totals, comparisons and `verify`. */
  calcular(cuenta: CuentaLiquidar): Renglon[];
};

type Clases = { readonly servicios: readonly Servicio[]; readonly clases: readonly ClasePreparada[] };

/**
 * Reads a tariff version once for all the accounts of a period: the version in force on `fecha`,
 * the first day of the period (`versionVigente`), which also picks the ranges. `meses` 1 or 2.
 * Each combination of class and services is prepared at its first account and kept.
 */
export function prepararTarifa(
  version: VersionTarifa,
  periodo: { readonly altitud_msnm: number; readonly meses: number; readonly fecha: string },
): TarifaPreparada {
  const rangos = rangosDe(periodo.altitud_msnm, periodo.fecha);
  const preparadas = new Map<string, Clases>();

  const clasesDe = (cuenta: CuentaLiquidar): Clases => {
    const { uso, estrato, unidades = 1, servicios } = cuenta;
    let clave = `${uso}.${estrato}.${unidades}.${servicios.join('+')}`;
    if (cuenta.clases) for (const c of cuenta.clases) clave += `|${c.uso}.${c.estrato}.${c.unidades}`;
    let halladas = preparadas.get(clave);
    if (halladas === undefined) {
      halladas = preparar(version, cuenta.clases ?? [{ uso, estrato, unidades }], servicios);
      preparadas.set(clave, halladas);
    }
    return halladas;
  };
  const renglones = (cuenta: CuentaLiquidar, medida: Medida): Renglon[] => {
    const { servicios, clases } = clasesDe(cuenta);
    return calcular(servicios, clases, rangos.basico_m3, medida);
  };
  return {
    rangos,
    liquidar: (cuenta) => {
      const medida = medidaDe(cuenta, periodo.meses);
      return redactar(renglones(cuenta, medida), medida, rangos);
    },
    calcular: (cuenta) => renglones(cuenta, medidaDe(cuenta, periodo.meses)),
  };
}

function preparar(version: VersionTarifa, clases: readonly ClaseCuenta[], nombres: readonly string[]): Clases {
  const servicios = ordenarServicios(nombres);
  if (clases.length === 0) throw sinClases();
  const mixta = clases.length > 1;
  return {
    servicios,
    clases: clases.map((clase) => {
      const factores = Object.fromEntries(
        servicios.map((s) => [s, factorDe(version.factores, clase.uso, clase.estrato, s)]),
      );
      return prepararClase({ ...clase, factores }, servicios, version.servicios, mixta);
    }),
  };
}
