// Text as the fonts of a bill have it: WinAnsi, its widths, and lines that fit.
import { NEGRITA, NORMAL } from './helvetica.ts';

export type Fuente = 'normal' | 'negrita';
type Escrito = { fuente?: Fuente | undefined; cuerpo: number };

/** Characters that WinAnsi has between 0x80 and 0x9f. */
const ALTOS: Record<string, string> = {
  '€': '\u0080',
  '…': '\u0085',
  '‘': '\u0091',
  '’': '\u0092',
  '“': '\u0093',
  '”': '\u0094',
  '•': '\u0095',
  '–': '\u0096',
  '—': '\u0097',
  '™': '\u0099',
  Š: '\u008a',
  š: '\u009a',
  Œ: '\u008c',
  œ: '\u009c',
  Ž: '\u008e',
  ž: '\u009e',
  Ÿ: '\u009f',
};

/** What indigenous and foreign names hold beyond WinAnsi, as it is usually written without. */
const PARECIDOS: Record<string, string> = {
  '→': '->',
  '−': '-',
  '\u2009': ' ',
  '\u202f': ' ',
  ʼ: '\u0092',
  ꞌ: '\u0092',
  ʔ: '\u0092',
  ɨ: 'i',
  ɵ: 'o',
  ʉ: 'u',
  ɇ: 'e',
  ŋ: 'ng',
  ı: 'i',
  ł: 'l',
  đ: 'd',
  ꞓ: 'c',
  '≤': '<=',
  '≥': '>=',
};

const SENCILLO = /^[\u0020-\u007e\u0080-\u00ff]*$/;

/**
 * A text in WinAnsi, one character a byte. Whatever Spanish writes is there; a letter of another alphabet keeps its
 * base ("ẽ" is "e"), and what has none is "?".
 */
export function aWinAnsi(texto: string): string {
  if (SENCILLO.test(texto)) return texto;
  let salida = '';
  for (const caracter of texto.normalize('NFC')) salida += unCaracter(caracter);
  return salida;
}

function unCaracter(caracter: string): string {
  if (SENCILLO.test(caracter)) return caracter;
  const conocido = ALTOS[caracter] ?? PARECIDOS[caracter] ?? PARECIDOS[caracter.toLowerCase()]?.toUpperCase();
  if (conocido !== undefined) return conocido;
  if (/^[\s\p{Cc}]$/u.test(caracter)) return ' ';
  if (/^[\p{M}\p{Cf}]$/u.test(caracter)) return '';
  const base = caracter.normalize('NFD').replace(/\p{M}/gu, '');
  return base !== caracter && base !== '' ? aWinAnsi(base) : '?';
}

/** Width in points of a text that is in WinAnsi already. */
export function anchoDe(texto: string, { fuente = 'normal', cuerpo }: Escrito): number {
  const tabla = fuente === 'negrita' ? NEGRITA : NORMAL;
  let milesimas = 0;
  for (let i = 0; i < texto.length; i += 1) milesimas += tabla[texto.charCodeAt(i)] ?? 0;
  return (milesimas * cuerpo) / 1000;
}

/** The lines, no wider than `ancho`, that a text takes; a word wider than that is cut. */
export function partir(texto: string, escrito: Escrito, ancho: number): string[] {
  const lineas: string[] = [];
  let linea = '';
  for (const palabra of aWinAnsi(texto)
    .split(' ')
    .flatMap((larga) => trozos(larga, escrito, ancho))) {
    const junta = linea === '' ? palabra : `${linea} ${palabra}`;
    if (anchoDe(junta, escrito) <= ancho) linea = junta;
    else {
      if (linea !== '') lineas.push(linea);
      linea = palabra;
    }
  }
  return [...lineas, linea];
}

function trozos(palabra: string, escrito: Escrito, ancho: number): string[] {
  if (anchoDe(palabra, escrito) <= ancho) return [palabra];
  const partes: string[] = [];
  let parte = '';
  for (const letra of palabra) {
    if (parte !== '' && anchoDe(parte + letra, escrito) > ancho) {
      partes.push(parte);
      parte = '';
    }
    parte += letra;
  }
  return [...partes, parte];
}

/** At most `cuantas` lines; the last one ends in "…" when something is left out. */
export function partirHasta(texto: string, escrito: Escrito, ancho: number, cuantas: number): string[] {
  const lineas = partir(texto, escrito, ancho);
  if (lineas.length <= cuantas) return lineas;
  const guardadas = lineas.slice(0, cuantas);
  let ultima = guardadas.pop() ?? '';
  while (ultima !== '' && anchoDe(`${ultima}\u0085`, escrito) > ancho) ultima = ultima.slice(0, -1);
  return [...guardadas, `${ultima.trimEnd()}\u0085`];
}

/** The largest size, from `cuerpo` down to `minimo`, at which a text fits in one line. */
export function cuerpoQueCabe(texto: string, { fuente, cuerpo }: Escrito, ancho: number, minimo: number): number {
  const pedido = anchoDe(aWinAnsi(texto), { fuente, cuerpo });
  return pedido <= ancho ? cuerpo : Math.max(minimo, Math.floor(((cuerpo * ancho) / pedido) * 10) / 10);
}
