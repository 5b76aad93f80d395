// Rates are kept as an exact share of one ("0.2534") and written by people as a percentage ("25,34").
import { formatPorcentaje } from '@cunservicios/domain/porcentaje';
import { z } from 'zod';

/** "25,34 %", not broken over two lines. */
export const porcentaje = (tasa: string) => `${formatPorcentaje(tasa)}\u00a0%`;

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
