// What an account consumed, checked and completed.
import { ReglaError } from '../regla.ts';

/** What varies from bill to bill. m³ are whole numbers; days only for a period that was not whole. */
export type Consumo = {
  readonly consumo_m3: number;
  /** m³ discharged when measured or from an own source; otherwise the m³ of acueducto. */
  readonly vertimiento_m3?: number | null | undefined;
  readonly dias?: number | undefined;
  readonly dias_ciclo?: number | undefined;
  /** Tenant's dated switch for CRA 039/2024; its money belongs to a third party. */
  readonly desincentivo?: boolean | undefined;
};

/** The same with nothing left open: equal days are a whole period. */
export type Medida = {
  readonly consumo_m3: number;
  readonly vertimiento_m3: number | null;
  readonly meses: number;
  readonly dias: number;
  readonly dias_ciclo: number;
  readonly desincentivo: boolean;
};

/**
 * The consumption checked and completed: a whole period unless both days are given.
 * Throws ReglaError `meses_invalidos`, `consumo_invalido`, `dias_invalidos`.
 */
export function medidaDe(consumo: Consumo, meses: number): Medida {
  const { consumo_m3, vertimiento_m3 = null, dias, dias_ciclo, desincentivo = false } = consumo;
  exigirEntero(meses, 1, 2, 'meses_invalidos', 'El período es de 1 o 2 meses.');
  const mensaje = 'Los metros cúbicos deben ser un número entero, 0 o más.';
  exigirEntero(consumo_m3, 0, 1e9, 'consumo_invalido', mensaje);
  if (vertimiento_m3 !== null) exigirEntero(vertimiento_m3, 0, 1e9, 'consumo_invalido', mensaje);
  if (dias === undefined && dias_ciclo === undefined) {
    return { consumo_m3, vertimiento_m3, meses, dias: 1, dias_ciclo: 1, desincentivo };
  }
  const mensajeDias = 'Los días servidos deben ser enteros, de 1 a los días del ciclo, y el ciclo de hasta 100 días.';
  exigirEntero(dias_ciclo, 1, 100, 'dias_invalidos', mensajeDias);
  exigirEntero(dias, 1, dias_ciclo, 'dias_invalidos', mensajeDias);
  return { consumo_m3, vertimiento_m3, meses, dias, dias_ciclo, desincentivo };
}

/** Throws ReglaError `code` unless `valor` is a whole number within both ends. */
export function exigirEntero(
  valor: number | undefined,
  minimo: number,
  maximo: number,
  code: string,
  mensaje: string,
): asserts valor is number {
  if (valor === undefined || !Number.isInteger(valor) || valor < minimo || valor > maximo) {
    throw new ReglaError(code, mensaje, { valor });
  }
}
