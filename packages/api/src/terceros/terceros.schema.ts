import { z } from 'zod';
import { codigo, id, page, pesos, texto } from '../core/schema.ts';

const facts = {
  nombre: texto(1, 120),
  nit: z
    .string()
    .regex(/^\d{6,10}$/, { error: 'Escriba el NIT sin puntos ni dígito de verificación.' })
    .nullable(),
};

export const tercero = z.object({
  id,
  codigo: z.string(),
  nombre: z.string(),
  nit: z.string().nullable(),
  version: z.number().int(),
});

export const listTerceros = page;
export const byTercero = z.strictObject({ tercero: codigo });
export const createTercero = z.strictObject({ codigo, nombre: facts.nombre, nit: facts.nit.default(null) });
export const updateTercero = byTercero.extend({ nombre: facts.nombre.optional(), nit: facts.nit.optional() });

/** What was billed of other people's money in a period. */
export const facturadoTercero = z.object({
  tercero: z.string(),
  nombre: z.string(),
  facturas: z.number().int(),
  valor: pesos.meta({ description: 'On the bills as they were issued' }),
  notas: pesos.meta({ description: 'What applied notes of those bills moved since' }),
  neto: pesos,
});
