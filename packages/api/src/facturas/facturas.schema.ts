import { z } from 'zod';
import { TIPOS_FACTURA } from '@cunservicios/domain/cartera/listas';
import { ESTADOS_FACTURA } from '@cunservicios/domain/cartera/saldo';
import { METODOS } from '@cunservicios/domain/consumo/listas';
import { USOS } from '@cunservicios/domain/tarifa/listas';
import { SECCIONES } from '@cunservicios/domain/explicacion/factura-explicable';
import { codigo, fecha, id, instante, m3, page, pesos, texto } from '../core/schema.ts';
import { motivo, notaDeFactura } from '../notas/notas.schema.ts';
import { lecturaM3 } from '../medidores/medidores.schema.ts';
import { medio } from '../pagos/pagos.schema.ts';

const numeroFactura = texto(1, 50);

/** A line as a client writes it by hand; `valor` is what counts. */
const conceptoManual = z.strictObject({
  servicio: texto(1, 40).default('otros'),
  codigo: texto(1, 60).default('otro'),
  concepto: texto(1, 200),
  cantidad: texto(0, 30).default('1'),
  valor_unitario: texto(0, 30).default(''),
  formula: texto(0, 300).default(''),
  norma: texto(0, 200).default(''),
  valor: pesos,
});

export const createFactura = z
  .strictObject({
    numero_factura: numeroFactura,
    cliente_id: id,
    fecha_emision: fecha,
    fecha_vencimiento: fecha,
    valor_total: pesos.min(0),
    estado: z
      .enum(['Pendiente', 'Vencida'])
      .optional()
      .meta({ description: 'Taken and ignored: the state is derived' }),
    observaciones: texto(0, 1000).nullable().default(''),
    conceptos: z.array(conceptoManual).min(1).max(100),
  })
  .refine((f) => f.fecha_vencimiento >= f.fecha_emision, {
    path: ['fecha_vencimiento'],
    error: 'La fecha de vencimiento no puede ser anterior a la de emisión.',
  })
  .refine((f) => f.conceptos.reduce((sum, { valor }) => sum + valor, 0) === f.valor_total, {
    path: ['valor_total'],
    error: 'El total debe ser igual a la suma de los conceptos.',
  });

const concepto = z.object({
  servicio: z.string(),
  codigo: z.string(),
  concepto: z.string().meta({ description: 'What a person reads' }),
  cantidad: z.string(),
  valor_unitario: z.string(),
  formula: z.string(),
  norma: z.string(),
  valor: pesos,
});

export const factura = z.object({
  id,
  numero_factura: z.string(),
  tipo: z.enum(TIPOS_FACTURA).meta({ description: 'Of a period, by hand, or of consumption recovered' }),
  cliente_id: id,
  numero_cuenta: z.string(),
  periodo: z.string().nullable(),
  fecha_emision: fecha,
  fecha_vencimiento: fecha,
  valor_total: pesos,
  saldo: pesos.meta({ description: 'What is still owed of this bill' }),
  saldo_anterior: pesos.meta({ description: 'What the account owed when this bill was issued' }),
  en_reclamo: pesos.meta({ description: 'Part of it under an open claim' }),
  estado: z.enum(ESTADOS_FACTURA).meta({ description: 'Derived from balance and due date' }),
  observaciones: z.string(),
  conceptos: z.array(concepto),
  consumo_m3: m3.nullable(),
  metodo: z.enum(METODOS).nullable().meta({ description: 'How the m³ were found' }),
  lectura_anterior: z.number().int().nullable(),
  lectura_actual: z.number().int().nullable(),
  created_at: instante,
  version: z.number().int(),
});

/** A bill with the notes that were applied to it, oldest first, and why it is void. */
export const facturaConNotas = factura.extend({
  notas: z.array(notaDeFactura),
  anulacion: z
    .object({
      motivo: z.string(),
      fecha,
      reemplazo: z.string().nullable().meta({ description: 'Number of the bill in its place' }),
    })
    .nullable(),
});

export const listFacturas = page.extend({
  cliente_id: id.optional(),
  numero_cuenta: texto(1, 50).optional(),
  referencia: z
    .string()
    .regex(/^\d{2,24}$/, { error: 'Escriba los dígitos de la referencia de pago.' })
    .optional()
    .meta({ description: 'The payment reference of its bar code', example: '0000000123' }),
  estado: z.enum(ESTADOS_FACTURA).optional(),
  periodo: codigo.optional(),
  desde: fecha.optional().meta({ description: 'Issued on or after' }),
  hasta: fecha.optional().meta({ description: 'Issued on or before' }),
});

export const historial = page.extend({ numero_cuenta: texto(1, 50) });

export const byNumero = z.strictObject({ numero_factura: numeroFactura });

export const pagarFactura = z.strictObject({
  numero_factura: numeroFactura,
  valor: pesos.positive().optional().meta({ description: 'Whole balance unless given' }),
  medio: medio.default('Efectivo'),
  referencia: texto(1, 80).optional(),
});

export const anularFactura = z.strictObject({
  numero_factura: numeroFactura,
  motivo,
  reexpedir: z
    .strictObject({
      lectura_m3: lecturaM3.optional(),
      uso: z.enum(USOS).optional(),
      estrato: z.number().int().min(1).max(6).nullable().optional(),
    })
    .refine(({ uso, estrato }) => estrato === undefined || uso !== undefined, {
      path: ['uso'],
      error: 'Con el estrato escriba también el uso.',
    })
    .optional()
    .meta({ description: "Issue the account's bill of that period again, with what was wrong put right" }),
});

/** The two numbers printed on a paper bill. */
export const consultaPublica = z.strictObject({ numero_cuenta: texto(1, 50), numero_factura: numeroFactura });

/** What the two numbers open: amounts, consumption and why; no name, no address. */
export const facturaPublica = factura.pick({
  numero_factura: true,
  numero_cuenta: true,
  periodo: true,
  fecha_emision: true,
  fecha_vencimiento: true,
  valor_total: true,
  saldo: true,
  estado: true,
  conceptos: true,
  consumo_m3: true,
  metodo: true,
  lectura_anterior: true,
  lectura_actual: true,
});

/** How the bill was calculated: what was stored when it was issued. */
export const calculo = z.object({
  numero_factura: z.string(),
  tarifa: z.object({ vigente_desde: fecha, fuente: z.string() }).nullable(),
  calculo: z.record(z.string(), z.unknown()).nullable(),
});

/** A bill in sentences, from the dial to each peso. */
export const explicacion = z.object({
  numero_factura: z.string(),
  secciones: z.array(
    z.object({
      clave: z.enum(SECCIONES),
      titulo: z.string(),
      frases: z.array(z.object({ texto: z.string(), norma: z.string() })),
    }),
  ),
});

export type CreateFactura = z.infer<typeof createFactura>;
export type ListFacturas = z.infer<typeof listFacturas>;
