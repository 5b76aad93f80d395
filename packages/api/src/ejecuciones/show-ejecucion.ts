import type { Services } from '../core/context.ts';
import type { EjecucionRow } from './ejecuciones.queries.ts';

/** A run as every door shows it, with its pace. */
export function showEjecucion(
  { periodo_id: _p, archivo_id: _a, user_id: _u, ...row }: EjecucionRow,
  { clock }: Pick<Services, 'clock'>,
) {
  const end = row.finished_at ? Date.parse(row.finished_at) : clock.now().getTime();
  const seconds = row.started_at ? (end - Date.parse(row.started_at)) / 1000 : 0;
  return { ...row, por_segundo: seconds > 0 ? Math.round(row.hechas / seconds) : null };
}
