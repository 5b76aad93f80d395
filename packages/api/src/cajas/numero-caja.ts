/** Series of the sessions of cash desks: gap-free per tenant. */
export const SERIE_CAJAS = 'cajas';

/** "CJ000000012": text order is their order. */
export const numeroDeCaja = (n: number) => `CJ${String(n).padStart(9, '0')}`;
