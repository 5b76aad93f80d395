import { ESTADOS_ORDEN, RESULTADOS_ORDEN, TIPOS_ORDEN } from '@cunservicios/domain/cartera/listas';
import { z } from 'zod';
import { fecha, id, instante, page, pesos, texto } from '../core/schema.ts';

export const orden = z.object({
  id,
  numero_orden: z.string(),
  numero_cuenta: z.string(),
  direccion: z.string(),
  ruta: z.string().nullable(),
  medidor: z.string().nullable(),
  tipo: z.enum(TIPOS_ORDEN),
  estado: z.enum(ESTADOS_ORDEN),
  motivo: z.string(),
  programada_para: fecha,
  limite: instante.nullable().meta({ description: 'Until when the service must be back' }),
  atrasada: z.boolean().meta({ description: 'Pending after its limit' }),
  resultado: z.enum(RESULTADOS_ORDEN).nullable(),
  evidencia: z.string().nullable(),
  con_foto: z.boolean(),
  operario: z.string().nullable(),
  ejecutada_en: instante.nullable(),
  cargo: pesos.nullable().meta({ description: 'What its execution charged' }),
  anulada_motivo: z.string().nullable(),
  version: z.number().int(),
  created_at: instante,
});

export const listOrdenes = page.extend({
  numero_cuenta: texto(1, 50).optional(),
  estado: z.enum(ESTADOS_ORDEN).optional(),
  tipo: z.enum(TIPOS_ORDEN).optional(),
});

export const byOrden = z.strictObject({ numero_orden: texto(1, 40) });

export const createOrden = z.strictObject({
  numero_cuenta: texto(1, 50),
  tipo: z.enum(TIPOS_ORDEN),
  motivo: texto(5, 300),
  programada_para: fecha.optional().meta({ description: 'Today unless given' }),
});

/** About 700 kB of picture: what fits a JSON body. */
const MOST_BASE64 = 950_000;

export const ejecutarOrden = byOrden.extend({
  resultado: z.enum(RESULTADOS_ORDEN),
  evidencia: texto(10, 2_000).meta({ description: 'What was done and seen: seal, reading, who was there' }),
  operario: texto(2, 120).optional().meta({ description: 'Who did it; the user, unless given' }),
  ejecutada_en: z.iso
    .datetime({ offset: true, error: 'Escriba la fecha y hora como 2026-07-31T15:04:05-05:00.' })
    .optional()
    .meta({ description: 'Now unless given' }),
  foto: z.base64().max(MOST_BASE64).optional().meta({ description: 'A JPEG or PNG picture, base64' }),
});

export const anularOrden = byOrden.extend({ motivo: texto(5, 300) });

export const foto = z.object({ tipo: z.enum(['image/jpeg', 'image/png']), base64: z.string() });

export type ListOrdenes = z.infer<typeof listOrdenes>;
