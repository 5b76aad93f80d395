import { z } from 'zod';
import { codigo, id } from '../core/schema.ts';
import { ejecucion } from '../ejecuciones/ejecuciones.schema.ts';

export const imprimirPeriodo = z.strictObject({
  codigo,
  ciclo: codigo.optional(),
  ruta: codigo.optional().meta({ description: 'One reading route alone' }),
});

export const byEjecucion = z.strictObject({ ejecucion_id: id });
export const byImpreso = z.strictObject({
  ejecucion_id: id,
  lote: z.number().int().min(0).max(1_000_000).meta({ description: 'Number of the file, from 0', example: 0 }),
});

/** A file of a print run. */
export const impreso = z.object({
  lote: z.number().int(),
  nombre: z.string(),
  facturas: z.number().int(),
  paginas: z.number().int().nullable().meta({ description: 'Null while it is not made yet' }),
  bytes: z.number().int().nullable(),
  sha256: z.string().nullable(),
});

export const impresos = z.object({ items: z.array(impreso) });

export const impresiones = z.object({
  items: z.array(ejecucion.extend({ ruta: z.string().nullable().meta({ description: 'The route it was asked for' }) })),
});
