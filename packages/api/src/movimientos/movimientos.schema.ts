import { TIPOS_MOVIMIENTO } from '@cunservicios/domain/cartera/listas';
import { CLASES_SALDO } from '@cunservicios/domain/recaudo/explicar-saldo';
import { z } from 'zod';
import { fecha, id, instante, page, pesos, texto } from '../core/schema.ts';
import { detalle } from '../pagos/pagos.schema.ts';

const cuenta = texto(1, 50);

export const listMovimientos = page.extend({
  numero_cuenta: cuenta,
  tipo: z.enum(TIPOS_MOVIMIENTO).optional(),
  numero_factura: texto(1, 50).optional().meta({ description: 'Only what touches this bill' }),
  desde: fecha.optional(),
  hasta: fecha.optional(),
});

export const byCuenta = z.strictObject({ numero_cuenta: cuenta });

/** One entry of the ledger with what caused it; charges are positive. */
export const movimiento = z.object({
  id,
  fecha,
  tipo: z.enum(TIPOS_MOVIMIENTO),
  valor: pesos,
  saldo: pesos.meta({ description: 'Of the account after this entry, whatever the filters show' }),
  numero_factura: z.string().nullable().meta({ description: 'The bill it touches' }),
  contra_factura: z.string().nullable().meta({ description: 'Of a cruce, the bill on the other side' }),
  pago_id: id.nullable(),
  recibo: z.string().nullable().meta({ description: 'Of that payment' }),
  nota_id: id.nullable(),
  numero_nota: z.string().nullable(),
  numero_convenio: z.string().nullable(),
  numero_reverso: z.string().nullable().meta({ description: 'Of the document that undid the payment' }),
  detalle: detalle.nullable(),
  created_at: instante,
});

/** A balance in sentences whose pesos add up to it. */
export const saldoExplicado = z.object({
  numero_cuenta: z.string(),
  saldo: pesos,
  resumen: z.string(),
  partes: z.array(
    z.object({
      clase: z.enum(CLASES_SALDO),
      valor: pesos.meta({ description: 'Signed: the parts add up to `saldo`' }),
      texto: z.string(),
      de: z.string().meta({ description: 'Number of the bill, the agreement or the receipt it speaks of' }),
    }),
  ),
  pagos: z
    .array(z.object({ recibo: z.string(), texto: z.string() }))
    .meta({ description: 'The last ones, undone ones too' }),
});
