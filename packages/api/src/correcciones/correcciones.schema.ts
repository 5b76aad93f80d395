import { ESTADOS_CORRECCION, OMISIONES, TIPOS_CORRECCION, TIPOS_NOTA } from '@cunservicios/domain/cartera/listas';
import { METODOS } from '@cunservicios/domain/consumo/listas';
import { TIPOS_DOCUMENTO } from '@cunservicios/domain/documento/listas';
import { USOS } from '@cunservicios/domain/tarifa/listas';
import { z } from 'zod';
import { fecha, id, instante, m3, page, pesos, texto } from '../core/schema.ts';
import { lecturaM3 } from '../medidores/medidores.schema.ts';
import { lineaNota, motivo, observacion, sustento } from '../notas/notas.schema.ts';
import { createTarifa } from '../tarifas/tarifas.schema.ts';

const numero_cuenta = texto(1, 50);
const desde = fecha.meta({ description: 'First day it holds: bills of periods that begin on it or later' });

/** What is changed in the past of an account. */
const cambio = z.discriminatedUnion('tipo', [
  z.strictObject({ tipo: z.literal('lectura'), lectura_id: id, lectura_m3: lecturaM3 }),
  z.strictObject({
    tipo: z.literal('clase'),
    numero_cuenta,
    desde,
    uso: z.enum(USOS),
    estrato: z.number().int().min(1).max(6).nullable(),
  }),
  z.strictObject({
    tipo: z.literal('titular'),
    numero_cuenta,
    desde,
    nombre: texto(1, 160),
    tipo_documento: z.enum(TIPOS_DOCUMENTO).nullable().default(null),
    documento: texto(1, 30).nullable().default(null),
  }),
  z.strictObject({ tipo: z.literal('tarifa'), numero_cuenta, desde, tarifa: createTarifa }),
  z.strictObject({
    tipo: z.literal('desviacion'),
    numero_factura: texto(1, 50),
    resultado: z.enum(['confirmar', 'promediar', 'corregir']),
    m3: m3.optional().meta({ description: 'With `corregir`: what was consumed' }),
  }),
]);
export type Cambio = z.infer<typeof cambio>;

export const vistaPrevia = z.strictObject({ cambio, sustento });

export const createCorreccion = z.strictObject({
  cambio,
  motivo,
  sustento,
  huella: texto(64, 64).meta({ description: 'Of the preview: what is done is what was seen' }),
});

export const lineaCorregida = lineaNota.extend({ antes: pesos, despues: pesos });

export const facturaCorregida = z.object({
  numero_factura: z.string(),
  periodo: z.string().nullable(),
  fecha_emision: fecha,
  consumo_antes: m3,
  consumo_despues: m3,
  metodo_antes: z.enum(METODOS),
  metodo_despues: z.enum(METODOS),
  valor_antes: pesos.meta({ description: 'The bill with the notes of earlier corrections' }),
  valor_despues: pesos.meta({ description: 'What it should have been' }),
  diferencia: pesos.meta({ description: 'Of its note: 0 when it gets none' }),
  nota: z.enum(TIPOS_NOTA).nullable(),
  omitida: z.enum(OMISIONES).nullable().meta({ description: 'Why it gets none' }),
  limite_cobro: fecha.meta({ description: 'Last day to charge what it left out (Ley 142 art. 150)' }),
  lineas: z.array(lineaCorregida),
});

export const vista = z.object({
  numero_cuenta: z.string(),
  huella: z.string(),
  facturas: z.array(facturaCorregida),
  debito: pesos,
  credito: pesos,
  diferencia: pesos,
  diferencia_m3: z.number().int(),
  cambios: z
    .array(z.object({ campo: z.string(), antes: z.string(), despues: z.string() }))
    .meta({ description: 'What is written besides the notes' }),
  requiere_aprobacion: z.boolean().meta({ description: 'Above `ajustes.limite_nota`: a second person decides' }),
});

export const correccion = z.object({
  id,
  tipo: z.enum(TIPOS_CORRECCION),
  numero_cuenta: z.string(),
  motivo: z.string(),
  sustento: z.string().nullable(),
  estado: z.enum(ESTADOS_CORRECCION),
  facturas: z.number().int(),
  diferencia: pesos,
  diferencia_m3: z.number().int(),
  cambio: z.record(z.string(), z.unknown()),
  deshace_id: id.nullable().meta({ description: 'The correction that this one undoes' }),
  masiva_id: id.nullable().meta({ description: 'The correction of all accounts it is part of' }),
  deshecha_por: id.nullable().meta({ description: 'The correction that undid this one' }),
  user_id: id.nullable(),
  resuelta_por: id.nullable(),
  resuelta_en: instante.nullable(),
  observacion: z.string().nullable(),
  created_at: instante,
});

export const listCorrecciones = page.extend({
  numero_cuenta: numero_cuenta.optional(),
  estado: z.enum(ESTADOS_CORRECCION).optional(),
});

export const byId = z.strictObject({ correccion_id: id });
export const approveCorreccion = byId.extend({ observacion: observacion.optional() });
export const rejectCorreccion = byId.extend({ observacion });
export const undoCorreccion = byId.extend({ motivo });
