// The GS1-128 code that banks read on a bill (dominio 5.1), checked by us: encoders accept month 13 in AI 96 and
// any length in AI 3900.
import { esFecha } from '../calendario/fechas.ts';
import { ReglaError } from '../regla.ts';

/** Check digit of a GLN from its first 12 digits: weights 1 and 3 alternating from the left. */
export function digitoGln(doce: string): number {
  if (!/^\d{12}$/.test(doce)) throw glnInvalido(doce);
  let suma = 0;
  for (let i = 0; i < 12; i += 1) suma += Number(doce[i]) * (i % 2 === 0 ? 1 : 3);
  return (10 - (suma % 10)) % 10;
}

/** Whether a text is a GLN of 13 digits whose last one is right. */
export const esGln = (gln: string): boolean => /^\d{13}$/.test(gln) && digitoGln(gln.slice(0, 12)) === Number(gln[12]);

const glnInvalido = (gln: string) => new ReglaError('gln_invalido', `"${gln}" no es un GLN de 13 dígitos.`);

/** Number of the series that issued bills take; nobody may write one by hand. */
const DE_SERIE = /^SPD(\d{9})$/;

/**
 * The payment reference of a bill: the nine digits of its number after a zero. A number written by hand may hold
 * anything, so that bill takes 99 and its row id in twelve digits: another length, so that no two bills share one.
 */
export function referenciaDePago({
  numero_factura,
  id,
}: {
  readonly numero_factura: string;
  readonly id: number;
}): string {
  const deSerie = DE_SERIE.exec(numero_factura)?.[1];
  return deSerie === undefined ? `99${String(id).padStart(12, '0')}` : `0${deSerie}`;
}

/**
 * The bill that a payment reference names, with or without zeros before it: by its number, or one numbered by hand by its
 * row id. Undefined when it is no reference of ours. The inverse of `referenciaDePago`.
 */
export function facturaDeReferencia(referencia: string): { numero_factura: string } | { id: number } | undefined {
  const digitos = /^0*(\d+)$/.exec(referencia)?.[1];
  if (digitos === undefined || digitos === '0') return undefined;
  if (digitos.length <= 9) return { numero_factura: `SPD${digitos.padStart(9, '0')}` };
  const id = Number(/^99(\d{12})$/.exec(digitos)?.[1]);
  return id > 0 ? { id } : undefined;
}

export type Recaudo = {
  readonly gln: string;
  readonly referencia: string;
  /** Whole pesos. */
  readonly valor: number;
  /** Last day to pay, yyyy-mm-dd. */
  readonly fecha: string;
};

export type CodigoRecaudo = {
  /** What a person reads below the bars: (415)…(8020)…(3900)…(96)… */
  readonly hri: string;
  /** What a scanner answers, FNC1 as `<FNC1>`. */
  readonly datos: string;
  /** Symbols of Code 128, set C: start, FNC1, pairs of digits, check, stop. */
  readonly valores: readonly number[];
};

const FNC1 = 102;
const START_C = 105;
const STOP = 106;

/**
 * The code of a bill: (415) GLN, (8020) reference, (3900) amount in 10 digits, (96) last day to pay. FNC1 goes first
 * and after the two variable fields. Throws ReglaError `gln_invalido`, `referencia_invalida`, `valor_invalido`,
 * `fecha_invalida`.
 */
export function codigoRecaudo({ gln, referencia, valor, fecha }: Recaudo): CodigoRecaudo {
  if (!esGln(gln)) throw glnInvalido(gln);
  if (!/^\d{2,24}$/.test(referencia) || referencia.length % 2 !== 0)
    throw new ReglaError(
      'referencia_invalida',
      `"${referencia}" no es una referencia de 2 a 24 dígitos, en número par.`,
    );
  if (!Number.isInteger(valor) || valor < 0 || valor > 9_999_999_999)
    throw new ReglaError('valor_invalido', 'El valor del código de recaudo va de 0 a 9.999.999.999 pesos.');
  if (!esFecha(fecha)) throw new ReglaError('fecha_invalida', `"${fecha}" no es una fecha como 2026-07-31.`);
  const pesos = String(valor).padStart(10, '0');
  const dia = fecha.replaceAll('-', '');
  const tramos = [`415${gln}8020${referencia}`, `3900${pesos}`, `96${dia}`];
  return {
    hri: `(415)${gln}(8020)${referencia}(3900)${pesos}(96)${dia}`,
    datos: tramos.map((tramo) => `<FNC1>${tramo}`).join(''),
    valores: code128(tramos),
  };
}

function code128(tramos: readonly string[]): number[] {
  const valores = [START_C];
  for (const tramo of tramos) {
    valores.push(FNC1);
    for (let i = 0; i < tramo.length; i += 2) valores.push(Number(tramo.slice(i, i + 2)));
  }
  const suma = valores.reduce((total, valor, i) => total + valor * Math.max(1, i), 0);
  return [...valores, suma % 103, STOP];
}
