// Numbers of notes: a gap-free series per tenant and kind, taken when a note is applied.
import type { TipoNota } from '@cunservicios/domain/cartera/listas';

export const SERIES_NOTAS = { credito: 'notas_credito', debito: 'notas_debito' } as const satisfies Record<
  TipoNota,
  string
>;

export const PREFIJOS_NOTAS = { credito: 'NC', debito: 'ND' } as const;

/** "NC000000123": nine digits, so that text order is issue order. */
export const numeroDeNota = (tipo: TipoNota, n: number) => `${PREFIJOS_NOTAS[tipo]}${String(n).padStart(9, '0')}`;
