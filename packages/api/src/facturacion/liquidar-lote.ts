// One chunk of a run: read its accounts, compute, write their prefacturas. No state outlives it.
import type { TenantTx } from '@cunservicios/db/tenant';
import type { TasaMes } from '@cunservicios/domain/cartera/intereses';
import type { Medicion } from '@cunservicios/domain/consumo/medir';
import { type Promedio, claveGrupo, sumarAlGrupo } from '@cunservicios/domain/consumo/promedio';
import { dependeDelGrupo } from '@cunservicios/domain/consumo/resolver';
import { ReglaError } from '@cunservicios/domain/regla';
import type { TarifaPreparada } from '@cunservicios/domain/tarifa/corrida';
import { type EntradaCuenta, type ReglasPeriodo, calcularCuenta, medirCuenta, reglasDe } from './calcular-cuenta.ts';
import { entradaDe } from './entrada-cuenta.ts';
import { leerEspeciales } from './especiales.ts';
import {
  type CuentaRow,
  type NewPrefactura,
  type Rango,
  deletePrefacturas,
  insertPrefacturas,
  selectCuentas,
} from './liquidar.queries.ts';
import type { PeriodoRow } from './periodo-para-correr.ts';

export type Corrida = {
  periodo: PeriodoRow;
  reglas: ReglasPeriodo;
  tarifa: TarifaPreparada;
  /** Monthly rates of late interest, when the utility charges it. */
  mora?: { tasas: TasaMes[] };
};
export type Grupos = Record<string, Promedio>;

/** What a chunk leaves behind: accounts finished, accounts that wait for the groups, and its share of the groups. */
export type ResultadoLote = { hechas: number; pendientes: number[]; grupos: Grupos };

/** First phase: measures every account of a chunk, or some, and finishes those that do not depend on their group. */
export async function liquidarLote(
  t: TenantTx,
  corrida: Corrida,
  rango: Rango,
  only?: number[],
): Promise<ResultadoLote> {
  if (!only) await deletePrefacturas(t, corrida.periodo.id, rango);
  const grupos = new Map<string, Promedio>();
  const pendientes: number[] = [];
  const decidir = (cuenta: CuentaRow, entrada: EntradaCuenta, medicion: Medicion) => {
    sumarCuenta(grupos, entrada, medicion);
    if (entrada.sin_medidor || !dependeDelGrupo(entrada.antes, medicion, reglasDe(corrida.reglas, entrada)))
      return entrada;
    pendientes.push(cuenta.id);
    return undefined;
  };
  const rows = await liquidar(t, corrida, rango, decidir, only);
  return { hechas: rows, pendientes, grupos: Object.fromEntries(grupos) };
}

/** What an account counts for in the average of its group: not as a mixed multiusuario, nor without meter. */
export function sumarCuenta(grupos: Map<string, Promedio>, entrada: EntradaCuenta, medicion: Medicion) {
  if (entrada.clases === undefined && !entrada.sin_medidor)
    sumarAlGrupo(grupos, claveGrupo(entrada.uso, entrada.estrato), medicion);
}

/** Some accounts of a chunk, with the averages of their whole groups: those that waited, or one that changed. */
export async function liquidarCuentas(t: TenantTx, corrida: Corrida, rango: Rango, cuentas: number[], grupos: Grupos) {
  const hechas = await liquidar(
    t,
    corrida,
    rango,
    (cuenta, entrada, medicion) => {
      const depende = dependeDelGrupo(entrada.antes, medicion, reglasDe(corrida.reglas, entrada));
      return depende ? { ...entrada, grupo: grupos[claveGrupo(cuenta.uso, cuenta.estrato)] ?? null } : entrada;
    },
    cuentas,
  );
  return { hechas };
}

/** Reads accounts, and writes the prefactura of each one that `decidir` gives an entry for. Answers how many. */
async function liquidar(
  t: TenantTx,
  corrida: Corrida,
  rango: Rango,
  decidir: (cuenta: CuentaRow, entrada: EntradaCuenta, medicion: Medicion) => EntradaCuenta | undefined,
  only?: number[],
) {
  const { periodo } = corrida;
  const [cuentas, especiales] = await Promise.all([
    selectCuentas(t, periodo, rango, only),
    leerEspeciales(t, corrida, rango),
  ]);
  const rows: NewPrefactura[] = [];
  for (const cuenta of cuentas) {
    try {
      const entrada = entradaDe(cuenta, corrida, especiales);
      if ('motivo' in entrada) {
        rows.push(apartada(cuenta, entrada.motivo));
        continue;
      }
      const medicion = medirCuenta(entrada);
      const decidida = decidir(cuenta, entrada, medicion);
      if (decidida) rows.push(prefactura(cuenta, corrida, decidida, medicion));
    } catch (error) {
      // One account that cannot be billed holds nobody else back.
      if (!(error instanceof ReglaError)) throw error;
      rows.push(apartada(cuenta, error.message));
    }
  }
  if (rows.length > 0) await insertPrefacturas(t, periodo.id, rows);
  return rows.length;
}

function prefactura(
  cuenta: CuentaRow,
  { tarifa, reglas }: Corrida,
  entrada: EntradaCuenta,
  medicion: Medicion,
): NewPrefactura {
  const { advertencias, ...calculada } = calcularCuenta(tarifa, reglas, entrada, medicion);
  const deCuenta: string[] = [];
  if (cuenta.estado === 'suspendido' && calculada.consumo_m3 > 0 && calculada.metodo === 'medido')
    deCuenta.push('consumo_en_suspendido');
  // Of a route, and neither a reading nor the reason why there is none: the reader passed it by.
  if (cuenta.ruta_id !== null && cuenta.lecturas.length === 0 && !entrada.sin_medidor && !entrada.lectura)
    deCuenta.push('salto_de_ruta');
  return {
    ...comun(cuenta),
    ...calculada,
    estado: 'lista',
    motivo: null,
    advertencias: deCuenta.length > 0 ? [...advertencias, ...deCuenta] : advertencias,
  };
}

const comun = ({ id, uso, estrato, medidor_id, ruta_id, valor_anterior, consumo_anterior_m3 }: CuentaRow) => ({
  cliente_id: id,
  uso,
  estrato,
  medidor_id,
  ruta_id,
  valor_anterior,
  consumo_anterior_m3,
});

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
