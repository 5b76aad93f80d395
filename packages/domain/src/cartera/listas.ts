// The nouns of money owed. Database CHECKs and zod schemas are made from these lists.

/** What moves the ledger. Charges are positive, what the customer gives is negative. */
export const TIPOS_MOVIMIENTO = ['factura', 'pago', 'nota', 'anulacion', 'convenio'] as const;
export type TipoMovimiento = (typeof TIPOS_MOVIMIENTO)[number];

/** A bill of a period's consumption, one written by hand, or one of consumption recovered. */
export const TIPOS_FACTURA = ['consumo', 'manual', 'recuperacion'] as const;
export type TipoFactura = (typeof TIPOS_FACTURA)[number];

/** Where a line that waits for a bill comes from. */
export const ORIGENES_CARGO = ['tercero', 'orden', 'convenio', 'recuperacion', 'otro'] as const;
export type OrigenCargo = (typeof ORIGENES_CARGO)[number];
