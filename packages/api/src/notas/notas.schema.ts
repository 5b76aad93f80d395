import { ESTADOS_NOTA, ORIGENES_NOTA, TIPOS_NOTA } from '@cunservicios/domain/cartera/listas';
import { z } from 'zod';
import { fecha, id, instante, page, pesos, texto } from '../core/schema.ts';

export const motivo = texto(5, 500).meta({ description: 'Why, in words that the customer may read' });
export const sustento = texto(10, 2000)
  .optional()
  .meta({ description: 'Ground of a proven fraud: the only one that lifts the five months of Ley 142 art. 150' });

export const createNota = z.strictObject({
  numero_factura: texto(1, 50),
  motivo,
  sustento,
  lineas: z
    .array(
      z.strictObject({
        linea: z.number().int().min(0).max(500).meta({ description: "Place in the bill's `conceptos`, from 0" }),
        valor: pesos
          .refine((valor) => valor !== 0, { error: 'Escriba un valor distinto de cero.' })
          .meta({
            description: 'Below zero gives back, above zero charges',
          }),
      }),
    )
    .min(1)
    .max(100),
});

export const lineaNota = z.object({
  linea: z
    .number()
    .int()
    .nullable()
    .meta({ description: "Place in the bill's `conceptos`; null: it had no such line" }),
  servicio: z.string(),
  codigo: z.string(),
  concepto: z.string(),
  valor: pesos,
});

export const nota = z.object({
  id,
  tipo: z.enum(TIPOS_NOTA),
  numero: z.string().nullable().meta({ description: 'Given when it is applied' }),
  numero_factura: z.string(),
  numero_cuenta: z.string(),
  conceptos: z.array(lineaNota),
  valor: pesos,
  motivo: z.string(),
  sustento: z.string().nullable(),
  origen: z.enum(ORIGENES_NOTA),
  correccion_id: id.nullable(),
  estado: z.enum(ESTADOS_NOTA),
  fecha: fecha.nullable().meta({ description: 'Of its ledger entry' }),
  user_id: id.nullable().meta({ description: 'Who wrote it' }),
  resuelta_por: id.nullable().meta({ description: 'The second person, where one was needed' }),
  resuelta_en: instante.nullable(),
  observacion: z.string().nullable().meta({ description: 'What the second person said' }),
  created_at: instante,
});

export const listNotas = page.extend({
  numero_factura: texto(1, 50).optional(),
  estado: z.enum(ESTADOS_NOTA).optional(),
});

export const observacion = texto(5, 500).meta({ description: 'What the second person says of it' });
export const approveNota = z.strictObject({ nota_id: id, observacion: observacion.optional() });
export const rejectNota = z.strictObject({ nota_id: id, observacion });

export const byId = z.strictObject({ nota_id: id });

/** What a bill shows of its notes: those applied. */
export const notaDeFactura = nota.pick({
  id: true,
  numero: true,
  tipo: true,
  fecha: true,
  valor: true,
  motivo: true,
  conceptos: true,
});
