export const NOMBRE_NOTA = { credito: 'Nota crédito', debito: 'Nota débito' } as const;
export const ESTADO_NOTA = {
  pendiente: 'Espera a otra persona',
  aprobada: 'Aplicada',
  rechazada: 'Rechazada',
} as const;
