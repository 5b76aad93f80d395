// CSV as Excel in Colombia opens it by a double click: UTF-8 with its mark, `;` between cells, CRLF.
import { stringify } from 'csv-stringify/sync';
import { type Columna, type Planilla, sinFormula } from './planilla.ts';

const FORMA = { delimiter: ';', record_delimiter: '\r\n' } as const;

export async function* csvDe<T>({ columnas, filas }: Planilla<T>): AsyncGenerator<string> {
  yield `\uFEFF${stringify([columnas.map(({ titulo }) => titulo)], FORMA)}`;
  for await (const tanda of filas)
    yield stringify(
      tanda.map((row) => columnas.map((columna) => celda(columna, row))),
      FORMA,
    );
}

function celda<T>({ tipo, valor }: Columna<T>, row: T): string {
  const contenido = valor(row);
  if (contenido === null) return '';
  return tipo === 'texto' ? sinFormula(String(contenido)) : String(contenido);
}
