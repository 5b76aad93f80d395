// The protocol of the payment gateway (Wompi) as rules: what is signed, which states follow which, what an attempt is at.
// Hashing is the caller's: here is the text that is hashed (dominio 5.3).
import { ReglaError } from '../regla.ts';
import type { MedioPago } from './listas.ts';

/** Where a utility's payments go: the gateway, its sandbox, or the stand-in that a server was started with. */
export const AMBIENTES_PASARELA = ['produccion', 'pruebas', 'simulador'] as const;
export type AmbientePasarela = (typeof AMBIENTES_PASARELA)[number];

/** Address of the questions and of the page on which people pay. */
export type DireccionesPasarela = { readonly api: string; readonly pago: string };

/** The only hosts that a utility's setting can lead the server to. */
export const WOMPI = {
  produccion: { api: 'https://production.wompi.co/v1', pago: 'https://checkout.wompi.co/p/' },
  pruebas: { api: 'https://sandbox.wompi.co/v1', pago: 'https://checkout.wompi.co/p/' },
} as const satisfies Partial<Record<AmbientePasarela, DireccionesPasarela>>;

export const MONEDA = 'COP';
/** Whole pesos as the gateway writes them. */
export const enCentavos = (pesos: number): number => pesos * 100;

// ---------------------------------------------------------------- states of a transaction, as the gateway names them

export const ESTADOS_TRANSACCION = ['PENDING', 'APPROVED', 'DECLINED', 'VOIDED', 'ERROR'] as const;
export type EstadoTransaccion = (typeof ESTADOS_TRANSACCION)[number];

/**
 * What may follow a state. Events come late, repeated and in any order, so this is a ladder that is only climbed: an
 * approval is money that arrived, even after a refusal; a void ends it; nothing brings a transaction back to PENDING.
 */
export const SIGUE: Record<EstadoTransaccion, readonly EstadoTransaccion[]> = {
  PENDING: ['APPROVED', 'DECLINED', 'ERROR', 'VOIDED'],
  DECLINED: ['APPROVED', 'VOIDED'],
  ERROR: ['APPROVED', 'VOIDED'],
  APPROVED: ['VOIDED'],
  VOIDED: [],
};

/** The state of a transaction that was `antes` once `llega` is heard: the same when it may not follow. */
export const avanzar = (antes: EstadoTransaccion, llega: EstadoTransaccion): EstadoTransaccion =>
  SIGUE[antes].includes(llega) ? llega : antes;

/** No answer is missing any more. */
export const esFinal = (estado: EstadoTransaccion): boolean => estado !== 'PENDING';

// ---------------------------------------------------------------- an attempt of a person to pay

/** What a person chose to pay, having found the bill. */
export const QUE_PAGA = ['factura', 'cuenta', 'sin_reclamo', 'otro_valor'] as const;
export type QuePaga = (typeof QUE_PAGA)[number];

/**
 * `creado`: sent to the gateway, nothing heard. `en_revision`: money came that does not agree with the attempt, and a
 * person of the utility decides. `anulado`: it was paid and given back. `vencido`: nobody paid in time.
 */
export const ESTADOS_INTENTO = [
  'creado',
  'pendiente',
  'aprobado',
  'rechazado',
  'error',
  'en_revision',
  'anulado',
  'vencido',
] as const;
export type EstadoIntento = (typeof ESTADOS_INTENTO)[number];

/** States in which an answer of the gateway is missing. */
export const ESPERAN: readonly EstadoIntento[] = ['creado', 'pendiente'];

/** Why a transaction with money waits at the desk. */
export const NOVEDADES_PASARELA = [
  'referencia_desconocida',
  'moneda_distinta',
  'valor_distinto',
  'aprobada_dos_veces',
  'ya_registrada',
  'reverso_en_espera',
] as const;
export type NovedadPasarela = (typeof NOVEDADES_PASARELA)[number];

/** How it left the desk: booked, given back by hand, not ours, or voided by the gateway meanwhile. */
export const RESOLUCIONES_PASARELA = ['registrada', 'devuelta', 'descartada', 'anulada'] as const;
export type ResolucionPasarela = (typeof RESOLUCIONES_PASARELA)[number];

/** How it was heard of, and what it did. */
export const ORIGENES_EVENTO = ['evento', 'consulta'] as const;
export const RESULTADOS_EVENTO = ['aplicado', 'repetido', 'contradice', 'ajeno', 'falso'] as const;
export type ResultadoEvento = (typeof RESULTADOS_EVENTO)[number];

export type TransaccionDeIntento = {
  readonly estado: EstadoTransaccion;
  /** The payment that its money was booked as. */
  readonly pago_id: number | null;
  /** It waits at the desk. */
  readonly por_resolver: boolean;
};

/**
 * What an attempt is at, from all its transactions, oldest first: a person may try again after a refusal, so what was
 * booked counts first, then what waits for a person, then what waits for the gateway, then the last refusal.
 */
