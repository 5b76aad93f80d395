// Deposits from a CSV: all rows or none, each fault with its line and column.
import { invalid, refuse } from '../core/errors.ts';
import { readCsv } from '../importar/csv.ts';
import { type CreateConsignacion, createConsignacion } from './consignaciones.schema.ts';

const COLUMNAS = { required: ['banco', 'fecha', 'valor', 'referencia'], optional: ['dia', 'origen', 'observaciones'] };
const MAS_FILAS = 5_000;
const MAS_FALTAS = 50;

/** Throws `validacion` that names line and column of up to 50 faults. */
export async function leerConsignaciones(texto: string, hoy: string): Promise<CreateConsignacion[]> {
  const filas: CreateConsignacion[] = [];
  const faltas: { path: string; message: string }[] = [];
  const falta = (linea: number, columna: string, message: string) =>
    faltas.push({ path: `línea ${linea}, ${columna}`, message });
  for await (const tanda of readCsv(unaPieza(texto), COLUMNAS, 500)) {
    for (const { linea, campos } of tanda) {
      const escrito = Object.fromEntries(Object.entries(campos).filter(([, valor]) => valor !== ''));
      const valor = /^\d{1,13}$/.test(campos['valor'] ?? '') ? Number(campos['valor']) : escrito['valor'];
      const { success, data, error } = createConsignacion.safeParse({ ...escrito, valor });
      if (!success) for (const { path, message } of error.issues) falta(linea, path.join('.') || 'fila', message);
      else if (data.fecha > hoy) falta(linea, 'fecha', 'La consignación no puede ser de un día que no ha llegado.');
      else filas.push(data);
    }
    if (filas.length > MAS_FILAS) invalid('archivo', `El archivo tiene más de ${MAS_FILAS} filas: pártalo en varios.`);
  }
  if (faltas.length > 0)
    refuse('validacion', 'Hay filas por corregir. No se cargó ninguna: corrija el archivo y cárguelo otra vez.', {
      errors: faltas.slice(0, MAS_FALTAS),
    });
  if (filas.length === 0) invalid('archivo', 'El archivo no tiene filas.');
  return filas;
}

async function* unaPieza(texto: string) {
  yield texto;
}
