// How an explanation writes dates, quantities and averages.
import { MESES } from '../calendario/meses.ts';
import type { Promedio } from '../consumo/promedio.ts';
import { fraccion, textoDecimal } from '../decimal.ts';
import { formatNumero } from '../pesos.ts';

/** "31 de julio de 2026". */
export const fechaLarga = (fecha: string): string =>
  `${Number(fecha.slice(8))} de ${MESES[Number(fecha.slice(5, 7)) - 1] ?? ''} de ${fecha.slice(0, 4)}`;

/** "1.234", "-5". */
export const numero = (n: number): string => (n < 0 ? `-${formatNumero(String(-n))}` : formatNumero(String(n)));

/** "12 m³". */
export const metros = (n: number): string => `${numero(n)} m³`;

/** An exact average as people write it: "12", "12,50", and "12,33…" when its decimals go on. */
export function promedioEscrito({ suma, n }: Promedio): string {
  const cerrado = textoDecimal(fraccion(BigInt(suma), BigInt(n)));
  if (cerrado !== null && (cerrado.split('.')[1] ?? '').length <= 2) return formatNumero(cerrado);
  const centesimas = String((BigInt(suma) * 100n) / BigInt(n)).padStart(3, '0');
  return `${formatNumero(`${centesimas.slice(0, -2)}.${centesimas.slice(-2)}`)}…`;
}

/** "a", "a y b", "a, b y c". */
export const enumerar = (partes: readonly string[]): string =>
  partes.length < 2 ? (partes[0] ?? '') : `${partes.slice(0, -1).join(', ')} y ${partes.at(-1) ?? ''}`;

export const plural = (n: number, uno: string, varios: string): string => `${numero(n)} ${n === 1 ? uno : varios}`;
