// The nouns of money that comes in. Database CHECKs and zod schemas are made from these lists.

export const MEDIOS_PAGO = [
  'Efectivo',
  'PSE',
  'Tarjeta',
  'Corresponsal',
  'Transferencia',
  'Cheque',
  'Archivo',
] as const;
export type MedioPago = (typeof MEDIOS_PAGO)[number];

/** The way a payment came in: typed by the office or a program, at a cash desk, in a bank's file, from the gateway. */
export const ORIGENES_PAGO = ['oficina', 'caja', 'archivo', 'pasarela'] as const;
export type OrigenPago = (typeof ORIGENES_PAGO)[number];

/**
 * What a payment's answer calls attention to: a bill it names was already paid or is void; part of a bill is under
 * claim and was left out; pesos were left in the account's favour; a bill charged interest for days after the payment.
 */
export const AVISOS_PAGO = ['factura_pagada', 'factura_anulada', 'en_reclamo', 'anticipo', 'intereses_de_mas'] as const;
export type AvisoPago = (typeof AVISOS_PAGO)[number];

/** Why a payment is undone. */
export const CAUSAS_REVERSO = [
  'cheque_devuelto',
  'contracargo',
  'cuenta_equivocada',
  'error_de_registro',
  'reembolso',
] as const;
export type CausaReverso = (typeof CAUSAS_REVERSO)[number];

export const ESTADOS_REVERSO = ['pendiente', 'aplicado', 'rechazado'] as const;
export type EstadoReverso = (typeof ESTADOS_REVERSO)[number];
