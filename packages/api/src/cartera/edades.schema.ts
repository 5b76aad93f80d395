import { CLAVES_TRAMO, GRUPOS_EDADES } from '@cunservicios/domain/cartera/edades';
import { USOS } from '@cunservicios/domain/tarifa/listas';
import { z } from 'zod';
import { codigo, fecha, page, pesos } from '../core/schema.ts';
import { formato } from '../planilla/planilla.schema.ts';

const por = z.enum(GRUPOS_EDADES).default('ruta');
/** Which accounts. */
const cuales = {
  ruta: codigo.optional(),
  uso: z.enum(USOS).optional(),
  estrato: z.number().int().min(1).max(6).optional(),
  tramo: z.enum(CLAVES_TRAMO).optional().meta({ description: 'Only accounts that owe something of this age' }),
};

export const verEdades = z.strictObject({ por });
export const listCuentasEdades = page.extend({
  ...cuales,
  orden: z.enum(['cuenta', 'vencido']).default('cuenta').meta({ description: '`vencido`: who owes most comes first' }),
});
export const archivoEdades = z.strictObject({
  ...cuales,
  por: z.enum([...GRUPOS_EDADES, 'cuenta']).default('cuenta'),
  formato,
});

/** What is owed by its age: the parts add up to `saldo`. */
const cifras = {
  por_vencer: pesos.meta({ description: 'Not due yet' }),
  d30: pesos.meta({ description: 'Overdue by up to 30 days' }),
  d60: pesos.meta({ description: '31 to 60 days' }),
  d90: pesos.meta({ description: '61 to 90 days' }),
  d180: pesos.meta({ description: '91 to 180 days' }),
  d360: pesos.meta({ description: '181 to 360 days' }),
  mas: pesos.meta({ description: 'More than 360 days' }),
  vencido: pesos.meta({ description: 'Sum of the six above' }),
  en_reclamo: pesos.meta({ description: 'Under an open claim, due or not' }),
  convenio: pesos.meta({ description: 'Of agreements, not on a bill yet' }),
  a_favor: pesos.meta({ description: 'Advances and bills below zero, as a figure below zero' }),
  saldo: pesos,
};

export const cifrasEdades = z.object({ ...cifras, cuentas: z.number().int() });
export const edades = z.object({
  hoy: fecha,
  grupos: z.array(
    cifrasEdades.extend({
      clave: z.string().nullable().meta({ description: 'Null: accounts without it' }),
      nombre: z.string(),
    }),
  ),
  total: cifrasEdades,
  saldo_cuentas: pesos.meta({ description: 'Sum of the balances of all accounts: equals `total.saldo`' }),
});

export const cuentaEdades = z.object({
  numero_cuenta: z.string(),
  nombre: z.string(),
  ruta: z.string().nullable(),
  uso: z.enum(USOS),
  estrato: z.number().int().nullable(),
  desde: fecha.nullable().meta({ description: 'Pay-by date of the oldest bill that is overdue' }),
  ...cifras,
});