export function estadoDeIntento(transacciones: readonly TransaccionDeIntento[]): EstadoIntento {
  const pagadas = transacciones.filter(({ pago_id }) => pago_id !== null);
  if (pagadas.some(({ estado }) => estado !== 'VOIDED')) return 'aprobado';
  if (transacciones.some(({ por_resolver }) => por_resolver)) return 'en_revision';
  if (pagadas.length > 0) return 'anulado';
  if (transacciones.some(({ estado }) => estado === 'PENDING')) return 'pendiente';
  switch (transacciones.at(-1)?.estado) {
    case 'DECLINED':
      return 'rechazado';
    case 'ERROR':
      return 'error';
    case 'APPROVED': // resolved at the desk without booking
    case 'VOIDED':
      return 'anulado';
    default:
      return 'creado';
  }
}

/** Why approved money is not booked by itself; undefined when it agrees with the attempt. */
export function novedadDe(
  transaccion: { readonly centavos: number; readonly moneda: string },
  intento: { readonly valor: number; readonly pagado: boolean } | undefined,
): NovedadPasarela | undefined {
  if (!intento) return 'referencia_desconocida';
  if (transaccion.moneda !== MONEDA) return 'moneda_distinta';
  if (transaccion.centavos !== enCentavos(intento.valor)) return 'valor_distinto';
  return intento.pagado ? 'aprobada_dos_veces' : undefined;
}

/** `payment_method_type` of the gateway as a way of paying of ours. */
export const medioDe = (metodo: string): MedioPago =>
  ({
    CARD: 'Tarjeta' as const,
    PSE: 'PSE' as const,
    NEQUI: 'Transferencia' as const,
    BANCOLOMBIA_TRANSFER: 'Transferencia' as const,
    BANCOLOMBIA_COLLECT: 'Corresponsal' as const,
    CORRESPONSAL: 'Corresponsal' as const,
  })[metodo] ?? 'Transferencia';

// ---------------------------------------------------------------- asking again

const MINUTO = 60_000;
const ESPERAS = [2, 5, 15, 60, 180, 360, 720].map((minutos) => minutos * MINUTO);
/** An attempt of which the gateway knows nothing ends after this long. */
export const VENCE_MS = 24 * 60 * MINUTO;
/** One that the gateway goes on calling pending is asked for this long; a bank's answer takes days at most. */
export const SE_CONSULTA_MS = 7 * 24 * 60 * MINUTO;

/** Milliseconds until the gateway is asked again, after so many times. */
export const esperaDe = (consultas: number): number => ESPERAS[Math.min(consultas, ESPERAS.length - 1)] as number;

// ---------------------------------------------------------------- what is signed

/** SHA-256 of this is the integrity signature of a checkout. */
export const cadenaDeIntegridad = (referencia: string, centavos: number, moneda: string, secreto: string): string =>
  `${referencia}${centavos}${moneda}${secreto}`;

export type EventoFirmado = {
  readonly data: Readonly<Record<string, unknown>>;
  readonly timestamp: number;
  readonly signature: { readonly properties: readonly string[] };
};

/** Without these a signature would not cover what we act on. */
const SIN_ESTO_NADA = ['transaction.id', 'transaction.status', 'transaction.amount_in_cents'];

/**
 * SHA-256 of this is an event's checksum: the values that the event names, in its order, read under `data`, then its
 * timestamp and the secret. The values stand without anything between them, so what one event signs could be cut anew:
 * a timestamp of other than 10 or 13 digits, a value that is no text or whole number, and a list that leaves out id,
 * state or amount are refused. Throws ReglaError `evento_falso`.
 */
export function cadenaDeEvento({ data, timestamp, signature }: EventoFirmado, secreto: string): string {
  const { properties } = signature;
  if (
    SIN_ESTO_NADA.some((propiedad) => !properties.includes(propiedad)) ||
    new Set(properties).size < properties.length
  )
    throw falso('La firma no cubre la transacción.');
  if (!/^(\d{10}|\d{13})$/.test(String(timestamp))) throw falso('La hora del evento no es válida.');
  return `${properties.map((propiedad) => valorDe(data, propiedad)).join('')}${timestamp}${secreto}`;
}

function valorDe(data: object, propiedad: string): string {
  let valor: unknown = data;
  for (const parte of propiedad.split('.')) {
    if (typeof valor !== 'object' || valor === null || !Object.hasOwn(valor, parte))
      throw falso(`El evento no trae ${propiedad}.`);
    valor = (valor as Record<string, unknown>)[parte];
  }
  if (typeof valor === 'string' || typeof valor === 'boolean' || Number.isSafeInteger(valor)) return String(valor);
  throw falso(`${propiedad} no es un texto ni un número entero.`);
}

const falso = (mensaje: string) => new ReglaError('evento_falso', mensaje);
