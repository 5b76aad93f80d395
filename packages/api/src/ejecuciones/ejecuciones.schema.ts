import { z } from 'zod';
import { id, instante, page } from '../core/schema.ts';

export const TIPOS_EJECUCION = [
  'liquidar',
  'emitir',
  'importar_clientes',
  'importar_lecturas',
  'importar_tarifas',
  'importar_cargos',
  'impacto_tarifas',
  'imprimir',
  'prever_correccion',
  'aplicar_correccion',
  'cargar_recaudo',
  'aplicar_recaudo',
] as const;
export const ESTADOS_EJECUCION = ['pendiente', 'en_curso', 'terminada', 'fallida'] as const;

/** A long piece of work and how far it is. */
export const ejecucion = z.object({
  id,
  tipo: z.enum(TIPOS_EJECUCION),
  estado: z.enum(ESTADOS_EJECUCION),
  periodo: z.string().nullable(),
  total: z.number().int().nullable(),
  hechas: z.number().int(),
  por_segundo: z.number().nullable().meta({ description: 'Items a second since it began' }),
  resultado: z.record(z.string(), z.unknown()),
  error: z.string().nullable(),
  created_at: instante,
  started_at: instante.nullable(),
  finished_at: instante.nullable(),
});

export const byId = z.strictObject({ ejecucion_id: id });
export const listEjecuciones = page.extend({ tipo: z.enum(TIPOS_EJECUCION).optional() });

export const rechazo = z.object({ linea: z.number().int(), columna: z.string(), mensaje: z.string() });

/** What an import did, line by line counted; `ejecucion_id` leads to the file of rejected rows. */
export const importacion = z.object({
  ejecucion_id: id,
  estado: z.enum(ESTADOS_EJECUCION),
  leidas: z.number().int(),
  creadas: z.number().int(),
  actualizadas: z.number().int(),
  sin_cambio: z.number().int(),
  rechazadas: z.number().int(),
  rechazos: z.array(rechazo).meta({ description: 'The first 100; all of them in the file of rejected rows' }),
});

/** The file itself: text, or its bytes as they arrive. */
export const archivo = z.strictObject({
  archivo: z.custom<string | AsyncIterable<Uint8Array>>(
    (value) =>
      typeof value === 'string' || (typeof value === 'object' && value !== null && Symbol.asyncIterator in value),
    { error: 'Envíe el contenido del archivo.' },
  ),
});
