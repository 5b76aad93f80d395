// Drives an import through its file. Each batch is one transaction that also notes the last line it read,
// so that a run cut off goes on after it; rows are idempotent besides.
import { today } from '../core/clock.ts';
import type { Services, Tenant } from '../core/context.ts';
import type { TenantTx } from '@cunservicios/db/tenant';
import {
  type EjecucionRow,
  addHechas,
  insertLotes,
  insertRechazos,
  selectLotes,
  selectResultados,
  setFinished,
  setLoteDone,
} from '../ejecuciones/ejecuciones.queries.ts';
import { readArchivo } from './archivo.ts';
import { type Fila, readCsv } from './csv.ts';
import { COLUMNAS_CARGOS, importCargos } from './import-cargos.ts';
import { COLUMNAS_CLIENTES, importClientes } from './import-clientes.ts';
import { COLUMNAS_LECTURAS, importLecturas } from './import-lecturas.ts';
import { importTarifas } from './import-tarifas.ts';
import type { LoteImportado } from './lote-importado.ts';

const FILAS_POR_LOTE = 2_000;

export type Conteo = { leidas: number; creadas: number; actualizadas: number; sin_cambio: number; rechazadas: number };

/** Runs an import to its end, from wherever it was. Throws a Refusal when the file as a whole cannot be read. */
export async function runImport(services: Services, tenant: Tenant, ejecucion: EjecucionRow) {
  const t = services.tenants.reads(tenant.id);
  const text = readArchivo(t, ejecucion.archivo_id ?? 0);
  const { user_id } = ejecucion;
  if (ejecucion.tipo === 'importar_tarifas') {
    let whole = '';
    for await (const piece of text) whole += piece;
    await services.tenants.transaction(tenant.id, async (tx) => {
      const lote = await importTarifas(tx, whole, user_id);
      const leidas = lote.creadas + lote.actualizadas + lote.sin_cambio;
      await addHechas(tx, ejecucion.id, leidas);
      await setFinished(tx, ejecucion.id, conteoDe(leidas, lote));
    });
    return;
  }
  const hoy = today(services.clock, tenant.zona_horaria);
  const { columnas, work } = porFilas(ejecucion.tipo, tenant, { hoy, user_id });
  const done = await selectLotes(t, ejecucion.id, 1);
  const lastLine = done.at(-1)?.hasta ?? 0;
  let lote = done.length;
  for await (const filas of readCsv(text, columnas, FILAS_POR_LOTE)) {
    const fresh = filas.filter(({ linea }) => linea > lastLine);
    const [first, last] = [fresh[0], fresh.at(-1)];
    if (!first || !last) continue;
    const number = lote++;
    await services.tenants.transaction(tenant.id, async (tx) => {
      const span = { fase: 1, lote: number, desde: first.linea, hasta: last.linea };
      await insertLotes(tx, ejecucion.id, [span]);
      const result = await work(tx, fresh);
      if (result.rechazos.length > 0) await insertRechazos(tx, ejecucion.id, result.rechazos.map(withoutNul));
      await setLoteDone(tx, ejecucion.id, span, conteoDe(fresh.length, result));
      await addHechas(tx, ejecucion.id, fresh.length);
    });
  }
  await services.tenants.transaction(tenant.id, async (tx) => {
    const parts = (await selectResultados(tx, ejecucion.id, 1)).map(({ resultado }) => resultado as Conteo);
    await setFinished(
      tx,
      ejecucion.id,
      parts.reduce(add, { leidas: 0, creadas: 0, actualizadas: 0, sin_cambio: 0, rechazadas: 0 }),
    );
  });
}

type Work = (t: TenantTx, filas: Fila[]) => Promise<LoteImportado>;

/** The columns of a kind of CSV, and what is done with its rows. */
function porFilas(tipo: string, tenant: Tenant, by: { hoy: string; user_id: number | null }) {
  const kinds: Record<string, { columnas: Parameters<typeof readCsv>[1]; work: Work }> = {
    importar_clientes: { columnas: COLUMNAS_CLIENTES, work: (t, filas) => importClientes(t, filas, tenant) },
    importar_lecturas: { columnas: COLUMNAS_LECTURAS, work: (t, filas) => importLecturas(t, filas, by) },
    importar_cargos: { columnas: COLUMNAS_CARGOS, work: (t, filas) => importCargos(t, filas, by.user_id) },
  };
  return kinds[tipo] ?? fallo(tipo);
}

function fallo(tipo: string): never {
  throw new Error(`${tipo} is no import of rows.`);
}

const conteoDe = (leidas: number, { creadas, actualizadas, sin_cambio, rechazos }: LoteImportado): Conteo => ({
  leidas,
  creadas,
  actualizadas,
  sin_cambio,
  rechazadas: new Set(rechazos.map(({ linea }) => linea)).size,
});

const add = (a: Conteo, b: Conteo): Conteo => ({
  leidas: a.leidas + b.leidas,
  creadas: a.creadas + b.creadas,
  actualizadas: a.actualizadas + b.actualizadas,
  sin_cambio: a.sin_cambio + b.sin_cambio,
  rechazadas: a.rechazadas + b.rechazadas,
});

/** A rejected row is kept as it came, but PostgreSQL keeps no NUL. */
const withoutNul = <T extends { fila: string }>(rechazo: T): T => ({
  ...rechazo,
  fila: rechazo.fila.replaceAll('\0', '␀'),
});
