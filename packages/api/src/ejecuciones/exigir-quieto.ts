// A run of a period and what it reads do not change at the same time: the second one is told so.
import type { TenantTx } from '@cunservicios/db/tenant';
import { refuse } from '../core/errors.ts';
import { CORRIDAS, lockCorridas, selectEnCurso } from './ejecuciones.queries.ts';

/** Before a run of a period starts. 409 while readings, accounts or charges are being imported. */
export async function exigirSinImportaciones(t: TenantTx) {
  await lockCorridas(t, { shared: false });
  if (await selectEnCurso(t, ['importar_lecturas', 'importar_clientes', 'importar_cargos', 'importar_tarifas']))
    refuse('ejecucion_en_curso', 'Hay una importación en curso. Espere a que termine y repita.');
}

/** Before something that runs read is written. 409 while the run of a period is under way. */
export async function exigirSinCorridas(t: TenantTx) {
  await lockCorridas(t, { shared: true });
  const corrida = await selectEnCurso(t, CORRIDAS);
  if (corrida)
    refuse(
      'ejecucion_en_curso',
      `El periodo ${corrida.periodo} se está ${corrida.tipo === 'emitir' ? 'emitiendo' : 'liquidando'}. Espere a que termine y repita.`,
    );
}
