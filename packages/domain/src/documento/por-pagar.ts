import { sumar } from '../pesos.ts';

export type CuentaPorPagar = { readonly a_pagar: number; readonly a_favor: number };

/**
 * What a bill asks for, in whole pesos: its total and what the account owed before it, less what is under an open
 * claim, which nobody has to pay meanwhile (Ley 142/1994 art. 155). Below zero nothing is asked, and the rest stays
 * in the customer's favour. It is the figure of the paper, its bar code and the explanation.
 */
export function cuentaPorPagar({
  valor_total,
  saldo_anterior,
  en_reclamo,
}: {
  readonly valor_total: number;
  readonly saldo_anterior: number;
  readonly en_reclamo: number;
}): CuentaPorPagar {
  const neto = sumar([valor_total, saldo_anterior, -en_reclamo]);
  return neto >= 0 ? { a_pagar: neto, a_favor: 0 } : { a_pagar: 0, a_favor: -neto };
}
