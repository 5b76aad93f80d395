import type { TenantTx } from '@cunservicios/db/tenant';
import type { WriteContext } from '../core/context.ts';
import { notFound } from '../core/errors.ts';
import { enqueue } from '../core/transaction.queries.ts';
import { insertEjecucion, selectEjecucion } from './ejecuciones.queries.ts';
import { showEjecucion } from './show-ejecucion.ts';

/** Writes a run and puts it in the queue, in the caller's transaction. Answers it as every door shows it. */
export async function startEjecucion(
  ctx: WriteContext,
  t: TenantTx,
  facts: Omit<Parameters<typeof insertEjecucion>[1], 'user_id'>,
) {
  const { id } = await insertEjecucion(t, { ...facts, user_id: ctx.user?.id ?? null });
  await enqueue(t, 'ejecutar', { ejecucion_id: id }, `ejecucion-${t.tenant_id}-${id}`);
  return showEjecucion((await selectEjecucion(t, id)) ?? notFound('la ejecución', id), ctx.services);
}
