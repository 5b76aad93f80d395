// Exact numbers. A price, a factor or a quantity is an integer over an integer, never a float.
import { ReglaError } from './regla.ts';

/** An exact fraction of safe integers, `d` > 0: the fast form, for prices, factors and quantities. */
export type Razon = { readonly n: number; readonly d: number };

/** An exact fraction without limits, `d` > 0n, in lowest terms. */
export type Fraccion = { readonly n: bigint; readonly d: bigint };

const DECIMAL = /^-?\d{1,12}(?:\.\d{1,6})?$/;

/**
 * Reads a decimal text such as "4276.37" or "-0.30": at most 12 digits and 6 decimals, point only.
 * Exponents, commas, spaces, signs other than "-", and anything not text are refused:
 * ReglaError `decimal_invalido`.
 */
export function leerDecimal(texto: string): Razon {
  if (typeof texto !== 'string' || !DECIMAL.test(texto)) {
    throw new ReglaError('decimal_invalido', `"${texto}" no es un número decimal como 4276.37 o -0.30.`);
  }
  const punto = texto.indexOf('.');
  if (punto < 0) return { n: entero(texto), d: 1 };
  const decimales = texto.slice(punto + 1).replace(/0+$/, '');
  return { n: entero(texto.slice(0, punto) + decimales), d: 10 ** decimales.length };
}

function entero(digitos: string): number {
  const n = Number(digitos);
  if (!Number.isSafeInteger(n)) throw fueraDeRango();
  return n === 0 ? 0 : n; // "-0" reads as 0
}

/** The error for a result that whole numbers of 53 bits cannot hold. */
export const fueraDeRango = () =>
  new ReglaError('valor_fuera_de_rango', 'La cantidad es demasiado grande para calcularla con exactitud.');

/** Product of integers that must stay exact; ReglaError `valor_fuera_de_rango` otherwise. */
export function producto(a: number, b: number): number {
  const n = a * b;
  if (!Number.isSafeInteger(n)) throw fueraDeRango();
  return n;
}

/** Builds a fraction in lowest terms. A zero denominator is a programming error: RangeError. */
export function fraccion(n: bigint, d = 1n): Fraccion {
  if (d === 0n) throw new RangeError('fraction with denominator zero');
  const g = mcd(n < 0n ? -n : n, d < 0n ? -d : d);
  const signo = d < 0n ? -1n : 1n;
  return { n: (signo * n) / g, d: (signo * d) / g };
}

const mcd = (a: bigint, b: bigint): bigint => (b === 0n ? a || 1n : mcd(b, a % b));

/** "49252/5", or "6500" when whole: the form the worked cases use. */
export const textoFraccion = ({ n, d }: Fraccion): string => (d === 1n ? `${n}` : `${n}/${d}`);

/** Exact decimal text of a fraction ("7.5"), or null when its decimals never end (1/3). */
export function textoDecimal({ n, d }: Fraccion): string | null {
  let escala = 0;
  let resto = d;
  while (resto % 10n === 0n) [resto, escala] = [resto / 10n, escala + 1];
  while (resto % 2n === 0n) [resto, escala] = [resto / 2n, escala + 1];
  while (resto % 5n === 0n) [resto, escala] = [resto / 5n, escala + 1];
  if (resto !== 1n) return null;
  const escalado = (n * 10n ** BigInt(escala)) / d;
  const digitos = `${escalado < 0n ? -escalado : escalado}`.padStart(escala + 1, '0');
  const cola = escala === 0 ? '' : `.${digitos.slice(-escala)}`.replace(/\.?0+$/, '');
  return `${n < 0n ? '-' : ''}${escala === 0 ? digitos : digitos.slice(0, -escala)}${cola}`;
}
