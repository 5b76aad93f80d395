import { ORIGENES_PAGO } from '@cunservicios/domain/recaudo/listas';
import { z } from 'zod';
import { fecha, id, instante, page, pesos, texto } from '../core/schema.ts';

export const banco = z
  .string()
  .trim()
  .regex(/^\d{3}$/, { error: 'Escriba el código del banco: tres dígitos, como 007.' })
  .meta({ example: '007' });

const datos = {
  origen: z
    .enum(ORIGENES_PAGO)
    .default('archivo')
    .meta({ description: 'Whose money: of the bank’s own collection, of the cash desk …' }),
  banco,
  fecha: fecha.meta({ description: 'On the statement of the bank; never after today' }),
  dia: fecha.optional().meta({ description: 'Day whose collection it is; that of `fecha` unless given' }),
  valor: pesos.positive(),
  referencia: texto(1, 80),
  observaciones: texto(0, 500).default(''),
};

const EN_ORDEN = { path: ['dia'], error: 'El día del recaudo no puede ser posterior al de la consignación.' };
export const createConsignacion = z
  .strictObject(datos)
  .refine(({ dia, fecha: f }) => dia === undefined || dia <= f, EN_ORDEN);
export type CreateConsignacion = z.infer<typeof createConsignacion>;

export const consignacion = z.object({
  id,
  origen: z.enum(ORIGENES_PAGO),
  banco,
  fecha,
  dia: fecha,
  valor: pesos.meta({ description: 'Below zero: it undoes another' }),
  referencia: z.string(),
  observaciones: z.string(),
  anula_id: id.nullable().meta({ description: 'The one that it undoes' }),
  anulada: z.boolean().meta({ description: 'Another one undid it' }),
  user_id: id.nullable(),
  created_at: instante,
});

export const listConsignaciones = page.extend({
  origen: z.enum(ORIGENES_PAGO).optional(),
  banco: banco.optional(),
  desde: fecha.optional().meta({ description: 'Of collection on or after' }),
  hasta: fecha.optional().meta({ description: 'Of collection on or before' }),
});

export const anularConsignacion = z.strictObject({ consignacion_id: id, motivo: texto(5, 500) });

export const cargarConsignaciones = z.strictObject({
  archivo: z.string().min(1).max(500_000).meta({ description: 'The text of the CSV' }),
});
export const consignacionesCargadas = z.object({
  leidas: z.number().int(),
  creadas: z.number().int(),
  repetidas: z.number().int().meta({ description: 'Rows that were there already' }),
});
