import { z } from 'zod';

/**
 * Settings of a utility that have a safe default. Kept in `tenants.ajustes` as far as somebody set them, so that a
 * default may be improved for everybody who left it alone.
 */
export const ajustes = z.object({
  max_sin_lectura: z
    .number()
    .int()
    .min(1)
    .max(24)
    .meta({ description: 'Estimates in a row that raise `medidor_sin_lectura_n`' })
    .default(3),
  max_en_cero: z
    .number()
    .int()
    .min(1)
    .max(24)
    .meta({ description: 'Periods in a row with a dial that did not move that raise `consumo_cero`' })
    .default(3),
  interes_mora: z
    .boolean()
    .meta({ description: 'Late interest on the next bill (Ley 142 art. 96 leaves it to the utility)' })
    .default(false),
  exige_aprobacion: z
    .boolean()
    .meta({ description: 'A liquidated period is issued only after a second person approved it' })
    .default(false),
  limite_nota: z
    .number()
    .int()
    .min(0)
    .max(1e12)
    .meta({ description: 'Pesos of a note, or of all notes of a correction, above which a second person approves it' })
    .default(200_000),
});
export type Ajustes = z.infer<typeof ajustes>;
/** As they are kept: what nobody set is left out. */
export type AjustesGuardados = z.input<typeof ajustes>;

type Shape = typeof ajustes.shape;

/** A change of some of them. */
export const cambioAjustes = z.strictObject(
  Object.fromEntries(Object.entries(ajustes.shape).map(([name, field]) => [name, field.unwrap().optional()])) as {
    [K in keyof Shape]: z.ZodOptional<ReturnType<Shape[K]['unwrap']>>;
  },
);
