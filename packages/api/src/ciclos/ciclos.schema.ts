import { z } from 'zod';
import { codigo, id, page, texto } from '../core/schema.ts';

export const PERIODICIDADES = ['mensual', 'bimestral'] as const;

export const createCiclo = z.strictObject({
  codigo,
  nombre: texto(1, 80),
  periodicidad: z.enum(PERIODICIDADES).optional(),
});

export const ciclo = z.object({
  id,
  codigo: z.string(),
  nombre: z.string(),
  periodicidad: z.enum(PERIODICIDADES),
  cuentas: z.number().int().meta({ description: 'Accounts billed in this cycle' }),
});

export const listCiclos = page;

export const createRuta = z.strictObject({ codigo, nombre: texto(1, 80), ciclo: codigo });

export const ruta = z.object({
  id,
  codigo: z.string(),
  nombre: z.string(),
  ciclo: z.string(),
  cuentas: z.number().int(),
});

export const listRutas = page.extend({ ciclo: codigo.optional() });
