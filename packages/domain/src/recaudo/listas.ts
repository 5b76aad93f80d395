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

/** A bank's collection file: being read, refused whole, ready to apply, being applied, applied. */
export const ESTADOS_ARCHIVO_RECAUDO = ['cargando', 'rechazado', 'cargado', 'aplicando', 'aplicado'] as const;
export type EstadoArchivoRecaudo = (typeof ESTADOS_ARCHIVO_RECAUDO)[number];

/** What became of a row of a collection file. */
export const ESTADOS_RECAUDO = [
  'por_aplicar',
  'aplicado',
  'no_identificado',
  'duplicado',
  'devuelto',
  'invalido',
  'descartado',
] as const;
export type EstadoRecaudo = (typeof ESTADOS_RECAUDO)[number];

/** Rows that wait for a person. */
export const POR_RESOLVER = ['no_identificado', 'duplicado', 'invalido'] as const satisfies EstadoRecaudo[];

/** Why a row of a collection file is not to be applied. */
export const MOTIVOS_RECAUDO = [
  'referencia_vacia',
  'referencia_desconocida',
  'cuenta_ambigua',
  'fila_repetida',
  'pago_registrado',
  'devuelto_por_el_banco',
  'valor_con_centavos',
  'valor_cero',
  'valor_muy_grande',
] as const;
export type MotivoRecaudo = (typeof MOTIVOS_RECAUDO)[number];

/** What a person did with such a row. */
export const RESOLUCIONES_RECAUDO = ['asignado', 'descartado'] as const;
export type ResolucionRecaudo = (typeof RESOLUCIONES_RECAUDO)[number];
