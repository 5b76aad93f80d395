import { z } from 'zod';
import { instante, page, pesos, texto } from '../core/schema.ts';

const mes = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: 'Escriba el mes como 2026-07.' })
  .meta({ example: '2026-07' });

/** A share of one as exact text: "0.2534" is 25.34 %. */
const tasa = z
  .string()
  .regex(/^[01](\.\d{1,6})?$/, { error: 'Escriba la tasa como fracción: 0.2534 es 25,34 %.' })
  .meta({ example: '0.2534' });

export const tasaMora = z.object({
  mes,
  tasa_anual: z.string().meta({ description: 'Simple yearly rate, exact decimal text' }),
  interes_bancario: z.string().nullable().meta({ description: 'Interés bancario corriente of the month' }),
  norma: z.string(),
  created_at: instante,
});

export const setTasaMora = z.strictObject({
  mes,
  tasa_anual: tasa,
  interes_bancario: tasa.nullable().default(null),
  norma: texto(3, 200).meta({ description: 'Where the rate comes from' }),
});

export const listTasasMora = page;

const anio = z.number().int().min(2000).max(2199);

export const salarioMinimo = z.object({ anio, valor: pesos, norma: z.string(), propio: z.boolean() });

export const setSalarioMinimo = z.strictObject({ anio, valor: pesos.positive(), norma: texto(3, 200) });
