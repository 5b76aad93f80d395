import { ReglaError } from '../regla.ts';
import { DOCUMENTOS } from './listas.ts';
import type { TipoDocumento } from './listas.ts';

/** DIAN's weights, from the right. */
const PESOS = [3, 7, 13, 17, 19, 23, 29, 37, 41, 43, 47, 53, 59, 67, 71] as const;

/**
 * The check digit of a NIT of 1 to 15 digits, without it: Σ digit × weight mod 11; below 2 it is the
 * digit, else 11 minus it (dominio 5.4). Throws ReglaError `documento_invalido`.
 */
export function digitoVerificacion(nit: string): number {
  if (!/^\d{1,15}$/.test(nit))
    throw new ReglaError('documento_invalido', `"${nit}" no es un NIT: solo dígitos, 15 como máximo.`);
  let suma = 0;
  for (const [i, peso] of PESOS.entries()) suma += peso * Number(nit.at(-1 - i) ?? 0);
  const resto = suma % 11;
  return resto < 2 ? resto : 11 - resto;
}

export type Documento = {
  readonly tipo_documento: TipoDocumento;
  readonly documento: string;
  /** Check digit, NIT only. */
  readonly dv: number | null;
};

/**
 * Reads a document as people write it ("900.123.818-0", " 1.020.304 "): no dots, no spaces, capitals.
 * A check digit after a hyphen must be right; without one it is computed.
 * Throws ReglaError `documento_invalido`, `nit_dv_invalido`.
 */
export function leerDocumento(tipo_documento: TipoDocumento, texto: string): Documento {
  const limpio = texto.replace(/[.\s]/g, '').toUpperCase();
  const [documento = '', digito, ...resto] = tipo_documento === 'NIT' ? limpio.split('-') : [limpio];
  const { nombre, forma } = DOCUMENTOS[tipo_documento];
  if (!forma.test(documento) || resto.length > 0) {
    throw new ReglaError('documento_invalido', `"${texto}" no es un número de ${nombre}.`);
  }
  if (tipo_documento !== 'NIT') return { tipo_documento, documento, dv: null };
  const dv = digitoVerificacion(documento);
  if (digito !== undefined && digito !== String(dv)) {
    throw new ReglaError(
      'nit_dv_invalido',
      `El dígito de verificación del NIT ${documento} no es ${digito}: revise el número.`,
    );
  }
  return { tipo_documento, documento, dv };
}
