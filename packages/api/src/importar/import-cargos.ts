import type { TenantTx } from '@cunservicios/db/tenant';
import { esFecha } from '@cunservicios/domain/calendario/fechas';
import type { Fila } from './csv.ts';
import { type CargoOutcome, type NewCargoImportado, insertCargosImportados } from './import-cargos.queries.ts';
import type { LoteImportado } from './lote-importado.ts';

export const COLUMNAS_CARGOS = {
  required: ['numero_cuenta', 'tercero', 'referencia', 'codigo', 'concepto', 'valor', 'desde'],
};

const MOST = 100_000_000_000; // pesos on one line: more is a typing error

const REFUSED: Record<Exclude<CargoOutcome['outcome'], 'sin_cambio'>, [string, string]> = {
  sin_cuenta: ['numero_cuenta', 'No existe esa cuenta.'],
  sin_tercero: ['tercero', 'No existe ese tercero: créelo antes de importar sus cargos.'],
  distinto: ['referencia', 'Ese tercero ya cargó otra cosa con esa referencia.'],
  anulado: ['referencia', 'Ese cargo ya se anuló: use otra referencia.'],
};

/** Imports a batch of lines of third parties. A reference counts once for its third party. */
export async function importCargos(t: TenantTx, filas: Fila[], user_id: number | null): Promise<LoteImportado> {
  const lote: LoteImportado = { creadas: 0, actualizadas: 0, sin_cambio: 0, rechazos: [] };
  const seen = new Map<string, { row: NewCargoImportado; fila: Fila }>();
  const reject = (fila: Fila, columna: string, mensaje: string) =>
    lote.rechazos.push({ linea: fila.linea, columna, mensaje, fila: fila.texto });
  for (const fila of filas) {
    const row = cargoDe(fila);
    if (Array.isArray(row)) {
      reject(fila, ...row);
      continue;
    }
    const key = `${row.tercero}\n${row.referencia}`;
    const twin = seen.get(key)?.row;
    if (!twin) seen.set(key, { row, fila });
    else if (same(twin, row)) lote.sin_cambio++;
    else reject(fila, 'referencia', `La línea ${twin.linea} trae otro cargo con la misma referencia.`);
  }
  if (seen.size === 0) return lote;
  const rows = [...seen.values()];
  const { insertadas, otras } = await insertCargosImportados(
    t,
    rows.map(({ row }) => row),
    user_id,
  );
  lote.creadas = insertadas;
  const byLinea = new Map(rows.map(({ fila }) => [fila.linea, fila]));
  for (const { linea, outcome } of otras) {
    const fila = byLinea.get(linea);
    if (outcome === 'sin_cambio') lote.sin_cambio++;
    else if (fila) reject(fila, ...REFUSED[outcome]);
  }
  return lote;
}

const same = ({ linea: _a, ...a }: NewCargoImportado, { linea: _b, ...b }: NewCargoImportado) =>
  JSON.stringify(a) === JSON.stringify(b);

/** A row ready to write, or the column at fault and why. */
function cargoDe({ linea, campos }: Fila): NewCargoImportado | [string, string] {
  const { numero_cuenta = '', tercero = '', referencia = '', codigo = '', concepto = '', desde = '' } = campos;
  const valor = Number(campos['valor']);
  if (numero_cuenta === '') return ['numero_cuenta', 'Falta el número de cuenta.'];
  if (tercero === '') return ['tercero', 'Falta el código del tercero.'];
  if (referencia === '' || referencia.length > 80)
    return ['referencia', 'Escriba una referencia de 1 a 80 caracteres.'];
  if (!/^[a-z0-9_]{1,40}$/.test(codigo))
    return ['codigo', 'Use letras minúsculas sin tilde, números o guion bajo (40 como máximo).'];
  if (concepto === '' || concepto.length > 120) return ['concepto', 'Escriba un concepto de 1 a 120 caracteres.'];
  if (!/^-?\d{1,12}$/.test(campos['valor'] ?? '') || valor === 0 || Math.abs(valor) > MOST)
    return ['valor', 'Escriba pesos enteros, sin puntos ni comas, distintos de cero.'];
  if (!esFecha(desde)) return ['desde', 'Escriba la fecha como 2026-07-31.'];
  for (const [columna, texto] of Object.entries({ numero_cuenta, tercero, referencia, concepto }))
    if (texto.includes('\0')) return [columna, 'El texto tiene caracteres que no se pueden guardar.'];
  return { linea, numero_cuenta, tercero, referencia, codigo, concepto, valor, desde };
}
