// CSV as people really send it: comma, semicolon or tab, BOM, CRLF, quotes, decimal comma, empty lines.
import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { refuse } from '../core/errors.ts';

/** A data row: its line in the file (the header is line 1), its fields by column name, and how it was written. */
export type Fila = { linea: number; campos: Record<string, string>; texto: string };

type Columns = { required: readonly string[]; optional?: readonly string[] };

const DELIMITERS = [',', ';', '\t'] as const;

/**
 * Rows of a CSV in batches of `size`, streamed. Column names are compared without case, accents or spaces.
 * 422 when a required column is missing, a column is not known, or the text is not a CSV at all.
 */
export async function* readCsv(text: AsyncIterable<string>, columns: Columns, size: number): AsyncGenerator<Fila[]> {
  const { first, all } = await peek(text);
  const delimiter = delimiterOf(first);
  const parser = Readable.from(all).pipe(
    parse({
      delimiter,
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      max_record_size: 64_000,
    }),
  );
  let names: string[] | undefined;
  let batch: Fila[] = [];
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      if (!names) {
        names = headerOf(record, columns);
        continue;
      }
      const campos: Record<string, string> = {};
      for (const [i, name] of names.entries()) campos[name] = record[i] ?? '';
      batch.push({ linea: info.lines, campos, texto: record.join(delimiter) });
      if (batch.length < size) continue;
      yield batch;
      batch = [];
    }
  } catch (error) {
    const { code, lines } = error as { code?: string; lines?: number };
    if (!/^(CSV_|INVALID_OPENING_QUOTE)/.test(code ?? '')) throw error; // one of csv-parse's codes has no prefix
    refuse(
      'validacion',
      `El archivo no se puede leer como CSV${lines ? ` cerca de la línea ${lines}` : ''}: revise comillas y separadores.`,
    );
  }
  if (!names)
    refuse(
      'validacion',
      `El archivo no tiene encabezado. La primera línea debe nombrar las columnas: ${columns.required.join(', ')}.`,
    );
  if (batch.length > 0) yield batch;
}

/** The first line, and the whole text again. */
async function peek(text: AsyncIterable<string>) {
  const source = text[Symbol.asyncIterator]();
  let head = '';
  while (!head.includes('\n') && head.length < 64_000) {
    const { value, done } = await source.next();
    if (done) break;
    head += value;
  }
  async function* all() {
    yield head;
    for (let next = await source.next(); !next.done; next = await source.next()) yield next.value;
  }
  return { first: head.split('\n', 1)[0] ?? '', all: all() };
}

const delimiterOf = (header: string) =>
  DELIMITERS.reduce((best, candidate) =>
    header.split(candidate).length > header.split(best).length ? candidate : best,
  );

const plain = (name: string) =>
  name
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .trim()
    .toLowerCase()
    .replace(/\s+/g, '_');

function headerOf(record: string[], { required, optional = [] }: Columns) {
  const names = record.map(plain);
  const missing = required.filter((name) => !names.includes(name));
  if (missing.length > 0)
    refuse('validacion', `Faltan columnas: ${missing.join(', ')}. La primera línea debe nombrarlas.`, {
      errors: missing.map((name) => ({ path: name, message: 'Falta esta columna.' })),
    });
  const unknown = names.filter((name) => name !== '' && !required.includes(name) && !optional.includes(name));
  if (unknown.length > 0)
    refuse('validacion', `No se conocen estas columnas: ${unknown.join(', ')}.`, {
      errors: unknown.map((name) => ({ path: name, message: 'Esta columna no existe aquí.' })),
    });
  return names;
}

/** "1234,5" or "1234.5" → "1234.5": decimal comma or point, no thousands separator. */
export const decimalPoint = (text: string) => text.replace(/^(\d+),(\d+)$/, '$1.$2');
