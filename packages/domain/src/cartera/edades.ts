// Ages of what is owed: days since the pay-by date, in the spans that collection looks at.

/** Days past due of each span, both ends included; the last one has no end. */
export const TRAMOS = [
  { clave: 'd30', desde: 1, hasta: 30, nombre: '0 a 30 días' },
  { clave: 'd60', desde: 31, hasta: 60, nombre: '31 a 60 días' },
  { clave: 'd90', desde: 61, hasta: 90, nombre: '61 a 90 días' },
  { clave: 'd180', desde: 91, hasta: 180, nombre: '91 a 180 días' },
  { clave: 'd360', desde: 181, hasta: 360, nombre: '181 a 360 días' },
  { clave: 'mas', desde: 361, hasta: null, nombre: 'Más de 360 días' },
] as const;

export const CLAVES_TRAMO = ['d30', 'd60', 'd90', 'd180', 'd360', 'mas'] as const;
export type ClaveTramo = (typeof CLAVES_TRAMO)[number];

/** By what the ages are summed. */
export const GRUPOS_EDADES = ['ruta', 'ciclo', 'estrato', 'uso'] as const;
export type GrupoEdades = (typeof GRUPOS_EDADES)[number];
