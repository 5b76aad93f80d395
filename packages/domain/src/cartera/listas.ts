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

/** What may be ordered to be done at an account. */
export const TIPOS_ORDEN = ['suspension', 'reinstalacion', 'corte', 'reconexion', 'inspeccion'] as const;
export type TipoOrden = (typeof TIPOS_ORDEN)[number];

export const ESTADOS_ORDEN = ['pendiente', 'ejecutada', 'anulada'] as const;
export type EstadoOrden = (typeof ESTADOS_ORDEN)[number];

/** Whether what was ordered was done: nobody at home, say, leaves it undone. */
export const RESULTADOS_ORDEN = ['efectiva', 'no_efectiva'] as const;
export type ResultadoOrden = (typeof RESULTADOS_ORDEN)[number];

export const ESTADOS_CONVENIO = ['vigente', 'cumplido', 'incumplido'] as const;
export type EstadoConvenio = (typeof ESTADOS_CONVENIO)[number];

/** Why an account that is in arrears is not suspended. */
export const EXCLUSIONES_SUSPENSION = ['reclamo', 'convenio', 'protegido', 'sin_servicio', 'orden'] as const;
export type ExclusionSuspension = (typeof EXCLUSIONES_SUSPENSION)[number];
