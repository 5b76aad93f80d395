import { TIPOS_MOVIMIENTO } from '@cunservicios/domain/cartera/listas';
import { z } from 'zod';
import { fecha, id, instante, page, pesos, texto } from '../core/schema.ts';

export const listMovimientos = page.extend({ numero_cuenta: texto(1, 50) });

/** One entry of the ledger; charges are positive. */
export const movimiento = z.object({
  id,
  fecha,
  tipo: z.enum(TIPOS_MOVIMIENTO),
  valor: pesos,
  numero_factura: z.string().nullable(),
  pago_id: id.nullable(),
  created_at: instante,
});
