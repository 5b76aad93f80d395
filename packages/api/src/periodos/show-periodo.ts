import type { TenantDb } from '@cunservicios/db/tenant';
import type { Services } from '../core/context.ts';
import { notFound } from '../core/errors.ts';
import { selectLastOfPeriodos } from '../ejecuciones/ejecuciones.queries.ts';
import { showEjecucion } from '../ejecuciones/show-ejecucion.ts';
import { type PeriodoConCiclo, selectPeriodoById } from './periodos.queries.ts';

/** Periods as every door shows them: with their totals and their last run. */
export async function showPeriodos(t: TenantDb, services: Services, rows: PeriodoConCiclo[]) {
  const ids = rows.map(({ id }) => id);
  const runs = await selectLastOfPeriodos(t, ids);
  return rows.map((row) => {
    const run = runs.find(({ periodo_id }) => periodo_id === row.id);
    return { ...row, ejecucion: run ? showEjecucion(run, services) : null };
  });
}

export async function showPeriodo(t: TenantDb, services: Services, id: number) {
  const row = (await selectPeriodoById(t, id)) ?? notFound('el periodo', id);
  const [shown] = await showPeriodos(t, services, [row]);
  return shown ?? notFound('el periodo', id);
}
