import { z } from 'zod';
import { POLITICAS } from '@cunservicios/domain/consumo/listas';
import { email, instante, page, texto } from '../core/schema.ts';
import { ajustes, cambioAjustes } from '../core/ajustes.schema.ts';
import { password } from '../auth/auth.schema.ts';

export const tenantId = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9_-]{1,63}$/, { error: 'Use de 2 a 64 letras minúsculas, números, guion o guion bajo.' });

const facts = {
  nit: z.string().regex(/^\d{6,10}$/, { error: 'Escriba el NIT sin puntos ni dígito de verificación.' }),
  dv: z.number().int().min(0).max(9),
  municipio: z.string().regex(/^\d{5}$/, { error: 'Escriba el código DIVIPOLA de cinco dígitos.' }),
  altitud_msnm: z
    .number()
    .int()
    .min(-50)
    .max(6000)
    .meta({ description: 'Mean altitude in metres: gives the consumption ranges' }),
  periodicidad: z.enum(['mensual', 'bimestral']),
  politica_desviacion: z.enum(POLITICAS).meta({ description: 'What to do with a significant deviation' }),
  sabado_habil: z.boolean().meta({ description: 'Saturdays count as business days for PQR' }),
};

export const createTenant = z.strictObject({
  id: tenantId,
  nombre: texto(1, 120),
  admin_email: email,
  admin_password: password,
  nit: facts.nit.optional(),
  dv: facts.dv.optional(),
  municipio: facts.municipio.optional(),
  altitud_msnm: facts.altitud_msnm.default(0),
  periodicidad: facts.periodicidad.default('mensual'),
  politica_desviacion: facts.politica_desviacion.default('advertir'),
  sabado_habil: facts.sabado_habil.default(false),
});

export const tenant = z.object({
  id: z.string(),
  nombre: z.string(),
  nit: z.string().nullable(),
  dv: z.number().int().nullable(),
  municipio: z.string().nullable(),
  altitud_msnm: facts.altitud_msnm,
  periodicidad: facts.periodicidad,
  politica_desviacion: facts.politica_desviacion,
  sabado_habil: facts.sabado_habil,
  ajustes,
  activo: z.boolean(),
  created_at: instante,
});

/** What an administrator may change of their own utility; what is left out stays. */
export const updateTenant = z.strictObject({
  nombre: texto(1, 120).optional(),
  nit: facts.nit.nullable().optional(),
  dv: facts.dv.nullable().optional(),
  municipio: facts.municipio.nullable().optional(),
  altitud_msnm: facts.altitud_msnm.optional(),
  periodicidad: facts.periodicidad.optional(),
  politica_desviacion: facts.politica_desviacion.optional(),
  sabado_habil: facts.sabado_habil.optional(),
  ajustes: cambioAjustes.optional(),
});

export const listTenants = page;

/** What anyone may know of the utility whose page they are on. */
export const currentTenant = tenant.pick({
  id: true,
  nombre: true,
  municipio: true,
  altitud_msnm: true,
  periodicidad: true,
});
export type CreateTenant = z.infer<typeof createTenant>;
