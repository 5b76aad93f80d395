import type { WriteContext } from '../core/context.ts';
import { notFound, refuse } from '../core/errors.ts';
import { exigirSinImportaciones } from '../ejecuciones/exigir-quieto.ts';
import { startEjecucion } from '../ejecuciones/start-ejecucion.ts';
import { findPeriodo } from './find-periodo.ts';
import { lockPeriodo, selectEarlierOpen } from './periodos.queries.ts';

const ALLOWED = {
  liquidar: { estados: ['abierto', 'liquidado'], si_no: 'ya se emitió: sus facturas no cambian' },
  emitir: { estados: ['liquidado'], si_no: 'no está liquidado' },
} as const;

/**
 * Starts the run of a period in the background and answers its `ejecucion` (202). 409 when the period is in another
 * state, an earlier one of the cycle is not issued, or a run is under way.
 */
export async function startRun(
  ctx: WriteContext,
  tipo: keyof typeof ALLOWED,
  input: { codigo: string; ciclo?: string | undefined },
) {
  return ctx.tx(async (t) => {
    await exigirSinImportaciones(t);
    const { id, codigo } = await findPeriodo(t, input);
    const periodo = (await lockPeriodo(t, id)) ?? notFound('el periodo', codigo);
    const { estados, si_no } = ALLOWED[tipo];
    if (!(estados as readonly string[]).includes(periodo.estado))
      refuse('periodo_no_abierto', `El periodo ${codigo} ${si_no}.`);
    const earlier = await selectEarlierOpen(t, periodo);
    if (earlier)
      refuse('periodo_no_abierto', `Primero emita el periodo ${earlier.codigo}: de él sale el consumo de este.`);
    if (tipo === 'emitir' && ctx.tenant.ajustes.exige_aprobacion && periodo.aprobado_en === null)
      refuse('falta_aprobacion', `El periodo ${codigo} espera que una segunda persona lo apruebe antes de emitirse.`);
    const ejecucion = await startEjecucion(ctx, t, { tipo, periodo_id: id });
    ctx.audit(`periodos/${codigo}`, { despues: { tipo, ejecucion_id: ejecucion.id } });
    return ejecucion;
  });
}
