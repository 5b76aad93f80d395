// Numbers of issued bills: one gap-free series per tenant, taken in ranges when a period is issued.

export const SERIE_FACTURAS = 'facturas';
const PREFIX = 'SPD'; // servicios públicos domiciliarios, as DIAN names the document

/** "SPD000000123": nine digits, so that text order is issue order. */
export const numeroDeSerie = (n: number) => `${PREFIX}${String(n).padStart(9, '0')}`;

export const SERIE_RECUPERACIONES = 'recuperaciones';
const PREFIX_RECUPERACION = 'REC';

/** "REC000000012": bills of recovered consumption have a series of their own. */
export const numeroDeRecuperacion = (n: number) => `${PREFIX_RECUPERACION}${String(n).padStart(9, '0')}`;

/** Reserved for the series: a bill written by hand must not take one. */
export const esNumeroDeSerie = (numero: string) =>
  new RegExp(`^(${PREFIX}|${PREFIX_RECUPERACION})\\d{9}$`, 'i').test(numero);
