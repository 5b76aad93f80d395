import { ReglaError } from '../regla.ts';

/** States of a bill. They are derived, never stored: Vencida is true on the day without a job. */
export const ESTADOS_FACTURA = ['Pendiente', 'Pagada', 'Vencida', 'Anulada'] as const;
export type EstadoFactura = (typeof ESTADOS_FACTURA)[number];

type Factura = { readonly saldo: number; readonly anulada: boolean };

/**
 * The state of a bill on a day: `saldo` in whole pesos, dates yyyy-mm-dd. The pay-by day itself is
 * still in time; a bill of nothing or less has nothing to pay.
 */
export function estadoFactura(factura: Factura & { readonly fecha_vencimiento: string }, hoy: string): EstadoFactura {
  if (factura.anulada) return 'Anulada';
  if (factura.saldo <= 0) return 'Pagada';
  return hoy > factura.fecha_vencimiento ? 'Vencida' : 'Pendiente';
}

/** Throws ReglaError `factura_anulada` or `factura_pagada` unless the bill has something to pay. */
export function exigirPorPagar(factura: Factura): void {
  if (factura.anulada) throw new ReglaError('factura_anulada', 'La factura está anulada: no admite pagos.');
  if (factura.saldo <= 0) throw new ReglaError('factura_pagada', 'La factura ya está pagada.');
}

export type PagoAplicado = {
  /** Pesos that went to the bill. */
  readonly aplicado: number;
  /** Balance of the bill after them. */
  readonly saldo: number;
  /** Pesos left over: an advance of the account. */
  readonly anticipo: number;
};

/**
 * Where the pesos of one payment to one bill go: up to its balance, the rest is an advance, and all
 * of it when the bill is already paid: money that came in is never refused (recaudo).
 * Throws ReglaError `factura_anulada`, `valor_invalido` (whole pesos above zero).
 */
export function aplicarPago(factura: Factura, valor: number): PagoAplicado {
  if (factura.anulada) throw new ReglaError('factura_anulada', 'La factura está anulada: no admite pagos.');
  if (!Number.isSafeInteger(valor) || valor <= 0) {
    throw new ReglaError('valor_invalido', 'El valor del pago debe ser un número entero de pesos, mayor que cero.');
  }
  const aplicado = Math.min(valor, Math.max(factura.saldo, 0));
  return { aplicado, saldo: factura.saldo - aplicado, anticipo: valor - aplicado };
}
