// A correction of all accounts at once: seen whole, then done whole.
import { ESTADOS_MASIVA, OMISIONES, TIPOS_NOTA } from '@cunservicios/domain/cartera/listas';
import { USOS } from '@cunservicios/domain/tarifa/listas';
import { z } from 'zod';
import { fecha, id, instante, page, pesos, texto } from '../core/schema.ts';
import { ejecucion } from '../ejecuciones/ejecuciones.schema.ts';
import { lineaNota, motivo, observacion, sustento } from '../notas/notas.schema.ts';
import { createTarifa } from '../tarifas/tarifas.schema.ts';

/** A version of the tariffs was wrong: what all bills of some periods should have been made with. */
const cambio = z.strictObject({
  tipo: z.literal('tarifa'),
  desde: fecha.meta({ description: 'Bills of periods that begin on it or later' }),
  hasta: fecha.optional().meta({ description: 'Last day on which those periods begin; no end unless given' }),
  tarifa: createTarifa,
});
export type CambioMasivo = z.infer<typeof cambio>;

export const createMasiva = z.strictObject({ cambio, motivo, sustento });

const sumas = {
  facturas: z.number().int(),
  debito: pesos,
  credito: pesos,
  omitidas: z
    .number()
    .int()
    .meta({ description: 'Bills that get no note: too late to charge, or it gives back too much' }),
};

export const resumenMasiva = z.object({
  grupos: z
    .array(
      z.object({
        uso: z.enum(USOS),
        estrato: z.number().int().nullable(),
        cuentas: z.number().int(),
        suben: z.number().int().meta({ description: 'Accounts that owe more' }),
        bajan: z.number().int().meta({ description: 'Accounts that owe less' }),
        ...sumas,
        omitido: pesos.meta({ description: 'Pesos of the bills left out' }),
      }),
    )
    .default([]),
  mayores: z
    .array(
      z.object({
        numero_cuenta: z.string(),
        nombre: z.string(),
        uso: z.enum(USOS),
        estrato: z.number().int().nullable(),
        facturas: z.number().int(),
        diferencia: pesos,
      }),
    )
    .default([])
    .meta({ description: 'The 20 accounts it moves most' }),
  fuera: z
    .object({ cuentas: z.number().int(), numeros: z.array(z.string()) })
    .default({ cuentas: 0, numeros: [] })
    .meta({
      description: 'Of an undo: accounts that stay corrected because something later stands on it; the first 20',
    }),
});
export type ResumenMasiva = z.infer<typeof resumenMasiva>;

export const masiva = z.object({
  id,
  estado: z.enum(ESTADOS_MASIVA),
  cambio: z.record(z.string(), z.unknown()),
  motivo: z.string(),
  sustento: z.string().nullable(),
  fecha: fecha.meta({ description: 'Day it was calculated for: the five months are counted to it' }),
  huella: z.string().nullable().meta({ description: 'Of what was calculated; to apply it' }),
  cuentas: z.number().int(),
  ...sumas,
  resumen: resumenMasiva,
  requiere_aprobacion: z.boolean().meta({ description: 'Above `ajustes.limite_nota`: a second person decides' }),
  deshace_id: id.nullable().meta({ description: 'The one that this one undoes' }),
  ejecucion: ejecucion.nullable().meta({ description: 'The run that calculates or applies it' }),
  user_id: id.nullable(),
  resuelta_por: id.nullable(),
  resuelta_en: instante.nullable(),
  observacion: z.string().nullable(),
  aplicada_en: instante.nullable(),
  created_at: instante,
});

export const facturaMasiva = z.object({
  numero_factura: z.string(),
  numero_cuenta: z.string(),
  valor_antes: pesos.meta({ description: 'The bill with the notes of earlier corrections' }),
  valor_despues: pesos.meta({ description: 'What it should have been' }),
  diferencia: pesos.meta({ description: 'Of its note: 0 when it gets none' }),
  nota: z.enum(TIPOS_NOTA).nullable(),
  omitida: z.enum(OMISIONES).nullable(),
  lineas: z.array(lineaNota),
});

export const listMasivas = page.extend({ estado: z.enum(ESTADOS_MASIVA).optional() });
export const byId = z.strictObject({ masiva_id: id });
export const listFacturasMasiva = page.extend({ masiva_id: id, numero_cuenta: texto(1, 50).optional() });
export const applyMasiva = byId.extend({
  huella: texto(64, 64).meta({ description: 'What is done is what was seen' }),
});
export const approveMasiva = byId.extend({ observacion: observacion.optional() });
export const rejectMasiva = byId.extend({ observacion });
export const undoMasiva = byId.extend({ motivo });
