import { z } from 'zod';
import { fecha, pesos } from '../core/schema.ts';

const persona = z.object({
  tipo_documento: z.string().nullable().meta({ description: "DIAN's code" }),
  documento: z.string().nullable(),
  nombre: z.string(),
  municipio: z.string().nullable().meta({ description: 'DIVIPOLA' }),
});

/** A bill as DIAN's documento equivalente asks for it: total = subtotal − subsidios + contribuciones. */
export const documentoDian = z.object({
  tipo_documento: z.string(),
  prefijo: z.string(),
  numero: z.string(),
  resolucion: z.string().nullable(),
  fecha_emision: fecha,
  fecha_vencimiento: fecha,
  periodo: z.object({ desde: fecha, hasta: fecha }).nullable(),
  moneda: z.string(),
  emisor: persona.extend({ dv: z.number().int().nullable() }),
  cliente: persona.extend({ numero_cuenta: z.string(), direccion: z.string() }),
  medicion: z
    .object({
      medidor: z.string().nullable(),
      lectura_anterior: z.number().int().nullable(),
      lectura_actual: z.number().int().nullable(),
      consumo_m3: z.number().int(),
      base: z.union([z.literal(1), z.literal(2)]).meta({ description: '1 measured, 2 estimated' }),
    })
    .nullable(),
  lineas: z.array(
    z.object({
      numero: z.number().int(),
      servicio: z.string(),
      codigo: z.string(),
      concepto: z.string(),
      cantidad: z.string(),
      valor_unitario: z.string(),
      valor: pesos,
      tercero: z.string().nullable().meta({ description: 'Whose money it is, when not the utility’s' }),
    }),
  ),
  subtotal: pesos,
  subsidios: pesos,
  contribuciones: pesos,
  impuestos: pesos,
  terceros: z.array(z.object({ nombre: z.string(), nit: z.string().nullable(), valor: pesos })),
  total: pesos,
  saldo_anterior: pesos,
  a_pagar: pesos,
  referencia: z.string(),
});

/** The sums of a period that every export of it ends with. */
export const controlExportacion = z.object({
  codigo: z.string(),
  facturas: z.number().int(),
  valor_total: pesos.meta({
    description: 'Of the bills, of the ledger, of the summary by concept and of the period: all the same',
  }),
});
