import { z } from 'zod';
import { fecha, id, instante, page, pesos, texto } from '../core/schema.ts';

export const MEDIOS_PAGO = [
  'Efectivo',
  'PSE',
  'Tarjeta',
  'Corresponsal',
  'Transferencia',
  'Cheque',
  'Archivo',
] as const;
export const medio = z.enum(MEDIOS_PAGO);

export const pago = z.object({
  id,
  numero_cuenta: z.string(),
  valor: pesos,
  medio,
  referencia: z.string().nullable(),
  fecha_pago: fecha,
  facturas: z
    .array(z.object({ numero_factura: z.string(), valor: pesos }))
    .meta({ description: 'Where every peso went' }),
  created_at: instante,
});

export const listPagos = page.extend({
  numero_cuenta: texto(1, 50).optional(),
  desde: fecha.optional(),
  hasta: fecha.optional(),
});
