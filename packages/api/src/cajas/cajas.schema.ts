import { DENOMINACIONES, ESTADOS_CAJA, MEDIOS_RETIRO, TIPOS_RETIRO } from '@cunservicios/domain/recaudo/caja';
import { MEDIOS_PAGO } from '@cunservicios/domain/recaudo/listas';
import { z } from 'zod';
import { fecha, id, instante, page, pesos, texto } from '../core/schema.ts';

const positivo = pesos.positive();
const noNegativo = pesos.min(0);

/** {means: pesos} */
const porMedio = z.partialRecord(z.enum(MEDIOS_PAGO), pesos);
const cuantas = z.number().int().min(0).max(1_000_000);
const denominaciones = z
  .partialRecord(z.enum(DENOMINACIONES.map(String)), cuantas)
  .meta({ description: 'How many notes and coins of each value' });

const persona = z.object({ id, nombre: z.string() });

export const caja = z.object({
  id,
  numero: z.string().meta({ description: 'Without gaps in the tenant', example: 'CJ000000012' }),
  cajero: persona,
  base: pesos.meta({ description: 'Cash in the drawer when it was opened' }),
  estado: z.enum(ESTADOS_CAJA),
  abierta_en: instante,
  pagos: z.number().int().meta({ description: 'How many payments it took, those undone included' }),
  recaudado: pesos.meta({ description: 'Of its payments, those undone included' }),
  diferencia: pesos.nullable().meta({ description: 'Counted less expected, all means; null while it is open' }),
  descuadre: pesos
    .nullable()
    .meta({ description: "Each means' difference without its sign, added up: what the limit looks at" }),
  contada_en: instante.nullable(),
});

export const retiro = z.object({
  id,
  tipo: z.enum(TIPOS_RETIRO),
  medio: z.enum(MEDIOS_RETIRO),
  valor: pesos,
  referencia: z.string().nullable(),
  motivo: z.string(),
  user_id: id.nullable(),
  created_at: instante,
});

const renglon = z.object({
  medio: z.enum(MEDIOS_PAGO),
  pagos: pesos.meta({ description: 'Received' }),
  reversos: pesos.meta({ description: 'Of those, undone while it was open' }),
  retiros: pesos.meta({ description: 'Taken out' }),
});

/** A session with all that moved in its drawer. */
export const cajaDetallada = caja.extend({
  por_medio: z.array(renglon),
  esperado: porMedio.meta({
    description: 'What should be in the drawer: base + payments − undone − taken out; as it was when it was counted',
  }),
  contado: porMedio.nullable(),
  denominaciones: denominaciones.nullable(),
  retiros: z.array(retiro),
  explicacion: z.string().nullable(),
  contada_por: persona.nullable(),
  resuelta_por: persona.nullable().meta({ description: 'The second person, where one was needed' }),
  resuelta_en: instante.nullable(),
  observacion: z.string().nullable(),
});

export const miCaja = z.object({ caja: cajaDetallada.nullable().meta({ description: 'Null: none is open' }) });

export const abrirCaja = z.strictObject({
  base: noNegativo.max(1e9).meta({ description: 'Cash that is in the drawer already, to give change' }),
});

export const byCaja = z.strictObject({ caja_id: id });

export const retirarDeCaja = z.strictObject({
  caja_id: id,
  tipo: z
    .enum(TIPOS_RETIRO)
    .meta({ description: '`consignacion`: to the bank; `entrega`: to whoever keeps the money' }),
  medio: z.enum(MEDIOS_RETIRO).default('Efectivo'),
  valor: positivo,
  referencia: texto(1, 80).optional().meta({ description: "Number of the bank's slip" }),
  motivo: texto(3, 300),
});

export const cerrarCaja = z.strictObject({
  caja_id: id,
  denominaciones,
  contado: z
    .partialRecord(z.enum(MEDIOS_PAGO.filter((medio) => medio !== 'Efectivo')), noNegativo)
    .default({})
    .meta({ description: 'Pesos of each means other than cash: cheques in hand, vouchers' }),
  explicacion: texto(5, 500).optional().meta({ description: 'Needed when something is missing or left over' }),
});

const observacion = texto(5, 500);
export const aprobarCaja = z.strictObject({ caja_id: id, observacion: observacion.optional() });
export const rechazarCaja = z.strictObject({ caja_id: id, observacion });

export const listCajas = page.extend({
  estado: z.enum(ESTADOS_CAJA).optional(),
  user_id: id.optional().meta({ description: 'Of this cashier' }),
  desde: fecha.optional().meta({ description: 'Opened on or after' }),
  hasta: fecha.optional().meta({ description: 'Opened on or before' }),
});
