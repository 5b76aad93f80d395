// A table that leaves as a file: what its columns are, whatever the format. Rows come as they are read, so that a file
// larger than memory can leave.

export type Columna<T> = {
  titulo: string;
  /** `pesos` and `numero` stay numbers, `fecha` is a day (yyyy-mm-dd), `texto` is never a formula. */
  tipo: 'texto' | 'pesos' | 'numero' | 'fecha';
  valor: (row: T) => string | number | null;
};

export type Planilla<T> = {
  /** Of the file, without extension, and of the sheet. */
  nombre: string;
  columnas: readonly Columna<T>[];
  /** In batches, as they are read. */
  filas: AsyncIterable<readonly T[]> | Iterable<readonly T[]>;
};

/**
 * Text that no spreadsheet runs: what begins with = + - @ (spaces before it do not count), a tab or a line break gets an
 * apostrophe before it. The wide forms of those signs run in some spreadsheets too.
 */
export const sinFormula = (texto: string): string =>
  /^[\t\r\n]|^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^ *[\t\r\n]/.test(texto) ? `'${texto}` : texto;
