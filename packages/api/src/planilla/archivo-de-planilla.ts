import type { z } from 'zod';
import { ArchivoPorPartes } from '../core/archivo.ts';
import { csvDe } from './csv.ts';
import type { Planilla } from './planilla.ts';
import type { formato } from './planilla.schema.ts';
import { xlsxDe } from './xlsx.ts';

export const CSV = 'text/csv';
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** What a procedure that answers a `Planilla` declares as `produces`. */
export const PLANILLAS = [CSV, XLSX] as const;

/** The table as a file that is written while it is sent. */
export const archivoDePlanilla = <T>(planilla: Planilla<T>, cual: z.infer<typeof formato>) =>
  cual === 'csv'
    ? new ArchivoPorPartes(`${planilla.nombre}.csv`, CSV, csvDe(planilla))
    : new ArchivoPorPartes(`${planilla.nombre}.xlsx`, XLSX, xlsxDe(planilla));

/** Reads pages one after the other: `leer` is given the last row of the page before. */
export async function* porTandas<T>(
  leer: (ultima: T | undefined) => Promise<readonly T[]>,
): AsyncGenerator<readonly T[]> {
  for (let ultima: T | undefined; ;) {
    const tanda = await leer(ultima);
    if (tanda.length === 0) return;
    yield tanda;
    ultima = tanda.at(-1);
  }
}
