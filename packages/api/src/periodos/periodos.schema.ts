import { z } from 'zod';
import { ACCIONES, ADVERTENCIAS, METODOS } from '@cunservicios/domain/consumo/listas';
import { USOS } from '@cunservicios/domain/tarifa/listas';
import { codigo, fecha, id, instante, page, pesos, texto } from '../core/schema.ts';
import { ejecucion } from '../ejecuciones/ejecuciones.schema.ts';
import { linea } from '../tarifas/tarifas.schema.ts';

/** A line of a bill: of a service, or of anything else billed with it. */
const lineaFactura = linea.extend({ servicio: z.string(), codigo: z.string() });

export const ESTADOS_PERIODO = ['abierto', 'liquidado', 'emitido', 'cerrado'] as const;

export const createPeriodo = z
  .strictObject({ ciclo: codigo, codigo, desde: fecha, hasta: fecha, fecha_emision: fecha, fecha_vencimiento: fecha })
  .refine((p) => p.hasta >= p.desde, { path: ['hasta'], error: 'El último día no puede ser anterior al primero.' })
  .refine((p) => p.fecha_emision >= p.hasta, {
    path: ['fecha_emision'],
    error: 'Se emite el último día del periodo o después.',
  })
  .refine((p) => p.fecha_vencimiento >= p.fecha_emision, {
    path: ['fecha_vencimiento'],
    error: 'La fecha límite de pago no puede ser anterior a la emisión.',
  });

export const periodo = z.object({
  id,
  ciclo: z.string(),
  codigo: z.string(),
  desde: fecha,
  hasta: fecha,
  fecha_emision: fecha,
  fecha_vencimiento: fecha,
  estado: z.enum(ESTADOS_PERIODO),
  cuentas: z.number().int().meta({ description: 'Accounts liquidated or billed' }),
  consumo_m3: z.number().int(),
  valor_total: pesos,
  aprobado_en: instante.nullable().meta({ description: 'When a second person approved it for issue' }),
  ejecucion: ejecucion.nullable().meta({ description: 'The last run over this period' }),
  version: z.number().int(),
});

/** `ciclo` is needed only when two cycles have a period of the same code. */
export const byCodigo = z.strictObject({ codigo, ciclo: codigo.optional() });

export const listPeriodos = page.extend({ ciclo: codigo.optional(), estado: z.enum(ESTADOS_PERIODO).optional() });

export const listPrefacturas = page.extend({
  codigo,
  ciclo: codigo.optional(),
  estado: z.enum(['lista', 'apartada']).optional(),
  advertencia: z.enum(ADVERTENCIAS).optional(),
  metodo: z.enum(METODOS).optional(),
  uso: z.enum(USOS).optional(),
  estrato: z.number().int().min(1).max(6).optional(),
  ruta: codigo.optional(),
  critica: z
    .enum(['pendiente', 'resuelta'])
    .optional()
    .meta({ description: 'Accounts with a warning that waits for a decision, or with one decided' }),
  orden: z
    .enum(['cuenta', 'atipicas'])
    .default('cuenta')
    .meta({ description: 'By account, or the widest change in pesos against the bill before first' }),
  q: texto(0, 50).optional().meta({ description: 'Account number' }),
});

export const prefactura = z.object({
  numero_cuenta: z.string(),
  nombre: z.string(),
  direccion: z.string(),
  ruta: z.string().nullable(),
  estado: z.enum(['lista', 'apartada']),
  motivo: z.string().nullable().meta({ description: 'Why the account was set apart' }),
  uso: z.enum(USOS),
  estrato: z.number().int().nullable(),
  medidor: z.string().nullable(),
  metodo: z.enum(METODOS).nullable(),
  consumo_m3: z.number().int().nullable(),
  consumo_anterior_m3: z.number().int().nullable().meta({ description: 'Billed in the period before' }),
  lectura_anterior: z.number().int().nullable(),
  lectura_actual: z.number().int().nullable(),
  desviacion: z.boolean(),
  advertencias: z.array(z.enum(ADVERTENCIAS)),
  valor_total: pesos,
  valor_anterior: pesos.nullable().meta({ description: 'Of the bill before' }),
  historia: z.array(z.number()).meta({ description: 'm³ measured before, oldest first' }),
  promedio: z
    .object({ suma: z.number(), n: z.number() })
    .nullable()
    .meta({ description: 'Average it was compared with or billed by, exact: suma / n' }),
  lectura: z
    .object({ fecha, m3: z.string().nullable(), causal: z.string().nullable() })
    .nullable()
    .meta({ description: 'Last reading of the period, or why there is none' }),
  resoluciones: z
    .array(
      z.object({
        advertencia: z.enum(ADVERTENCIAS),
        accion: z.enum(ACCIONES),
        motivo: z.string(),
        por: z.string().nullable(),
        en: instante,
      }),
    )
    .meta({ description: 'What people decided, oldest first' }),
  conceptos: z.array(lineaFactura),
});

const group = z.object({
  clave: z.string(),
  cuentas: z.number().int(),
  consumo_m3: z.number().int(),
  valor_total: pesos,
});

const persona = z.object({ id, nombre: z.string() });

/** A period in figures: what a person checks before issuing, and reads after. */
export const resumen = z.object({
  codigo: z.string(),
  cuentas: z.number().int(),
  consumo_m3: z.number().int(),
  valor_total: pesos,
  apartadas: z.number().int(),
  por_metodo: z.array(group),
  por_uso: z.array(group),
  por_estrato: z.array(group),
  por_advertencia: z.array(
    z.object({
      clave: z.string(),
      cuentas: z.number().int().meta({ description: 'Accounts that have it' }),
      pendientes: z.number().int().meta({ description: 'Of those, the ones nobody decided about' }),
      decididas: z
        .number()
        .int()
        .meta({ description: 'Accounts somebody decided about, whether they have it still or not' }),
    }),
  ),
  aprobacion: z
    .object({
      exigida: z.boolean().meta({ description: 'The utility wants a second person to approve before issue' }),
      liquido: persona.nullable(),
      aprobo: persona.nullable(),
    })
    .meta({ description: 'Who liquidated the period and who approved it for issue' }),
});
