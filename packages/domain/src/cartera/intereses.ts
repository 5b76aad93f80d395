// Late interest of one account at a cut-off day, bill by bill.
import { addDays, diasDelMes, diffDays, escribirFecha } from '../calendario/fechas.ts';
import { leerDecimal } from '../decimal.ts';
import { formatPesos, redondear, sumar } from '../pesos.ts';
import { formatPorcentaje } from '../porcentaje.ts';
import { ReglaError } from '../regla.ts';
import { vigenteEn } from '../vigencia.ts';
import { TASAS_MORA_RESIDENCIAL } from './mora.ts';

/** Lines that are interest: they are no principal, so that interest never bears interest. */
export const CODIGOS_INTERES: readonly string[] = ['interes_mora', 'interes_convenio'];

/** A rate of the tenant's table for uses that are not residential. */
export type TasaMes = {
  /** yyyy-mm */
  readonly mes: string;
  /** Simple yearly rate, exact decimal text ("0.2543"). */
  readonly tasa_anual: string;
};

export type FacturaEnMora = {
  readonly numero: string;
  /** Last day to pay: the first day of interest is the next one. */
  readonly vencimiento: string;
  /** What `principalEnMora` gives. */
  readonly principal: number;
  /** First day whose interest is not billed yet; null: no interest of this bill was billed. */
  readonly desde: string | null;
};

/** Days in a row at one rate, both ends included. */
export type TramoMora = {
  readonly desde: string;
  readonly hasta: string;
  readonly dias: number;
  readonly tasa_anual: string;
};

export type InteresFactura = {
  readonly numero: string;
  readonly principal: number;
  readonly dias: number;
  readonly tramos: readonly TramoMora[];
  readonly interes: number;
};

export type InteresCuenta = { readonly lineas: readonly InteresFactura[]; readonly total: number };

/**
 * Unpaid principal of a bill that bears interest: a payment goes to the bill's interest lines first (Código Civil
 * art. 1653), so what is unpaid is principal up to `valor_total` less those lines; without the pesos under claim
 * (Ley 142/1994 art. 155; dominio 2.7). Never below zero.
 */
export function principalEnMora(factura: {
  readonly saldo: number;
  readonly valor_total: number;
  /** Sum of its lines of `CODIGOS_INTERES`. */
  readonly intereses: number;
  readonly en_reclamo: number;
}): number {
  const { saldo, valor_total, intereses, en_reclamo } = factura;
  return Math.max(Math.min(saldo, valor_total - intereses) - en_reclamo, 0);
}

/**
 * Late interest at the end of the day `corte`: simple, principal × rate × days / 365 with calendar days, the first
 * one being the day after `vencimiento` and the last one `corte`. Residential at the civil rate of each day (Ley
 * 142/1994 art. 96, Código Civil art. 1617); other uses at the tenant's rate of each calendar month (Código de Comercio
 * art. 884), February 29 being a day like any other over 365. Each bill is summed exactly over its months and rounded
 * once, half up (dominio 2.7). A bill without principal or without days gives no line.
 * Throws ReglaError `sin_norma` naming the month without a rate, `mora_invalida`.
 */
export function interesesDeCuenta(
  facturas: readonly FacturaEnMora[],
  regla: { readonly corte: string; readonly residencial: boolean; readonly tasas: readonly TasaMes[] },
): InteresCuenta {
  const lineas: InteresFactura[] = [];
  for (const { numero, vencimiento, principal, desde } of facturas) {
    if (!Number.isSafeInteger(principal) || principal < 0)
      throw new ReglaError('mora_invalida', `El capital en mora de la factura ${numero} no es un valor en pesos.`);
    const primero = addDays(vencimiento, 1);
    const inicio = desde !== null && desde > primero ? desde : primero;
    if (principal === 0 || inicio > regla.corte) continue;
    const tramos = tramosDe(inicio, regla);
    const dias = diffDays(inicio, regla.corte) + 1;
    lineas.push({ numero, principal, dias, tramos, interes: interesDe(principal, tramos) });
  }
  return { lineas, total: sumar(lineas.map(({ interes }) => interes)) };
}

function tramosDe(
  inicio: string,
  { corte, residencial, tasas }: { corte: string; residencial: boolean; tasas: readonly TasaMes[] },
): TramoMora[] {
  const tramos: TramoMora[] = [];
  for (let desde = inicio; desde <= corte;) {
    const { tasa_anual, hasta: fin } = residencial ? civil(desde) : mensual(desde, tasas);
    const hasta = fin < corte ? fin : corte;
    tramos.push({ desde, hasta, dias: diffDays(desde, hasta) + 1, tasa_anual });
    desde = addDays(hasta, 1);
  }
  return tramos;
}

function civil(dia: string) {
  const { anual, vigente_hasta = '9999-12-31' } = vigenteEn(TASAS_MORA_RESIDENCIAL, dia, 'tasas de mora');
  return { tasa_anual: anual, hasta: vigente_hasta };
}

function mensual(dia: string, tasas: readonly TasaMes[]) {
  const mes = dia.slice(0, 7);
  const tasa = tasas.find((una) => una.mes === mes);
  if (!tasa)
    throw new ReglaError('sin_norma', `Falta la tasa de mora de ${mes}: cárguela en la tabla de tasas mensuales.`, {
      mes,
    });
  const [anio, numero] = [Number(mes.slice(0, 4)), Number(mes.slice(5))];
  return { tasa_anual: tasa.tasa_anual, hasta: escribirFecha(anio, numero, diasDelMes(anio, numero)) };
}

function interesDe(principal: number, tramos: readonly TramoMora[]): number {
  let [n, d] = [0n, 1n];
  for (const { dias, tasa_anual } of tramos) {
    const tasa = leerDecimal(tasa_anual);
    if (tasa.n < 0) throw new ReglaError('mora_invalida', 'La tasa de mora debe ser 0 o más.');
    const denominador = BigInt(tasa.d);
    n = n * denominador + BigInt(tasa.n) * BigInt(dias) * d;
    d *= denominador;
  }
  return redondear({ n: n * BigInt(principal), d: d * 365n });
}

/** "40 días × $ 150.000 × 0.06 / 365": how a line's interest is explained. */
export const explicarInteres = ({ principal, tramos }: InteresFactura): string =>
  tramos.map(({ dias, tasa_anual }) => `${formatPesos(principal)} × ${tasa_anual} × ${dias} / 365`).join(' + ');

/** Share of the interés bancario corriente that a late interest may be at most (Código de Comercio art. 884). */
const TOPE_MORA = { n: 3n, d: 2n };

/** Throws ReglaError `tasa_sobre_tope` when a yearly rate is above 1.5 times the interés bancario corriente of its month. */
export function exigirTasaPermitida(tasa_anual: string, interes_bancario: string): void {
  const [tasa, ibc] = [leerDecimal(tasa_anual), leerDecimal(interes_bancario)];
  const supera = BigInt(tasa.n) * BigInt(ibc.d) * TOPE_MORA.d > BigInt(ibc.n) * BigInt(tasa.d) * TOPE_MORA.n;
  if (supera)
    throw new ReglaError(
      'tasa_sobre_tope',
      `La tasa de ${formatPorcentaje(tasa_anual)} % supera 1,5 veces el interés bancario corriente, que es ${formatPorcentaje(interes_bancario)} % (C. de Co. art. 884).`,
      { campo: 'tasa_anual' },
    );
}
