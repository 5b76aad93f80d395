import type { TenantTx } from '@cunservicios/db/tenant';
import { ReglaError } from '@cunservicios/domain/regla';
import { checkCliente, searchText } from '../clientes/cliente-facts.ts';
import { createCliente } from '../clientes/clientes.schema.ts';
import { Refusal } from '../core/errors.ts';
import type { Fila } from './csv.ts';
import {
  type NewClienteImportado,
  insertMedidoresImportados,
  insertRutasImportadas,
  upsertClientes,
} from './import-clientes.queries.ts';
import type { LoteImportado } from './lote-importado.ts';

export const COLUMNAS_CLIENTES = {
  required: ['numero_cuenta', 'nombre', 'direccion', 'uso', 'estrato'],
  optional: [
    'tipo_documento',
    'documento',
    'telefono',
    'correo',
    'servicios',
    'ciclo',
    'ruta',
    'orden',
    'unidades',
    'medidor',
    'digitos',
  ],
};

/** Imports a batch of accounts with their routes and meters. The same file again changes nothing. */
export async function importClientes(
  t: TenantTx,
  filas: Fila[],
  { periodicidad }: { periodicidad: string },
): Promise<LoteImportado> {
  const lote: LoteImportado = { creadas: 0, actualizadas: 0, sin_cambio: 0, rechazos: [] };
  const rows = new Map<string, { fila: Fila; row: NewClienteImportado }>();
  const reject = (fila: Fila, columna: string, mensaje: string) =>
    lote.rechazos.push({ linea: fila.linea, columna, mensaje, fila: fila.texto });
  for (const fila of filas) {
    const row = clienteDe(fila);
    if (Array.isArray(row)) reject(fila, ...row);
    else if (rows.has(row.numero_cuenta)) reject(fila, 'numero_cuenta', 'La cuenta está repetida en el archivo.');
    else rows.set(row.numero_cuenta, { fila, row });
  }
  const good = [...rows.values()];
  if (good.length === 0) return lote;
  const batch = good.map(({ row }) => row);
  await insertRutasImportadas(t, batch, periodicidad);
  const outcomes = new Map((await upsertClientes(t, batch)).map((outcome) => [outcome.linea, outcome]));
  const meters = good.flatMap(({ row: { linea, medidor, digitos } }) => {
    const cliente_id = outcomes.get(linea)?.id;
    return medidor && cliente_id ? [{ linea, cliente_id, serial: medidor, digitos }] : [];
  });
  const wrongMeters = new Set(meters.length > 0 ? await insertMedidoresImportados(t, meters) : []);
  for (const { fila } of good) {
    const outcome = outcomes.get(fila.linea);
    if (wrongMeters.has(fila.linea))
      reject(
        fila,
        'medidor',
        'La cuenta quedó guardada, pero el medidor no: ya está en otra cuenta o esta tiene otro.',
      );
    else if (outcome?.creada) lote.creadas++;
    else if (outcome?.cambiada) lote.actualizadas++;
    else lote.sin_cambio++;
  }
  return lote;
}

const optional = (text: string | undefined) => (text === undefined || text === '' ? undefined : text);
const number = (text: string | undefined) => (optional(text) === undefined ? undefined : Number(text));

/** A row ready to write, or the column at fault and why: the same rules as `POST /api/clientes`. */
function clienteDe({ linea, campos }: Fila): NewClienteImportado | [string, string] {
  const {
    medidor: serial,
    digitos: digits,
    servicios,
    estrato,
    orden,
    unidades,
    tipo_documento,
    documento,
    ciclo,
    ruta,
    ...texts
  } = campos;
  const parsed = createCliente.safeParse({
    ...texts,
    estrato: number(estrato) ?? null,
    orden: number(orden),
    unidades: number(unidades),
    tipo_documento: optional(tipo_documento),
    documento: optional(documento),
    ciclo: optional(ciclo),
    ruta: optional(ruta),
    servicios: optional(servicios)
      ?.split('|')
      .map((servicio) => servicio.trim()),
  });
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return [String(issue?.path[0] ?? ''), issue?.message ?? 'La fila no es válida.'];
  }
  const digitos = number(digits) ?? 5;
  if (!Number.isInteger(digitos) || digitos < 3 || digitos > 9) return ['digitos', 'Use un número de 3 a 9.'];
  const medidor = optional(serial) ?? null;
  if (medidor !== null && medidor.length > 40) return ['medidor', 'Use como máximo 40 caracteres.'];
  try {
    const facts = checkCliente(parsed.data);
    return { ...facts, linea, medidor, digitos, busqueda: searchText(facts) };
  } catch (error) {
    if (error instanceof Refusal) return [error.errors?.[0]?.path ?? '', error.message];
    if (error instanceof ReglaError) return ['documento', error.message];
    throw error;
  }
}
