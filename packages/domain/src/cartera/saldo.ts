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
