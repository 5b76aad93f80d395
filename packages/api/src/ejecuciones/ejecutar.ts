import { aplicarArchivo } from '../archivos-recaudo/aplicar-archivo.ts';
import { cargarArchivo } from '../archivos-recaudo/cargar-archivo.ts';
import type { Services, Tenant } from '../core/context.ts';
import { ERRORES, toRefusal } from '../core/errors.ts';
import { correrImpresion } from '../documento/correr-impresion.ts';
import { correrPeriodo } from '../facturacion/correr-periodo.ts';
import { runImport } from '../importar/run-import.ts';
import { correrMasiva } from '../masivas/correr-masiva.ts';
import { correrImpacto } from '../tarifas/correr-impacto.ts';
import { type EjecucionRow, type TipoEjecucion, selectEjecucion, setError, setStarted } from './ejecuciones.queries.ts';

/** What does each kind of run. */
const CORRER: Record<TipoEjecucion, (services: Services, tenant: Tenant, ejecucion: EjecucionRow) => Promise<void>> = {
  liquidar: correrPeriodo,
  emitir: correrPeriodo,
  importar_clientes: runImport,
  importar_lecturas: runImport,
  importar_tarifas: runImport,
  importar_cargos: runImport,
  impacto_tarifas: correrImpacto,
  imprimir: correrImpresion,
  prever_correccion: correrMasiva,
  aplicar_correccion: correrMasiva,
  cargar_recaudo: cargarArchivo,
  aplicar_recaudo: aplicarArchivo,
};

/**
 * Does a run to its end, from wherever it was; a finished one is left alone. A refusal (the file is no CSV, there is no
 * tariff) ends it as `fallida`; any other fault is thrown, to be tried again unless this was the `final` try.
 */
export async function ejecutar(services: Services, tenant: Tenant, ejecucion_id: number, { final = false } = {}) {
  const row = await selectEjecucion(services.tenants.reads(tenant.id), ejecucion_id);
  if (!row || row.estado === 'terminada' || row.estado === 'fallida') return;
  await services.tenants.transaction(tenant.id, (t) => setStarted(t, ejecucion_id));
  try {
    await CORRER[row.tipo](services, tenant, row);
  } catch (error) {
    const refusal = toRefusal(error);
    const refused = ERRORES[refusal.code][0] < 500;
    await services.tenants.transaction(tenant.id, (t) => setError(t, ejecucion_id, refusal.message, refused || final));
    if (!refused || final) throw error;
  }
}
