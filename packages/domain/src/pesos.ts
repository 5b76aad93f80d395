// The only place where money is rounded and where money becomes text.
import { fueraDeRango } from './decimal.ts';
import type { Fraccion } from './decimal.ts';

/**
 * Whole pesos of an exact fraction, half away from zero: 0.5 → 1, −0.5 → −1.
 * Our convention: no national rounding rule was found (dominio 1.11).
 * Throws ReglaError `valor_fuera_de_rango` above 2^53 pesos.
 */
export function redondear({ n, d }: Fraccion): number {
  const magnitud = n < 0n ? -n : n;
  const pesos = Number((2n * magnitud + d) / (2n * d));
  if (!Number.isSafeInteger(pesos)) throw fueraDeRango();
  return n < 0n && pesos !== 0 ? -pesos : pesos;
}

/**
 * `redondear(a × b / d)` for safe integers, `d` > 0. While the product fits in 53 bits the
 * arithmetic of numbers is exact, and ten times faster than BigInt; beyond that, BigInt.
 */
export function redondearProducto(a: number, b: number, d: number): number {
  const n = a * b;
  if (!Number.isSafeInteger(n)) return redondear({ n: BigInt(a) * BigInt(b), d: BigInt(d) });
  const magnitud = n < 0 ? -n : n;
  const resto = magnitud % d; // exact, and so is the division after taking it away
  const pesos = (magnitud - resto) / d + (resto >= d - resto ? 1 : 0);
  return n < 0 && pesos !== 0 ? -pesos : pesos;
}

/** Sum of whole pesos; ReglaError `valor_fuera_de_rango` when it stops being exact. */
export function sumar(valores: Iterable<number>): number {
  let total = 0;
  for (const valor of valores) {
    total += valor;
    if (!Number.isSafeInteger(total)) throw fueraDeRango();
  }
  return total;
}

/** "$ 45.000", "-$ 1.200": whole pesos for people, the same on every machine (no Intl). */
export const formatPesos = (pesos: number): string =>
  pesos < 0 ? `-$ ${miles(String(-pesos))}` : `$ ${miles(String(pesos))}`;

/** "4276.37" → "$ 4.276,37", "-0.5" → "-$ 0,50": a unit price or an exact amount. */
export const formatDecimal = (texto: string): string =>
  texto.startsWith('-') ? `-$ ${formatNumero(texto.slice(1))}` : `$ ${formatNumero(texto)}`;

/** "29852.35" → "29.852,35": Colombian separators, no currency sign, for numbers not below zero. */
export function formatNumero(texto: string): string {
  const punto = texto.indexOf('.');
  return punto < 0 ? miles(texto) : `${miles(texto.slice(0, punto))},${texto.slice(punto + 1).padEnd(2, '0')}`;
}

function miles(digitos: string): string {
  let fin = digitos.length;
  if (fin <= 3) return digitos;
  let texto = '';
  for (; fin > 3; fin -= 3) texto = `.${digitos.slice(fin - 3, fin)}${texto}`;
  return digitos.slice(0, fin) + texto;
}
