// One account of a run, from its stored inputs to its lines. The run and `verify` both call it.
import type { Accion, Advertencia, Metodo, Politica } from '@cunservicios/domain/consumo/listas';
import { type EstadoConsumo, type Lectura, type Medicion, medir, noTomada } from '@cunservicios/domain/consumo/medir';
import type { Promedio } from '@cunservicios/domain/consumo/promedio';
import { type ReglasConsumo, resolver, sinMedidor } from '@cunservicios/domain/consumo/resolver';
import { type Vertimiento, vertimientoDe } from '@cunservicios/domain/consumo/vertimiento';
import { sumar } from '@cunservicios/domain/pesos';
import type { ClaseCuenta, CuentaLiquidar, TarifaPreparada } from '@cunservicios/domain/tarifa/corrida';
import type { Linea } from '@cunservicios/domain/tarifa/explicar';
import type { Servicio, Uso } from '@cunservicios/domain/tarifa/listas';
import { type Mora, lineaMora } from './linea-mora.ts';

/** What holds for all accounts of a period. */
export type ReglasPeriodo = {
  tarifa_id: number;
  altitud_msnm: number;
  meses: 1 | 2;
  politica: Politica;
  /** First day of the period: picks the dated rules. */
  fecha: string;
  max_sin_lectura?: number;
  max_en_cero?: number;
  /** Whose money the desincentivo is, while it is in force (CRA 039/2024). */
  desincentivo?: { tercero_id: number };
};

/** A line of a bill, whoever made it. */
export type LineaFactura = Omit<Linea, 'servicio' | 'codigo'> & { servicio: string; codigo: string };

/** A line that was waiting for the account's next bill (table `cargos`). */
export type CargoPendiente = LineaFactura & { id: number; tercero_id: number | null };

/** What an account brings to a period. What most accounts do not have is left out. */
export type EntradaCuenta = {
  uso: Uso;
  estrato: number | null;
  servicios: Servicio[];
  unidades: number;
  antes: EstadoConsumo;
  lectura: (Lectura & { fecha: string }) | null;
  /** Average of its group, when the result depends on it. */
  grupo: Promedio | null;
  /** Mixed multiusuario. */
  clases?: ClaseCuenta[];
  /** It has no acueducto to measure. */
  sin_medidor?: true;
  vertimiento?: Vertimiento;
  /** A hidden leak under repair. */
  fuga?: true;
  /** What a person decided at the warnings desk. */
  accion?: Accion;
  /** Served only a part of the period. */
  prorrata?: { dias: number; dias_ciclo: number };
  exento_desincentivo?: true;
  cargos?: CargoPendiente[];
  mora?: Mora;
};

/** Everything a bill was calculated from, and the state it leaves; kept with the bill. */
export type Calculo = ReglasPeriodo &
  EntradaCuenta & {
    promedio: Promedio | null;
    en_investigacion: number;
    despues: EstadoConsumo;
    /** Pesos of this bill that are a third party's, by its id. */
    terceros?: Record<string, number> | undefined;
  };

export type CuentaCalculada = {
  metodo: Metodo;
  consumo_m3: number;
  lectura_anterior: number | null;
  lectura_actual: number | null;
  desviacion: boolean;
  advertencias: readonly Advertencia[];
  valor_total: number;
  conceptos: LineaFactura[];
  calculo: Calculo;
};

/** What the dial says of a period, as far as nobody decided otherwise. */
export const medirCuenta = ({
  antes,
  lectura,
  accion,
}: Pick<EntradaCuenta, 'antes' | 'lectura' | 'accion'>): Medicion =>
  accion === 'promediar' && lectura !== null ? noTomada(antes, lectura) : medir(antes, lectura);

/** The rules of consumption as they hold for one account. */
export const reglasDe = (reglas: ReglasPeriodo, { accion, fuga }: Pick<EntradaCuenta, 'accion' | 'fuga'>) =>
  ({
    ...reglas,
    ...(accion === 'confirmar' && { confirmada: true }),
    ...(fuga && { fuga }),
  }) satisfies ReglasConsumo;

/** Throws ReglaError when the account cannot be billed (no price for a service, no factor for its class…). */
export function calcularCuenta(
  tarifa: TarifaPreparada,
  reglas: ReglasPeriodo,
  entrada: EntradaCuenta,
  medicion: Medicion = medirCuenta(entrada),
): CuentaCalculada {
  const consumo = entrada.sin_medidor
    ? sinMedidor(entrada.antes)
    : resolver(entrada.antes, medicion, entrada.grupo, reglasDe(reglas, entrada));
  const { uso, mora, cargos = [] } = entrada;
  const { lineas } = tarifa.liquidar(cuentaALiquidar(reglas, entrada, consumo.m3));
  const intereses = mora && lineaMora(mora, uso);
  const conceptos: LineaFactura[] = [
    ...lineas,
    ...(intereses ? [intereses] : []),
    ...cargos.map(({ id: _id, tercero_id: _tercero, ...linea }) => linea),
  ];
  const terceros = tercerosDe(lineas, cargos, reglas);
  const { promedio, en_investigacion, estado_despues: despues } = consumo;
  return {
    metodo: consumo.metodo,
    consumo_m3: consumo.m3,
    lectura_anterior: consumo.lectura_anterior,
    lectura_actual: consumo.lectura_actual,
    desviacion: consumo.desviacion,
    advertencias: consumo.advertencias,
    valor_total: sumar(conceptos.map(({ valor }) => valor)),
    conceptos,
    calculo: { ...reglas, ...entrada, promedio, en_investigacion, despues, terceros },
  };
}

/** What the tariff is applied to, once the m³ are known. */
export const cuentaALiquidar = (reglas: ReglasPeriodo, entrada: EntradaCuenta, consumo_m3: number): CuentaLiquidar => ({
  uso: entrada.uso,
  estrato: entrada.estrato,
  servicios: entrada.servicios,
  unidades: entrada.unidades,
  clases: entrada.clases,
  ...entrada.prorrata,
  consumo_m3,
  vertimiento_m3: entrada.vertimiento && vertimientoDe(entrada.vertimiento, consumo_m3, reglas.meses),
  desincentivo: reglas.desincentivo !== undefined && !entrada.exento_desincentivo,
});

/** Pesos of other people on the bill, by their id; undefined when all are the utility's. */
function tercerosDe(lineas: readonly Linea[], cargos: readonly CargoPendiente[], { desincentivo }: ReglasPeriodo) {
  const ajenas = cargos.flatMap(({ tercero_id, valor }) => (tercero_id === null ? [] : [{ tercero_id, valor }]));
  if (desincentivo)
    for (const { codigo, valor } of lineas) if (codigo === 'desincentivo') ajenas.push({ ...desincentivo, valor });
  if (ajenas.length === 0) return undefined;
  const terceros: Record<string, number> = {};
  for (const { tercero_id, valor } of ajenas) terceros[tercero_id] = (terceros[tercero_id] ?? 0) + valor;
  return terceros;
}
