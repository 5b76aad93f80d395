import {
  AMBIENTES_PASARELA,
  ESTADOS_INTENTO,
  ESTADOS_TRANSACCION,
  NOVEDADES_PASARELA,
  ORIGENES_EVENTO,
  QUE_PAGA,
  RESOLUCIONES_PASARELA,
  RESULTADOS_EVENTO,
} from '@cunservicios/domain/recaudo/pasarela';
import { z } from 'zod';
import { fecha, id, instante, page, pesos, texto } from '../core/schema.ts';
import { medio } from '../pagos/pagos.schema.ts';

// ---------------------------------------------------------------- settings

const ambiente = z.enum(AMBIENTES_PASARELA);

export const pasarela = z.object({
  ambientes: z.array(ambiente).meta({ description: 'What this server can be pointed at' }),
  configurada: z.boolean(),
  activa: z.boolean().meta({ description: 'New payments may begin; those under way are always finished' }),
  ambiente: ambiente.nullable(),
  llave_publica: z.string().nullable(),
  minimo: pesos.nullable().meta({ description: 'The gateway takes no payment below this' }),
  legible: z
    .boolean()
    .meta({ description: 'False when the secrets were sealed under another SECRET_KEY: write them again' }),
  url_eventos: z.string().meta({ description: "What to write as the events address in the gateway's panel" }),
  updated_at: instante.nullable(),
  version: z.number().int(),
});

const secreto = (que: string) =>
  z
    .string()
    .trim()
    .regex(/^[\x21-\x7e]{8,200}$/, { error: 'Cópielo tal como aparece en el panel de la pasarela, sin espacios.' })
    .optional()
    .meta({ description: `${que}; write-only, kept as it is when left out` });

export const updatePasarela = z.strictObject({
  ambiente,
  activa: z.boolean(),
  llave_publica: z
    .string()
    .trim()
    .regex(/^[\w-]{8,200}$/, { error: 'Cópiela tal como aparece en el panel de la pasarela: pub_…' }),
  llave_privada: secreto('Private key'),
  secreto_eventos: secreto('Secret of the events'),
  secreto_integridad: secreto('Secret of the integrity signature'),
  minimo: pesos.min(1).max(1_000_000).default(1_500),
});

// ---------------------------------------------------------------- the public way

const numeros = { numero_cuenta: texto(1, 50), numero_factura: texto(1, 50) };
const que = z.enum(QUE_PAGA);

export const opcionesPago = z.strictObject(numeros);

export const opcionesDePago = z.object({
  numero_cuenta: z.string(),
  numero_factura: z.string(),
  en_linea: z.boolean().meta({ description: 'The utility takes payments over the gateway now' }),
  de_prueba: z.boolean().meta({ description: 'No real money moves' }),
  debe: pesos.meta({ description: 'All that the account owes' }),
  en_reclamo: pesos.meta({ description: 'Part of it under an open claim: nobody has to pay it meanwhile' }),
  factura_en_reclamo: pesos.meta({ description: 'The part that is of this bill: `factura` leaves it out' }),
  minimo: pesos,
  opciones: z
    .array(z.object({ que, valor: pesos }))
    .meta({ description: 'Without `otro_valor`, which anyone may choose' }),
});

export const iniciarPago = z
  .strictObject({
    ...numeros,
    que,
    valor: pesos.positive().max(100_000_000).optional().meta({ description: 'Of `otro_valor` only' }),
  })
  .refine((pedido) => (pedido.que === 'otro_valor') === (pedido.valor !== undefined), {
    path: ['valor'],
    error: 'Escriba el valor que quiere pagar.',
  });

export const referencia = z
  .string()
  .regex(/^P[0-9a-f]{32}$/, { error: 'Revise la referencia del pago.' })
  .meta({ example: 'P0123456789abcdef0123456789abcdef' });

/** What a browser needs to go to the gateway. */
export const pagoIniciado = z.object({
  referencia,
  valor: pesos,
  direccion: z.string().meta({ description: 'The page of the gateway, with all of `datos`: open it to pay' }),
  datos: z.object({
    public_key: z.string(),
    currency: z.string(),
    amount_in_cents: z.number().int(),
    reference: z.string(),
    signature_integrity: z.string(),
    redirect_url: z.string(),
  }),
});

export const byReferencia = z.strictObject({ referencia });

const transaccion = z
  .string()
  .regex(/^[A-Za-z0-9._-]{1,100}$/)
  .meta({ description: "The gateway's number", example: '12345-1720000000-67890' });

export const consultarPago = z.strictObject({
  referencia,
  transaccion: transaccion
    .optional()
    .catch(undefined)
    .meta({ description: 'What the gateway added to the address on the way back: a hint, never trusted' }),
});

