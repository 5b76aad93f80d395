/** What one batch of an import did; batches add up to the answer. */
export type LoteImportado = {
  creadas: number;
  actualizadas: number;
  sin_cambio: number;
  rechazos: { linea: number; columna: string; mensaje: string; fila: string }[];
};
