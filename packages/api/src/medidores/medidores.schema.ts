import { z } from 'zod';
import { fecha, id, page, texto } from '../core/schema.ts';

export const serial = texto(1, 40);

/** m³ as the dial shows them, at most three decimals, as text so that nothing is lost. */
export const lecturaM3 = z
  .string()
  .regex(/^\d{1,9}(\.\d{1,3})?$/, { error: 'Escriba la lectura en m³, como 1234 o 1234.567.' })
  .meta({ example: '1234.567' });

export const createMedidor = z.strictObject({
  numero_cuenta: texto(1, 50),
  serial,
  digitos: z
    .number()
    .int()
    .min(3)
    .max(9)
    .default(5)
    .meta({ description: 'Digits of the dial, for its going round past zero' }),
  instalado_en: fecha,
  lectura_instalacion: lecturaM3.optional(),
});

/** Taking a meter away; with `nuevo` another takes its place the same day. */
export const retirarMedidor = z
  .strictObject({
    serial,
    retirado_en: fecha,
    lectura_retiro: lecturaM3.optional().meta({ description: 'Its last dial; without it the period is estimated' }),
    causal: texto(3, 200).optional().meta({ description: 'Why: required when nobody could read it' }),
    nuevo: z
      .strictObject({ serial, digitos: createMedidor.shape.digitos, lectura_instalacion: lecturaM3.default('0') })
      .optional(),
  })
  .refine(({ lectura_retiro, causal }) => lectura_retiro !== undefined || causal !== undefined, {
    path: ['lectura_retiro'],
    error: 'Escriba la última lectura, o la causal si no se pudo leer.',
  });

export const medidor = z.object({
  id,
  serial: z.string(),
  numero_cuenta: z.string(),
  digitos: z.number().int(),
  instalado_en: fecha.nullable(),
  lectura_instalacion: z.string().nullable(),
  retirado_en: fecha.nullable(),
  lectura_retiro: z.string().nullable(),
  causal_retiro: z.string().nullable(),
});

export const listMedidores = page.extend({ numero_cuenta: texto(1, 50).optional(), serial: serial.optional() });
