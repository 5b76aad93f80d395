export const NOMBRE_PERIODICIDAD = { mensual: 'Cada mes', bimestral: 'Cada dos meses' } as const;
