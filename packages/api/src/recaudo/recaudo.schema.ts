import { diffDays } from '@cunservicios/domain/calendario/fechas';
import { MEDIOS_PAGO, ORIGENES_PAGO } from '@cunservicios/domain/recaudo/listas';
import { z } from 'zod';
import { cifrasEdades } from '../cartera/edades.schema.ts';
import { fecha, pesos } from '../core/schema.ts';

const MAS_DIAS = { dia: 100, mes: 1_830 };

export const verRecaudo = z
  .strictObject({ desde: fecha, hasta: fecha, por: z.enum(['dia', 'mes']).default('dia') })
  .refine(({ desde, hasta, por }) => desde <= hasta && diffDays(desde, hasta) <= MAS_DIAS[por], {
    path: ['hasta'],
    error: 'Elija hasta 100 días, o hasta cinco años por meses, con el último día después del primero.',
  });

const cuanto = { pagos: z.number().int(), valor: pesos };

/** What came in, day by day or month by month, beside what was billed, and what is open today. */
export const tableroRecaudo = z.object({
  desde: fecha,
  hasta: fecha,
  periodos: z.array(
    z.object({
      periodo: z.string().meta({ description: 'Day (yyyy-mm-dd) or month (yyyy-mm)' }),
      facturado: pesos.meta({ description: 'Bills and notes of those days, less void ones' }),
      pagos: z.number().int(),
      recaudado: pesos.meta({ description: 'Payments received on those days' }),
      deshecho: pesos.meta({ description: 'Payments undone on those days, whenever they came' }),
    }),
  ),
  medios: z.array(z.object({ medio: z.enum(MEDIOS_PAGO), ...cuanto })),
  origenes: z.array(z.object({ origen: z.enum(ORIGENES_PAGO), ...cuanto })),
  total: z.object({ facturado: pesos, pagos: z.number().int(), recaudado: pesos, deshecho: pesos }),
  cartera: cifrasEdades.meta({ description: 'As of today' }),
});
