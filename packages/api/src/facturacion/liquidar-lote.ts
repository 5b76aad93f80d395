// One chunk of a run: read its accounts, compute, write their prefacturas. No state outlives it.
import type { TenantTx } from '@cunservicios/db/tenant';
import { dialDe, lecturasDelPeriodo } from '@cunservicios/domain/consumo/lecturas';
import { type Medicion, estadoInicial } from '@cunservicios/domain/consumo/medir';
import { type Promedio, claveGrupo, sumarAlGrupo } from '@cunservicios/domain/consumo/promedio';
import { dependeDelGrupo } from '@cunservicios/domain/consumo/resolver';
import { ReglaError } from '@cunservicios/domain/regla';
import type { TarifaPreparada } from '@cunservicios/domain/tarifa/corrida';
import { type EntradaCuenta, type ReglasPeriodo, calcularCuenta, medirCuenta } from './calcular-cuenta.ts';
import {
  type CuentaRow,
  type NewPrefactura,
  type Rango,
  deletePrefacturas,
  insertPrefacturas,
  selectCuentas,
} from './liquidar.queries.ts';
import type { PeriodoRow } from './periodo-para-correr.ts';

export type Corrida = { periodo: PeriodoRow; reglas: ReglasPeriodo; tarifa: TarifaPreparada };
export type Grupos = Record<string, Promedio>;

/** What a chunk leaves behind: accounts finished, accounts that wait for the groups, and its share of the groups. */
export type ResultadoLote = { hechas: number; pendientes: number[]; grupos: Grupos };

/** First phase: measures every account and finishes those that do not depend on their group. */
export async function liquidarLote(t: TenantTx, corrida: Corrida, rango: Rango): Promise<ResultadoLote> {
  await deletePrefacturas(t, corrida.periodo.id, rango);
  const grupos = new Map<string, Promedio>();
  const rows: NewPrefactura[] = [];
  const pendientes: number[] = [];
  for (const cuenta of await selectCuentas(t, corrida.periodo, rango)) {
    const entrada = entradaDe(cuenta, null);
    if ('motivo' in entrada) {
      rows.push(apartada(cuenta, entrada.motivo));
      continue;
    }
    const medicion = medirCuenta(entrada);
    sumarAlGrupo(grupos, claveGrupo(cuenta.uso, cuenta.estrato), medicion);
    if (dependeDelGrupo(entrada.antes, medicion, corrida.reglas)) pendientes.push(cuenta.id);
    else rows.push(prefactura(cuenta, corrida, entrada, medicion));
  }
  if (rows.length > 0) await insertPrefacturas(t, corrida.periodo.id, rows);
  return { hechas: rows.length, pendientes, grupos: Object.fromEntries(grupos) };
}

/** Second phase: the accounts that waited, with the average of their whole group. */
export async function liquidarPendientes(
  t: TenantTx,
  corrida: Corrida,
  rango: Rango,
  pendientes: number[],
  grupos: Grupos,
) {
  const rows = (await selectCuentas(t, corrida.periodo, rango, pendientes)).map((cuenta) => {
    const entrada = entradaDe(cuenta, grupos[claveGrupo(cuenta.uso, cuenta.estrato)] ?? null);
    return 'motivo' in entrada ? apartada(cuenta, entrada.motivo) : prefactura(cuenta, corrida, entrada);
  });
  if (rows.length > 0) await insertPrefacturas(t, corrida.periodo.id, rows);
  return { hechas: rows.length };
}

function entradaDe(cuenta: CuentaRow, grupo: Promedio | null): EntradaCuenta | { motivo: string } {
  const { uso, estrato, servicios, unidades, inicial } = cuenta;
  if (cuenta.medidor_id === null)
    return { motivo: 'La cuenta no tiene medidor instalado. Instale uno o retire la cuenta.' };
  const leidas = cuenta.lecturas.map(({ fecha, m3, tipo }) => ({ fecha_lectura: fecha, dial: dialDe(m3), tipo }));
  if (cuenta.antes === null && inicial === null && leidas.length === 0)
    return {
      motivo: 'El medidor no tiene lectura inicial en este periodo ni antes. Regístrela para empezar a facturar.',
    };
  const { real } = lecturasDelPeriodo(leidas);
  const fecha = leidas.findLast(({ dial, tipo }) => tipo === 'real' && dial === real)?.fecha_lectura;
  return {
    uso,
    estrato,
    servicios,
    unidades,
    grupo,
    antes: cuenta.antes ?? estadoInicial(inicial?.dial ?? null),
    lectura: real === null || fecha === undefined ? null : { dial: real, fecha },
  };
}

function prefactura(
  cuenta: CuentaRow,
  { tarifa, reglas }: Corrida,
  entrada: EntradaCuenta,
  medicion?: Medicion,
): NewPrefactura {
  try {
    const { advertencias, ...calculada } = calcularCuenta(tarifa, reglas, entrada, medicion);
    const suspendida = cuenta.estado === 'suspendido' && calculada.consumo_m3 > 0 && calculada.metodo === 'medido';
    return {
      ...comun(cuenta),
      ...calculada,
      estado: 'lista',
      motivo: null,
      advertencias: suspendida ? [...advertencias, 'consumo_en_suspendido'] : advertencias,
    };
  } catch (error) {
    // One account that cannot be billed holds nobody else back.
    if (!(error instanceof ReglaError)) throw error;
    return apartada(cuenta, error.message);
  }
}

const comun = ({ id, uso, estrato, medidor_id }: CuentaRow) => ({ cliente_id: id, uso, estrato, medidor_id });

const apartada = (cuenta: CuentaRow, motivo: string): NewPrefactura => ({
  ...comun(cuenta),
  estado: 'apartada',
  motivo,
  metodo: null,
  consumo_m3: null,
  lectura_anterior: null,
  lectura_actual: null,
  desviacion: false,
  advertencias: [],
  valor_total: 0,
  conceptos: [],
  calculo: {},
});
