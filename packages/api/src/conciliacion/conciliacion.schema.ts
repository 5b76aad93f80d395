import { diffDays } from '@cunservicios/domain/calendario/fechas';
import { CLASES_DIFERENCIA, ESTADOS_CONCILIACION } from '@cunservicios/domain/recaudo/conciliar';
import { MEDIOS_PAGO, ORIGENES_PAGO } from '@cunservicios/domain/recaudo/listas';
import { z } from 'zod';
import { fecha, pesos } from '../core/schema.ts';
import { formato } from '../planilla/planilla.schema.ts';

const MAS_DIAS = 92;
const entreDias = { desde: fecha, hasta: fecha };
const enOrden = ({ desde, hasta }: { desde: string; hasta: string }) =>
  desde <= hasta && diffDays(desde, hasta) < MAS_DIAS;
const ORDEN = { path: ['hasta'], error: 'Elija hasta 92 días, con el último después del primero.' };

export const verConciliacion = z.strictObject(entreDias).refine(enOrden, ORDEN);
export const archivoConciliacion = z.strictObject({ ...entreDias, formato }).refine(enOrden, ORDEN);

/** One day of one bank's collection, or of one way in. */
const renglon = z.object({
  dia: fecha,
  origen: z.enum(ORIGENES_PAGO),
  banco: z.string().nullable().meta({ description: 'Of collection files; null for the other ways in' }),
  nombre_banco: z.string().nullable().meta({ description: 'Of its profile' }),
  informado: pesos
    .nullable()
    .meta({ description: 'What the bank’s files, the gateway or the counts of the cash desks say' }),
  registrado: pesos.meta({ description: 'Payments booked, less those undone' }),
  por_consignar: pesos.meta({ description: 'What should reach the bank' }),
  consignado: pesos.meta({ description: 'Deposits written down for that day' }),
  medios: z.array(z.object({ medio: z.enum(MEDIOS_PAGO), valor: pesos })).meta({ description: 'Of what was booked' }),
  estado: z.enum(ESTADOS_CONCILIACION),
  diferencias: z.array(
    z.object({
      clase: z.enum(CLASES_DIFERENCIA),
      valor: z.number().int(),
      texto: z.string().meta({ description: 'What to do' }),
    }),
  ),
});

export const conciliacion = z.object({
  desde: fecha,
  hasta: fecha,
  renglones: z.array(renglon),
  total: z.object({ informado: pesos, registrado: pesos, por_consignar: pesos, consignado: pesos }),
});
export type Renglon = z.infer<typeof renglon>;
