import { esGln } from '@cunservicios/domain/documento/gs1';
import { CAUSALES } from '@cunservicios/domain/consumo/listas';
import { z } from 'zod';
import { texto } from './schema.ts';

const cargo = (operacion: string) =>
  z
    .number()
    .int()
    .min(0)
    .max(10_000_000)
    .nullable()
    .meta({
      description: `Pesos charged for a ${operacion}, up to the legal ceiling; null: the ceiling (CRA 424/2007)`,
    })
    .default(null);

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
  causales: z
    .array(texto(1, 40))
    .max(60)
    .meta({ description: 'What readers choose from when a meter cannot be read' })
    .default([...CAUSALES]),
  interes_mora: z
    .boolean()
    .meta({ description: 'Late interest on the next bill (Ley 142 art. 96 leaves it to the utility)' })
    .default(false),
  periodos_suspension: z
    .number()
    .int()
    .min(1)
    .max(3)
    .meta({ description: 'Overdue bills that allow a suspension: at most 2 when bimonthly, 3 when monthly (art. 140)' })
    .default(2),
  dias_aviso_suspension: z
    .number()
    .int()
    .min(1)
    .max(30)
    .meta({ description: 'Business days from the notice to the first day of a suspension' })
    .default(5),
  cargo_suspension: cargo('suspensión'),
  cargo_reinstalacion: cargo('reinstalación'),
  cargo_corte: cargo('corte'),
  cargo_reconexion: cargo('reconexión'),
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
  asignacion_orden: z
    .enum(['antigua_primero', 'reciente_primero'])
    .meta({ description: 'Which bills a payment that names none goes to first (C. Civil art. 1653: the oldest)' })
    .default('antigua_primero'),
  asignacion_sobrante: z
    .enum(['otras_facturas', 'anticipo'])
    .meta({
      description: 'What a payment leaves over once the bills it names are paid: other bills owed, or an advance',
    })
    .default('otras_facturas'),
  asignacion_servicios: z
    .array(texto(1, 40))
    .max(30)
    .meta({ description: 'Inside a bill, after interest: the order in which its services are paid; the others follow' })
    .default(['acueducto', 'alcantarillado']),
  limite_reverso: z
    .number()
    .int()
    .min(0)
    .max(1e12)
    .meta({ description: 'Pesos of a payment above which a second person approves undoing it' })
    .default(200_000),
  exige_caja: z
    .boolean()
    .meta({ description: 'Cash is taken only by who has a session of the cash desk open' })
    .default(false),
  limite_diferencia_caja: z
    .number()
    .int()
    .min(0)
    .max(1e12)
    .meta({ description: 'Pesos missing or left over at closing a cash desk above which a second person approves' })
    .default(5_000),
  gln: z
    .string()
    .refine(esGln, { error: 'Escriba los 13 dígitos del GLN; el último es de verificación.' })
    .nullable()
    .meta({ description: 'GLN for the bar code that banks read (GS1-128); without it bills carry none' })
    .default(null),
  resolucion_dian: texto(0, 60)
    .meta({ description: 'Resolution that authorises the numbers of bills, for the DIAN export' })
    .default(''),
  atencion: texto(0, 200)
    .meta({ description: 'Where to ask and to claim, as printed on bills: office, telephone, hours' })
    .default(''),
  puntos_pago: texto(0, 200).meta({ description: 'Where to pay, as printed on bills' }).default(''),
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
