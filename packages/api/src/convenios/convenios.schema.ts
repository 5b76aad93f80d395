import { ESTADOS_CONVENIO } from '@cunservicios/domain/cartera/listas';
import { z } from 'zod';
import { fecha, id, instante, page, pesos, texto } from '../core/schema.ts';

const cuota = z.object({
  cuota: z.number().int(),
  vence: fecha,
  capital: pesos,
  interes: pesos,
});

export const convenioResumen = z.object({
  id,
  numero_convenio: z.string(),
  numero_cuenta: z.string(),
  estado: z.enum(ESTADOS_CONVENIO),
  fecha,
  capital: pesos,
  saldo: pesos.meta({ description: 'Principal not billed yet: its balance in the ledger' }),
  tasa_anual: z.string(),
  primera_cuota: fecha,
  cuotas: z.number().int(),
  terminado_en: fecha.nullable(),
  terminado_motivo: z.string().nullable(),
  version: z.number().int(),
  created_at: instante,
});

export const convenio = convenioResumen.extend({
  plan: z.array(
    cuota.extend({ numero_factura: z.string().nullable().meta({ description: 'The bill that carries it' }) }),
  ),
  facturas: z.array(z.object({ numero_factura: z.string(), valor: pesos })).meta({ description: 'What it covers' }),
});

export const listConvenios = page.extend({
  numero_cuenta: texto(1, 50).optional(),
  estado: z.enum(ESTADOS_CONVENIO).optional(),
});

export const byConvenio = z.strictObject({ numero_convenio: texto(1, 40) });

export const createConvenio = z.strictObject({
  numero_cuenta: texto(1, 50),
  facturas: z
    .array(texto(1, 50))
    .min(1)
    .max(200)
    .optional()
    .meta({ description: 'Unpaid bills it covers; all those not under claim, unless given' }),
  cuotas: z.number().int().min(1).max(60),
  tasa_anual: z
    .string()
    .regex(/^0(\.\d{1,6})?$/, { error: 'Escriba la tasa como fracción menor que 1: 0.06 es 6 %.' })
    .default('0')
    .meta({ example: '0.06', description: 'Simple yearly rate' }),
  primera_cuota: fecha,
});

export const simulacionConvenio = z.object({
  capital: pesos,
  intereses: pesos,
  facturas: z.array(z.object({ numero_factura: z.string(), valor: pesos })),
  plan: z.array(cuota),
});

export const incumplirConvenio = byConvenio.extend({ motivo: texto(5, 300) });

export type CreateConvenio = z.infer<typeof createConvenio>;