export const estadoDePago = z.object({
  referencia,
  estado: z.enum(ESTADOS_INTENTO),
  valor: pesos,
  numero_cuenta: z.string(),
  numero_factura: z.string(),
  transaccion: z.string().nullable(),
  recibo: z.string().nullable(),
  verificacion: z.string().nullable().meta({ description: 'With the receipt, anyone may check it' }),
  fecha_pago: fecha.nullable(),
  medio: medio.nullable(),
  de_prueba: z.boolean(),
  created_at: instante,
  resuelto_en: instante.nullable(),
});

// ---------------------------------------------------------------- events

/** As the gateway sends it: more fields may come, and are not read. */
export const eventoPasarela = z.looseObject({
  empresa: z.string().meta({ description: 'The tenant', example: 'public' }),
  event: texto(1, 100),
  data: z.record(z.string(), z.unknown()),
  timestamp: z.number().int().min(0),
  signature: z.looseObject({
    properties: z.array(z.string().max(100)).max(20),
    checksum: z.string().max(200),
  }),
});

export const eventoRecibido = z.object({ resultado: z.enum(RESULTADOS_EVENTO) });

/** A transaction as the gateway writes it, in an event or in an answer. */
export const transaccionWompi = z.looseObject({
  id: transaccion,
  status: z.enum(ESTADOS_TRANSACCION),
  amount_in_cents: z.number().int().min(0).max(1e15),
  reference: texto(1, 255),
  currency: texto(1, 10),
  payment_method_type: texto(0, 60).nullish(),
  created_at: z.string().nullish(),
  finalized_at: z.string().nullish(),
});

// ---------------------------------------------------------------- what staff see

export const intento = z.object({
  id,
  referencia,
  numero_cuenta: z.string(),
  numero_factura: z.string(),
  ambiente,
  que,
  valor: pesos,
  estado: z.enum(ESTADOS_INTENTO),
  transaccion: z.string().nullable(),
  pago_id: id.nullable(),
  recibo: z.string().nullable(),
  consultas: z.number().int(),
  consultado_en: instante.nullable(),
  proxima_consulta: instante.nullable(),
  resuelto_en: instante.nullable(),
  created_at: instante,
});

export const transaccionPasarela = z.object({
  id,
  transaccion: z.string(),
  referencia: z.string(),
  numero_cuenta: z.string().nullable(),
  valor_intento: pesos.nullable().meta({ description: 'What was asked for' }),
  estado: z.enum(ESTADOS_TRANSACCION),
  valor_centavos: z.number().int().meta({ description: 'In cents of its currency, as the gateway says' }),
  moneda: z.string(),
  metodo: z.string(),
  pago_id: id.nullable(),
  recibo: z.string().nullable(),
  novedad: z.enum(NOVEDADES_PASARELA).nullable().meta({ description: 'Why it waits, or waited, at the desk' }),
  resolucion: z.enum(RESOLUCIONES_PASARELA).nullable(),
  resuelta_por: id.nullable(),
  resuelta_en: instante.nullable(),
  observacion: z.string().nullable(),
  created_at: instante,
  updated_at: instante,
});

const evento = z.object({
  id,
  origen: z.enum(ORIGENES_EVENTO),
  resultado: z.enum(RESULTADOS_EVENTO),
  transaccion: z.string().nullable(),
  estado: z.enum(ESTADOS_TRANSACCION).nullable(),
  valor_centavos: z.number().int().nullable(),
  moneda: z.string().nullable(),
  firmado_en: instante.nullable(),
  created_at: instante,
});

export const intentoCompleto = intento.extend({
  transacciones: z.array(transaccionPasarela),
  eventos: z.array(evento).meta({ description: 'The first 100 that were heard' }),
});

export const intentoConsultado = intentoCompleto.extend({
  respondio: z.boolean().meta({ description: 'False when the gateway did not answer: nothing changed' }),
});

export const listIntentos = page.extend({
  estado: z.enum(ESTADOS_INTENTO).optional(),
  numero_cuenta: texto(1, 50).optional(),
});

export const listNovedades = page.extend({
  resueltas: z.boolean().default(false).meta({ description: 'Those that were resolved instead' }),
});

export const resolverNovedad = z.strictObject({
  transaccion_id: id,
  resolucion: z
    .enum(['registrada', 'devuelta', 'descartada'])
    .meta({ description: 'Book it as a payment; it was given back in the panel of the gateway; it is not ours' }),
  numero_cuenta: texto(1, 50)
    .optional()
    .meta({ description: 'Account that gets it; that of the attempt unless given' }),
  observacion: texto(5, 500),
});
