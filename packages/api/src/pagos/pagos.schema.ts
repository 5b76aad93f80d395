import {
  AVISOS_PAGO,
  CAUSAS_REVERSO,
  ESTADOS_REVERSO,
  MEDIOS_PAGO,
  ORIGENES_PAGO,
} from '@cunservicios/domain/recaudo/listas';
import { z } from 'zod';
import { codigo, fecha, id, instante, page, pesos, texto } from '../core/schema.ts';

export const medio = z.enum(MEDIOS_PAGO);
const positivo = pesos.positive();
const numeroFactura = texto(1, 50);

export const detalle = z
  .record(z.string(), pesos)
  .meta({ description: 'Inside the bill: `intereses`, then each service, in pesos' });

const parte = z.object({
  numero_factura: z.string(),
  valor: pesos,
  detalle,
});

const reversoDePago = z.object({
  id,
  numero: z.string().nullable().meta({ description: 'Given when it is applied' }),
  causa: z.enum(CAUSAS_REVERSO),
  motivo: z.string(),
  estado: z.enum(ESTADOS_REVERSO),
  fecha: fecha.nullable(),
});

export const pago = z.object({
  id,
  recibo: z.string().meta({ description: 'Number of its receipt, without gaps in the tenant', example: 'RC000000123' }),
  numero_cuenta: z.string(),
  valor: pesos,
  medio,
  referencia: z.string().nullable(),
  fecha_pago: fecha.meta({ description: 'Day on which the money was received' }),
  origen: z.enum(ORIGENES_PAGO),
  caja_id: id.nullable().meta({ description: 'The session of the cash desk that took it' }),
  facturas: z.array(parte).meta({ description: 'Where every peso went, with what its advance paid later' }),
  anticipo: pesos.meta({ description: "Pesos that no bill has: in the account's favour" }),
  avisos: z.array(z.enum(AVISOS_PAGO)),
  observaciones: z.string(),
  reverso: reversoDePago.nullable().meta({ description: 'The document that undoes it, or asks to' }),
  created_at: instante,
});

/** A payment with what only its own page shows. */
export const pagoConVerificacion = pago.extend({
  verificacion: z.string().meta({ description: 'Printed on the receipt: with its number, anyone may check it' }),
});

const destino = {
  numero_factura: numeroFactura.optional().meta({ description: 'The bill it pays' }),
  facturas: z
    .array(z.strictObject({ numero_factura: numeroFactura, valor: positivo.optional() }))
    .min(1)
    .max(100)
    .optional()
    .meta({ description: 'Several bills of one account, in the order in which to pay them, each up to its `valor`' }),
  numero_cuenta: texto(1, 50).optional().meta({ description: 'The account: its bills in the order of the rule' }),
  incluye_reclamo: z
    .boolean()
    .optional()
    .meta({ description: 'Pay what is under an open claim too; without it that part is left out' }),
};

type Destino = { numero_factura?: unknown; facturas?: unknown; numero_cuenta?: unknown };
const unDestino = ({ numero_factura, facturas, numero_cuenta }: Destino) =>
  [numero_factura, facturas, numero_cuenta].filter((uno) => uno !== undefined).length === 1;
const UNO = { path: ['numero_factura'], error: 'Diga qué paga: una factura, varias facturas o una cuenta.' };

export const simularPago = z.strictObject({ valor: positivo, ...destino }).refine(unDestino, UNO);

export const createPago = z
  .strictObject({
    valor: positivo,
    moneda: z.literal('COP').optional(),
    medio: medio.default('Efectivo'),
    fecha_pago: fecha.optional().meta({ description: 'Today unless given; never after today' }),
    referencia: texto(1, 80)
      .optional()
      .meta({ description: 'Of whoever took the money; once in the tenant for each `medio`' }),
    observaciones: texto(0, 500).optional(),
    ...destino,
  })
  .refine(unDestino, UNO);

/** Where the pesos of a payment would go. */
export const simulacionPago = z.object({
  numero_cuenta: z.string(),
  facturas: z.array(parte),
  anticipo: pesos,
  avisos: z.array(z.enum(AVISOS_PAGO)),
});

export const listPagos = page.extend({
  numero_cuenta: texto(1, 50).optional(),
  medio: medio.optional(),
  origen: z.enum(ORIGENES_PAGO).optional(),
  recibo: texto(1, 20).optional(),
  referencia: texto(1, 80).optional(),
  caja_id: id.optional().meta({ description: 'Taken in this session of a cash desk' }),
  desde: fecha.optional().meta({ description: 'Received on or after' }),
  hasta: fecha.optional().meta({ description: 'Received on or before' }),
});

/** The filters of the list, for all that they find. */
export const exportarPagos = listPagos
  .omit({ limit: true, skip: true, cursor: true, count: true })
  .extend({ formato: z.enum(['csv', 'xlsx']).default('csv') });

export const byId = z.strictObject({ pago_id: id });

const motivoReverso = texto(5, 500).meta({ description: 'Why, in words that the customer may read' });
export const reversarPago = z.strictObject({ pago_id: id, causa: z.enum(CAUSAS_REVERSO), motivo: motivoReverso });

export const reverso = reversoDePago.extend({
  pago_id: id,
  recibo: z.string(),
  numero_cuenta: z.string(),
  valor: pesos.meta({ description: 'Of the payment' }),
  user_id: id.nullable().meta({ description: 'Who asked for it' }),
  resuelto_por: id.nullable().meta({ description: 'The second person, where one was needed' }),
  resuelto_en: instante.nullable(),
  observacion: z.string().nullable(),
  created_at: instante,
});

export const listReversos = page.extend({ estado: z.enum(ESTADOS_REVERSO).optional() });
const observacion = texto(5, 500);
export const aprobarReverso = z.strictObject({ reverso_id: id, observacion: observacion.optional() });
export const rechazarReverso = z.strictObject({ reverso_id: id, observacion });

/** The two things printed on a receipt. */
export const consultaRecibo = z.strictObject({
  recibo: codigo.meta({ example: 'RC000000001' }),
  verificacion: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .meta({ example: '00c0ffee00c0ffee' }),
});

export const reciboPublico = pago
  .pick({ recibo: true, numero_cuenta: true, valor: true, medio: true, fecha_pago: true })
  .extend({
    empresa: z.string(),
    facturas: z.array(z.object({ numero_factura: z.string(), valor: pesos })),
    anticipo: pesos,
    vigente: z.boolean().meta({ description: 'False once the payment was undone' }),
  });

export const cruzarSaldo = z.strictObject({ numero_cuenta: texto(1, 50) });

/** What pesos in favour paid. */
export const cruce = z.object({
  numero_cuenta: z.string(),
  facturas: z.array(z.object({ numero_factura: z.string(), valor: pesos })),
});

export type CreatePago = z.infer<typeof createPago>;
