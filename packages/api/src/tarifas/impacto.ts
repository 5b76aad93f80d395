// What other tariffs would do to the accounts of a period that was already liquidated.
import type { Renglon } from '@cunservicios/domain/tarifa/calcular';
import type { Uso } from '@cunservicios/domain/tarifa/listas';
import type { TarifaPreparada } from '@cunservicios/domain/tarifa/corrida';
import { cuentaALiquidar } from '../facturacion/calcular-cuenta.ts';
import type { CuentaDeImpacto } from './impacto.queries.ts';

/** Sums in whole pesos, of the accounts of one use and estrato. */
export type ImpactoGrupo = {
  uso: Uso;
  estrato: number | null;
  cuentas: number;
  suben: number;
  bajan: number;
  antes: number;
  despues: number;
  subsidios_antes: number;
  subsidios_despues: number;
  contribuciones_antes: number;
  contribuciones_despues: number;
};
export type CambioDeCuenta = {
  numero_cuenta: string;
  nombre: string;
  uso: Uso;
  estrato: number | null;
  consumo_m3: number;
  antes: number;
  despues: number;
};
export type Impacto = { grupos: ImpactoGrupo[]; mayores: CambioDeCuenta[] };

const MAYORES = 20;

/** Only what the tariff makes counts: interest and other people's lines stay as they are, and are left out. */
export function medirImpacto(
  cuentas: readonly CuentaDeImpacto[],
  antes: TarifaPreparada,
  despues: TarifaPreparada,
): Impacto {
  const parciales = cuentas.map(({ numero_cuenta, nombre, consumo_m3, calculo }): Impacto => {
    const cuenta = cuentaALiquidar(calculo, calculo, consumo_m3);
    const [a, d] = [sumas(antes.calcular(cuenta)), sumas(despues.calcular(cuenta))];
    const { uso, estrato } = calculo;
    const cambio = { numero_cuenta, nombre, uso, estrato, consumo_m3, antes: a.total, despues: d.total };
    const grupo = {
      uso,
      estrato,
      cuentas: 1,
      suben: Number(d.total > a.total),
      bajan: Number(d.total < a.total),
      antes: a.total,
      despues: d.total,
      subsidios_antes: a.subsidios,
      subsidios_despues: d.subsidios,
      contribuciones_antes: a.contribuciones,
      contribuciones_despues: d.contribuciones,
    };
    return { grupos: [grupo], mayores: a.total === d.total ? [] : [cambio] };
  });
  return sumarImpactos(parciales);
}

/** Several impacts as one: groups added up, the biggest changes kept. */
export function sumarImpactos(impactos: readonly Impacto[]): Impacto {
  const grupos = new Map<string, ImpactoGrupo>();
  for (const grupo of impactos.flatMap((impacto) => impacto.grupos)) {
    const clave = `${grupo.uso}.${grupo.estrato ?? ''}`;
    const sofar = grupos.get(clave);
    grupos.set(clave, sofar ? sumarGrupos(sofar, grupo) : grupo);
  }
  const cambio = ({ antes, despues }: CambioDeCuenta) => Math.abs(despues - antes);
  return {
    grupos: [...grupos].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, grupo]) => grupo),
    mayores: impactos
      .flatMap(({ mayores }) => mayores)
      .toSorted((a, b) => cambio(b) - cambio(a) || (a.numero_cuenta < b.numero_cuenta ? -1 : 1))
      .slice(0, MAYORES),
  };
}

function sumarGrupos({ uso, estrato, ...a }: ImpactoGrupo, b: ImpactoGrupo): ImpactoGrupo {
  const sumado = Object.entries(a).map(([campo, valor]) => [campo, valor + b[campo as keyof typeof a]]);
  return { uso, estrato, ...(Object.fromEntries(sumado) as typeof a) };
}

function sumas(renglones: readonly Renglon[]) {
  let [total, subsidios, contribuciones] = [0, 0, 0];
  for (const { codigo, valor } of renglones) {
    total += valor;
    if (codigo.startsWith('subsidio')) subsidios -= valor;
    if (codigo.startsWith('contribucion')) contribuciones += valor;
  }
  return { total, subsidios, contribuciones };
}
