// Collection files of banks and their rows.
import {
  ESTADOS_ARCHIVO_RECAUDO,
  ESTADOS_RECAUDO,
  MEDIOS_PAGO,
  MOTIVOS_RECAUDO,
  RESOLUCIONES_RECAUDO,
} from '@cunservicios/domain/recaudo/listas';
import { z } from 'zod';
import { fecha, id, instante, page, pesos, texto } from '../core/schema.ts';
import { archivo, ejecucion } from '../ejecuciones/ejecuciones.schema.ts';
import { banco, perfil, quien } from './perfiles-banco.schema.ts';

const cuantos = z.number().int();
const centavos = z.number().int().min(0).max(99);
const estadoRecaudo = z.enum(ESTADOS_RECAUDO);
const motivoRecaudo = z.enum(MOTIVOS_RECAUDO);

export const createArchivoRecaudo = archivo.extend({
  nombre: texto(1, 200).optional().meta({ description: 'Name of the file, to know it again' }),
});

export const byArchivoRecaudo = z.strictObject({ archivo_recaudo_id: id });

export const listArchivosRecaudo = page.extend({
  estado: z.enum(ESTADOS_ARCHIVO_RECAUDO).optional(),
  banco: banco.optional(),
  desde: fecha.optional().meta({ description: 'Collected on or after' }),
  hasta: fecha.optional().meta({ description: 'Collected on or before' }),
});

export const archivoRecaudo = z.object({
  id,
  nombre: z.string(),
  sha256: z.string(),
  bytes: cuantos,
  estado: z.enum(ESTADOS_ARCHIVO_RECAUDO),
  motivo: z.string().nullable().meta({ description: 'Why it was refused, whole' }),
  linea: cuantos.nullable().meta({ description: 'Line of the file where it was refused' }),
  banco: z.string().nullable(),
  fecha: fecha.nullable().meta({ description: 'Collection date: the `fecha_pago` of its payments' }),
  fecha_archivo: fecha.nullable(),
  hora: z.string().nullable(),
  modificador: z.string().nullable().meta({ description: 'A for the first file of a day, B for the next' }),
  cuenta: z.string().nullable().meta({ description: 'Account of the utility in the bank' }),
  tipo_cuenta: z.string().nullable(),
  lotes: cuantos.nullable(),
  registros: cuantos.nullable().meta({ description: 'Rows, as its control says' }),
  total: pesos.nullable().meta({ description: 'Pesos of its rows, as its control says' }),
  centavos: centavos.meta({ description: 'What its total has besides whole pesos' }),
  por_resolver: cuantos.meta({ description: 'Rows that wait for a person' }),
  ejecucion: ejecucion.nullable().meta({ description: 'The last run that works on it' }),
  user_id: quien,
  aplicado_por: quien,
  aplicado_en: instante.nullable(),
  created_at: instante,
});

const sumas = { registros: cuantos, valor: pesos };

/** What applying a file would do, or did. */
export const vistaArchivoRecaudo = z.object({
  estados: z.array(z.object({ estado: estadoRecaudo, motivo: motivoRecaudo.nullable(), ...sumas })),
  medios: z
    .array(z.object({ medio: z.enum(MEDIOS_PAGO), ...sumas }))
    .meta({ description: 'Rows to apply by the means that their channel says' }),
  destinos: z
    .array(
      z.object({
        destino: z.enum(['factura_pendiente', 'factura_pagada', 'factura_anulada', 'cuenta']),
        ...sumas,
      }),
    )
    .meta({
      description:
        'Rows to apply by what they name, as the books stand: money of a bill that is paid or void goes to what else its account owes, and else is an advance',
    }),
  perfil: perfil.nullable().meta({ description: 'With which it was read' }),
});

export const recaudo = z.object({
  id,
  archivo_recaudo_id: id,
  linea: cuantos.meta({ description: 'Line of its file' }),
  banco: z.string(),
  fecha,
  lote: cuantos,
  secuencia: cuantos,
  referencia: z.string().meta({ description: 'As the bank sent it, without what fills it up' }),
  valor: pesos,
  centavos,
  medio: z.enum(MEDIOS_PAGO),
  origen: z.string(),
  canal: z.string(),
  operacion: z.string(),
  autorizacion: z.string(),
  sucursal: z.string(),
  causal_devolucion: z.string().nullable(),
  estado: estadoRecaudo,
  motivo: motivoRecaudo.nullable(),
  repetido_de: id
    .nullable()
    .meta({ description: 'The row that came before with the same bank, date, batch and sequence' }),
  numero_cuenta: z.string().nullable(),
  numero_factura: z.string().nullable(),
  pago_id: id.nullable(),
  recibo: z.string().nullable(),
  resolucion: z.enum(RESOLUCIONES_RECAUDO).nullable(),
  observacion: z.string().nullable(),
  resuelto_por: quien,
  resuelto_en: instante.nullable(),
});

export const listRecaudos = page.extend({
  archivo_recaudo_id: id.optional(),
  estado: estadoRecaudo.optional(),
  por_resolver: z.boolean().optional().meta({ description: 'Only those that wait for a person, of applied files' }),
  banco: banco.optional(),
  referencia: texto(1, 48).optional(),
  desde: fecha.optional(),
  hasta: fecha.optional(),
});

const recaudo_id = id;
const observacion = texto(5, 500).meta({ description: 'Why, in words that an auditor may read' });

export const byRecaudo = z.strictObject({ recaudo_id });

export const asignarRecaudo = z
  .strictObject({
    recaudo_id,
    numero_factura: texto(1, 50).optional().meta({ description: 'The bill it pays' }),
    numero_cuenta: texto(1, 50).optional().meta({ description: 'The account whose money it is' }),
    observacion,
  })
  .refine(({ numero_factura, numero_cuenta }) => (numero_factura === undefined) !== (numero_cuenta === undefined), {
    path: ['numero_cuenta'],
    error: 'Diga de quién es el dinero: una cuenta o una factura.',
  });

export const descartarRecaudo = z.strictObject({ recaudo_id, observacion });
