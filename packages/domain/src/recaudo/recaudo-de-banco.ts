// A row of a bank's file as a payment: its means, its reference, and what keeps it from being one.
import type { DetalleRecaudo } from './asobancaria-campos.ts';
import type { MedioPago, MotivoRecaudo } from './listas.ts';

const EFECTIVO = new Set(['1', '3']); // counter, deposit box
const MEDIOS: Record<string, MedioPago> = { '2': 'Cheque' };

/**
 * The means of a row, from the channel of the bank (dominio 5.2): 1 cash, 2 cheque, 3 deposit box, 11 to 15 debit of an
 * account, 21 to 25 card. A channel that nobody knows is `Archivo`.
 */
export function medioDeCanal(canal: string): MedioPago {
  const n = canal.replace(/^0+/, '');
  if (EFECTIVO.has(n)) return 'Efectivo';
  if (/^1[1-5]$/.test(n)) return 'Transferencia';
  if (/^2[1-5]$/.test(n)) return 'Tarjeta';
  return MEDIOS[n] ?? 'Archivo';
}

type Identidad = { banco: string; fecha: string; lote: number; secuencia: number };

/** What makes a row one in the world: bank, date, batch and sequence. "007-20260715-0001-0000001". */
export const identidadDeRecaudo = ({ banco, fecha, lote, secuencia }: Identidad): string =>
  `${banco}-${fecha.replaceAll('-', '')}-${String(lote).padStart(4, '0')}-${String(secuencia).padStart(7, '0')}`;

const MAS_ALTO = 1e12; // pesos of one payment: more is no payment of a bill

/** What keeps a row from being applied, whoever its reference names; undefined: nothing. */
export function motivoDeFila({
  valor,
  centavos,
  causal_devolucion,
}: Pick<DetalleRecaudo, 'valor' | 'centavos' | 'causal_devolucion'>): MotivoRecaudo | undefined {
  if (causal_devolucion !== null) return 'devuelto_por_el_banco';
  if (centavos !== 0) return 'valor_con_centavos';
  if (valor === 0) return 'valor_cero';
  return valor > MAS_ALTO ? 'valor_muy_grande' : undefined;
}
