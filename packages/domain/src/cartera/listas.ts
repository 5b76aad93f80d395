// The nouns of money owed. Database CHECKs and zod schemas are made from these lists.

/** What moves the ledger. Charges are positive, what the customer gives is negative. */
export const TIPOS_MOVIMIENTO = [
  'factura',
  'pago',
  'anticipo',
  'cruce',
  'reverso',
  'nota',
  'anulacion',
  'convenio',
] as const;
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
/** A note gives back (credit, below zero) or charges what a bill left out (debit). */
export const TIPOS_NOTA = ['credito', 'debito'] as const;
export type TipoNota = (typeof TIPOS_NOTA)[number];

/** Where a note comes from; `reversion` undoes those of a correction. */
export const ORIGENES_NOTA = ['manual', 'correccion', 'desviacion', 'reversion'] as const;
export type OrigenNota = (typeof ORIGENES_NOTA)[number];

export const ESTADOS_NOTA = ['pendiente', 'aprobada', 'rechazada'] as const;
export type EstadoNota = (typeof ESTADOS_NOTA)[number];

/** What a correction changes in the past of an account. */
export const TIPOS_CORRECCION = ['lectura', 'clase', 'titular', 'tarifa', 'desviacion'] as const;
export type TipoCorreccion = (typeof TIPOS_CORRECCION)[number];

export const ESTADOS_CORRECCION = ['pendiente', 'aplicada', 'rechazada'] as const;
export type EstadoCorreccion = (typeof ESTADOS_CORRECCION)[number];

/** How far a correction of all accounts is. */
export const ESTADOS_MASIVA = ['calculando', 'prevista', 'pendiente', 'aplicando', 'aplicada', 'rechazada'] as const;
export type EstadoMasiva = (typeof ESTADOS_MASIVA)[number];

/** Why a bill that a correction touches gets no note: too late to charge, or it gives back more than is left of it. */
export const OMISIONES = ['plazo_de_cobro', 'mayor_que_factura'] as const;
export type Omision = (typeof OMISIONES)[number];
