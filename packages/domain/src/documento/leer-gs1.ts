// What a scanner types when it reads the code of a bill: the way back from `codigoRecaudo`.
import { esFecha } from '../calendario/fechas.ts';
import { type Recaudo, esGln } from './gs1.ts';

/** The reference varies in length; what follows it does not, so it needs no separator. */
const CODIGO = /^415(\d{13})8020(\d{2,24})3900(\d{10})96(\d{8})$/;

/**
 * The code that a text holds, undefined when it is none. Scanners send FNC1 as GS, as `<FNC1>` or not at all, some with
 * the mark `]C1` before; a person copies it with its parentheses.
 */
export function leerCodigoRecaudo(texto: string): Recaudo | undefined {
  const digitos = texto
    .trim()
    .replace(/^\]C1/i, '')
    // oxlint-disable-next-line no-control-regex -- GS is what scanners send for FNC1
    .replaceAll(/<FNC1>|[()\s\u001d]/g, '');
  const [, gln = '', referencia = '', valor = '', dia = ''] = CODIGO.exec(digitos) ?? [];
  const fecha = dia.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
  return esGln(gln) && referencia.length % 2 === 0 && esFecha(fecha)
    ? { gln, referencia, valor: Number(valor), fecha }
    : undefined;
}
