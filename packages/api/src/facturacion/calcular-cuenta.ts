// One account of a run, from its stored inputs to its lines. The run and `verify` both call it.
import type { Advertencia, Metodo, Politica } from '@cunservicios/domain/consumo/listas';
import { type EstadoConsumo, type Medicion, medir } from '@cunservicios/domain/consumo/medir';
import type { Promedio } from '@cunservicios/domain/consumo/promedio';
import { resolver } from '@cunservicios/domain/consumo/resolver';
import type { TarifaPreparada } from '@cunservicios/domain/tarifa/corrida';
import type { Linea } from '@cunservicios/domain/tarifa/explicar';
import type { Servicio, Uso } from '@cunservicios/domain/tarifa/listas';

/** What holds for all accounts of a period. */
export type ReglasPeriodo = {
  tarifa_id: number;
  altitud_msnm: number;
  meses: 1 | 2;
  politica: Politica;
  /** First day of the period: picks the dated rules. */
  fecha: string;
};

/** What an account brings to a period. */
export type EntradaCuenta = {
  uso: Uso;
  estrato: number | null;
  servicios: Servicio[];
  unidades: number;
  antes: EstadoConsumo;
  lectura: { dial: number; fecha: string } | null;
  /** Average of its group, when the result depends on it. */
  grupo: Promedio | null;
};

/** Everything a bill was calculated from, and the state it leaves; kept with the bill. */
export type Calculo = ReglasPeriodo &
  EntradaCuenta & { promedio: Promedio | null; en_investigacion: number; despues: EstadoConsumo };

export type CuentaCalculada = {
  metodo: Metodo;
  consumo_m3: number;
  lectura_anterior: number | null;
  lectura_actual: number | null;
  desviacion: boolean;
  advertencias: readonly Advertencia[];
  valor_total: number;
  conceptos: Linea[];
  calculo: Calculo;
};

export const medirCuenta = ({ antes, lectura }: Pick<EntradaCuenta, 'antes' | 'lectura'>): Medicion =>
  medir(antes, lectura);

/** Throws ReglaError when the account cannot be billed (no price for a service, no factor for its class…). */
export function calcularCuenta(
  tarifa: TarifaPreparada,
  reglas: ReglasPeriodo,
  entrada: EntradaCuenta,
  medicion: Medicion = medirCuenta(entrada),
): CuentaCalculada {
  const consumo = resolver(entrada.antes, medicion, entrada.grupo, reglas);
  const { uso, estrato, servicios, unidades } = entrada;
  const { lineas, total } = tarifa.liquidar({ uso, estrato, servicios, unidades, consumo_m3: consumo.m3 });
  const { promedio, en_investigacion, estado_despues: despues } = consumo;
  return {
    metodo: consumo.metodo,
    consumo_m3: consumo.m3,
    lectura_anterior: consumo.lectura_anterior,
    lectura_actual: consumo.lectura_actual,
    desviacion: consumo.desviacion,
    advertencias: consumo.advertencias,
    valor_total: total,
    conceptos: lineas,
    calculo: { ...reglas, ...entrada, promedio, en_investigacion, despues },
  };
}
