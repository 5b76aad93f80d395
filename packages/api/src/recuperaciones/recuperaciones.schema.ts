import { z } from 'zod';
import { fecha, instante, page, pesos, texto } from '../core/schema.ts';
import { factura } from '../facturas/facturas.schema.ts';

const m3 = z.number().int().min(1).max(100_000);

export const simularRecuperacion = z.strictObject({
  factura_omitida: texto(1, 50).meta({ description: 'The bill that should have had the m³' }),
  m3: m3.meta({ description: 'Whole m³ not billed' }),
});

export const simulacionRecuperacion = z.object({
  facturado_m3: z.number().int().meta({ description: 'm³ already charged of that period' }),
  conceptos: factura.shape.conceptos,
  valor_total: pesos,
  limite: fecha.meta({ description: 'Last day it may be charged without proven fraud' }),
});

export const createRecuperacion = simularRecuperacion.extend({
  fundamento_tecnico: texto(20, 2_000).meta({ description: 'How the m³ were found: visit, meter test, gauging' }),
  fundamento_legal: texto(10, 1_000).meta({ description: 'Law and clause of the contract' }),
  fraude: texto(20, 2_000)
    .optional()
    .meta({ description: "Evidence of the user's fraud: with it the limit of five months does not hold" }),
  fecha_vencimiento: fecha,
});

export const recuperacion = z.object({
  numero_factura: z.string(),
  numero_cuenta: z.string(),
  factura_omitida: z.string(),
  m3: z.number().int(),
  facturado_m3: z.number().int(),
  fundamento_tecnico: z.string(),
  fundamento_legal: z.string(),
  fraude: z.string().nullable(),
  limite: fecha,
  fecha_emision: fecha,
  fecha_vencimiento: fecha,
  valor_total: pesos,
  saldo: pesos,
  anulada: z.boolean(),
  conceptos: factura.shape.conceptos,
  created_at: instante,
});

export const listRecuperaciones = page.extend({ numero_cuenta: texto(1, 50).optional() });
export const byRecuperacion = z.strictObject({ numero_factura: texto(1, 50) });
