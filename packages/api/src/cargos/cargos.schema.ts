import { ORIGENES_CARGO } from '@cunservicios/domain/cartera/listas';
import { z } from 'zod';
import { fecha, id, instante, page, pesos, texto } from '../core/schema.ts';

export const ESTADOS_CARGO = ['pendiente', 'facturado', 'anulado'] as const;

/** A line that waits for the next bill of its account, or that went with one. */
export const cargo = z.object({
  id,
  numero_cuenta: z.string(),
  origen: z.enum(ORIGENES_CARGO),
  referencia: z.string().meta({ description: 'What it comes from; unique within its origin' }),
  servicio: z.string(),
  codigo: z.string(),
  concepto: z.string(),
  formula: z.string(),
  norma: z.string(),
  valor: pesos,
  tercero: z.string().nullable(),
  desde: fecha.meta({ description: 'Goes on the first bill whose period ends on this day or later' }),
  limite: fecha.nullable().meta({ description: 'Last day it may be billed (Ley 142 of 1994 art. 150)' }),
  estado: z.enum(ESTADOS_CARGO),
  numero_factura: z.string().nullable(),
  anulado_motivo: z.string().nullable(),
  created_at: instante,
});

export const listCargos = page.extend({
  numero_cuenta: texto(1, 50),
  estado: z.enum(ESTADOS_CARGO).optional(),
});

export const createCargo = z.strictObject({
  numero_cuenta: texto(1, 50),
  referencia: texto(1, 80).meta({ description: 'Number of the paper it comes from: the same one adds nothing twice' }),
  concepto: texto(3, 120).meta({ description: 'What the citizen reads on the bill' }),
  valor: pesos.positive(),
  norma: texto(5, 300).meta({ description: 'Its ground: contract, resolution, act' }),
  formula: texto(0, 200).default(''),
  desde: fecha.optional().meta({ description: 'Today unless given' }),
  factura_omitida: texto(1, 50)
    .optional()
    .meta({ description: 'The bill that should have had it: five months after it, it may not be billed any more' }),
});

export const anularCargo = z.strictObject({ cargo_id: id, motivo: texto(5, 300) });

export type EstadoCargo = (typeof ESTADOS_CARGO)[number];
