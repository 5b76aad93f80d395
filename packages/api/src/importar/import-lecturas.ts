import type { TenantTx } from '@cunservicios/db/tenant';
import { esFecha } from '@cunservicios/domain/calendario/fechas';
import { TIPOS_LECTURA } from '@cunservicios/domain/consumo/listas';
import { type Fila, decimalPoint } from './csv.ts';
import { type LecturaOutcome, type NewLecturaImportada, insertLecturasImportadas } from './import-lecturas.queries.ts';
import type { LoteImportado } from './lote-importado.ts';

export const COLUMNAS_LECTURAS = { required: ['medidor', 'fecha_lectura', 'lectura_m3', 'tipo'], optional: ['causal'] };

const REFUSED: Record<Exclude<LecturaOutcome['outcome'], 'sin_cambio'>, [string, string]> = {
  sin_medidor: ['medidor', 'No hay un medidor instalado con ese serial.'],
  antes_de_instalar: ['fecha_lectura', 'La fecha es anterior a la instalación del medidor.'],
  periodo_emitido: ['fecha_lectura', 'El periodo de esa fecha ya se emitió: no admite lecturas nuevas.'],
  distinta: ['lectura_m3', 'Ese medidor ya tiene otra lectura de ese tipo en esa fecha.'],
};

/** Imports a batch of readings; the same reading again changes nothing. `hoy` refuses readings of the future. */
export async function importLecturas(
  t: TenantTx,
  filas: Fila[],
  { hoy, user_id }: { hoy: string; user_id: number | null },
): Promise<LoteImportado> {
  const lote: LoteImportado = { creadas: 0, actualizadas: 0, sin_cambio: 0, rechazos: [] };
  const byLinea = new Map<number, Fila>();
  const seen = new Map<string, NewLecturaImportada>();
  const reject = (fila: Fila, columna: string, mensaje: string) =>
    lote.rechazos.push({ linea: fila.linea, columna, mensaje, fila: fila.texto });
  for (const fila of filas) {
    const row = lecturaDe(fila, hoy);
    if (Array.isArray(row)) {
      reject(fila, ...row);
      continue;
    }
    const key = `${row.medidor}\n${row.fecha_lectura}\n${row.tipo}`;
    const twin = seen.get(key);
    if (twin && twin.lectura_m3 === row.lectura_m3 && twin.causal === row.causal) lote.sin_cambio++;
    else if (twin)
      reject(fila, 'lectura_m3', `La línea ${twin.linea} trae otra lectura del mismo medidor, día y tipo.`);
    else {
      seen.set(key, row);
      byLinea.set(fila.linea, fila);
    }
  }
  if (seen.size === 0) return lote;
  const { insertadas, otras } = await insertLecturasImportadas(t, [...seen.values()], user_id);
  lote.creadas = insertadas;
  for (const { linea, outcome } of otras) {
    const fila = byLinea.get(linea);
    if (outcome === 'sin_cambio') lote.sin_cambio++;
    else if (fila) reject(fila, ...REFUSED[outcome]);
  }
  return lote;
}

/** A row ready to write, or the column at fault and why. */
function lecturaDe({ linea, campos }: Fila, hoy: string): NewLecturaImportada | [string, string] {
  const { medidor = '', fecha_lectura = '', tipo = '', causal = '' } = campos;
  const m3 = decimalPoint(campos['lectura_m3'] ?? '');
  if (medidor === '' || medidor.length > 40) return ['medidor', 'Falta el serial del medidor.'];
  if (!esFecha(fecha_lectura)) return ['fecha_lectura', 'Escriba la fecha como 2026-07-31.'];
  if (fecha_lectura > hoy) return ['fecha_lectura', 'La fecha está en el futuro.'];
  if (!(TIPOS_LECTURA as readonly string[]).includes(tipo))
    return ['tipo', `Use uno de estos: ${TIPOS_LECTURA.join(', ')}.`];
  if (m3 === '' && causal === '') return ['lectura_m3', 'Falta la lectura, o la causal si no se pudo leer.'];
  if (m3 !== '' && !/^\d{1,9}(\.\d{1,3})?$/.test(m3))
    return ['lectura_m3', 'Escriba la lectura en m³, como 1234 o 1234.567.'];
  if (causal.length > 40 || causal.includes('\0')) return ['causal', 'La causal es demasiado larga.'];
  if (medidor.includes('\0')) return ['medidor', 'El serial tiene caracteres que no se pueden guardar.'];
  return {
    linea,
    medidor,
    fecha_lectura,
    lectura_m3: m3 === '' ? null : m3,
    tipo,
    causal: causal === '' ? null : causal,
  };
}
