import { EXCLUSIONES_SUSPENSION } from '@cunservicios/domain/cartera/listas';
import { z } from 'zod';
import { ESTADOS_CLIENTE } from '../clientes/clientes.schema.ts';
import { codigo, fecha, page, pesos, texto } from '../core/schema.ts';

/** An account in arrears, and whether it may be suspended. */
export const porSuspender = z.object({
  numero_cuenta: z.string(),
  nombre: z.string(),
  direccion: z.string(),
  ruta: z.string().nullable(),
  estado: z.enum(ESTADOS_CLIENTE),
  vencidas: z.number().int().meta({ description: 'Overdue bills with balance not under claim' }),
  deuda: pesos.meta({ description: 'Their balance not under claim' }),
  desde: fecha.meta({ description: 'Pay-by day of the oldest' }),
  exclusiones: z.array(z.enum(EXCLUSIONES_SUSPENSION)).meta({ description: 'Why it is not suspended' }),
  razones: z.array(z.string()).meta({ description: 'The same as sentences' }),
  protegido: z.string().nullable(),
  aviso: z
    .object({ fecha, suspension_desde: fecha })
    .nullable()
    .meta({ description: 'Standing notice, and the first day it may be suspended' }),
});

export const listPorSuspender = page.extend({
  procede: z.boolean().optional().meta({ description: 'Only those with no exclusion, or only those with one' }),
  ruta: codigo.optional(),
});

const cuentas = z.array(texto(1, 50)).min(1).max(100);

export const avisarSuspension = z.strictObject({
  cuentas,
  medio: texto(3, 120).meta({ description: 'How it was delivered, and to whom' }),
  fecha: fecha.optional().meta({ description: 'Day of delivery; today unless given' }),
});

export const ordenarSuspension = z.strictObject({
  cuentas,
  programada_para: fecha.optional().meta({ description: 'Day of the field work; today unless given' }),
});

export const resultadoSuspension = z.object({
  numero_cuenta: z.string(),
  hecho: z.boolean(),
  detalle: z.string(),
  numero_orden: z.string().nullable(),
});
