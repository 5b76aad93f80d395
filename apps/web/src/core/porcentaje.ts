// Rates are kept as an exact share of one ("0.2534") and written by people as a percentage ("25,34").
import { z } from 'zod';

/** "0.2534" as "25,34 %": the point moves two places, nothing is rounded. */
export function porcentaje(tasa: string) {
  const [entero = '', decimales = ''] = tasa.split('.');
  const digitos = decimales.padEnd(2, '0');
  const antes = Number(`${entero}${digitos.slice(0, 2)}`);
  const despues = digitos.slice(2).replace(/0+$/, '');
  return `${antes}${despues && `,${despues}`}\u00a0%`;
}

/** What porcentaje gives, without its sign: for a field. */
export const porcentajeEnCampo = (tasa: string) => porcentaje(tasa).slice(0, -2);

/** A field with a percentage below 100; its value is the exact share. */
export const porcentajeEscrito = z
  .string()
  .trim()
  .regex(/^\d{1,2}([.,]\d{1,4})?$/, { error: 'Escriba el porcentaje, como 6 o 25,34.' })
  .transform((texto) => {
    const [entero = '', decimales = ''] = texto.split(/[.,]/);
    const fraccion = `${entero.padStart(2, '0')}${decimales}`.replace(/0+$/, '');
    return fraccion ? `0.${fraccion}` : '0';
  });
