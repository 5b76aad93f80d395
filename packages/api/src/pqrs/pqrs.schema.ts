import { z } from 'zod';
import { ESTADOS_PQR, TIPOS_PQR } from '@cunservicios/domain/pqr/listas';
import { fecha, id, instante, page, texto } from '../core/schema.ts';

export const createPqr = z.strictObject({
  tipo: z.enum(TIPOS_PQR),
  asunto: texto(3, 100),
  descripcion: texto(10, 20_000),
  cliente_id: id,
});

export const listPqrs = page.extend({
  cliente_id: id.optional(),
  numero_cuenta: texto(1, 50).optional(),
  tipo: z.enum(TIPOS_PQR).optional(),
  estado: z.enum(ESTADOS_PQR).optional(),
});

const radicado = texto(1, 40);
export const byRadicado = z.strictObject({ radicado });

export const changeEstado = z.strictObject({
  radicado,
  estado: z.enum(ESTADOS_PQR),
  nota: texto(0, 2000).default(''),
});

export const pqrResumen = z.object({
  id,
  radicado: z.string(),
  tipo: z.enum(TIPOS_PQR),
  estado: z.enum(ESTADOS_PQR),
  asunto: z.string(),
  descripcion: z.string(),
  cliente_id: id,
  numero_cuenta: z.string(),
  fecha_radicacion: fecha,
  limite_seguro: fecha.meta({ description: 'What the desk works by: 15 business days, the day of filing counted' }),
  limite_legal: fecha.meta({ description: 'What triggers silence: 15 business days, the day of filing not counted' }),
  created_at: instante,
  version: z.number().int(),
});

export const pqr = pqrResumen.extend({
  regla_plazo: z.string().meta({ description: 'The rule that gave the deadline' }),
  eventos: z.array(
    z.object({
      tipo: z.enum(['radicada', 'estado', 'nota']),
      de_estado: z.string().nullable(),
      a_estado: z.string().nullable(),
      nota: z.string(),
      autor: z.string().nullable(),
      created_at: instante,
    }),
  ),
});
