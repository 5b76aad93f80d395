// Numbers of receipts and of reversals: gap-free series per tenant. Nine digits, so that text order is their order.

export const SERIE_REVERSOS = 'reversos';

/** "RC000000123". */
export const numeroDeRecibo = (n: number) => `RC${String(n).padStart(9, '0')}`;

/** "RV000000012". */
export const numeroDeReverso = (n: number) => `RV${String(n).padStart(9, '0')}`;

/** The receipt that a text names, with or without its letters and zeros; undefined when it names none. */
export function reciboDe(texto: string): number | undefined {
  const n = Number(/^(?:RC)?0*(\d{1,15})$/i.exec(texto.trim())?.[1]);
  return n > 0 ? n : undefined;
}
