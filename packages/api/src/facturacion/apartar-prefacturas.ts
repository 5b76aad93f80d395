import type { TenantTx } from '@cunservicios/db/tenant';
import { refuse } from '../core/errors.ts';
import { CORRIDAS, selectEnCurso } from '../ejecuciones/ejecuciones.queries.ts';
import { lockPeriodosPorEmitir, setApartada } from './apartar-prefacturas.queries.ts';

const MOTIVO = 'La cuenta se corrigió después de liquidar. Liquídela de nuevo.';

/**
 * Sets apart what a run found for an account from a past that is about to change; the account's periods stay locked, so
 * that no run begins meanwhile. 409 `ejecucion_en_curso` while one is under way.
 */
export async function apartarPrefacturas(t: TenantTx, cliente_id: number) {
  const periodos = await lockPeriodosPorEmitir(t, cliente_id);
  const running = await selectEnCurso(t, CORRIDAS, periodos);
  if (running !== undefined)
    refuse('ejecucion_en_curso', `El periodo ${running.periodo} se está liquidando o emitiendo: espere a que termine.`);
  await setApartada(t, cliente_id, periodos, MOTIVO);
}
