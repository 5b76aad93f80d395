import type { WriteContext } from '../core/context.ts';
import { notFound } from '../core/errors.ts';
import { enqueue } from '../core/transaction.queries.ts';
import {
  type TipoEjecucion,
  insertEjecucion,
  selectEjecucion,
  selectRechazos,
} from '../ejecuciones/ejecuciones.queries.ts';
import { ejecutar } from '../ejecuciones/ejecutar.ts';
import { storeArchivo } from './archivo.ts';
import type { Conteo } from './run-import.ts';

/** Files up to this size are imported while the caller waits; larger ones in the background (202). */
const AT_ONCE_BYTES = 512 * 1024;
const SHOWN_REJECTED = 100;

/** Stores the file, starts its import, and answers what it did or where to follow it. */
export async function startImport(ctx: WriteContext, tipo: TipoEjecucion, content: string | AsyncIterable<Uint8Array>) {
  const archivo = await storeArchivo(ctx.services, ctx.tenant.id, content);
  const waits = archivo.bytes <= AT_ONCE_BYTES;
  const id = await ctx.tx(async (t) => {
    const ejecucion = await insertEjecucion(t, { tipo, archivo_id: archivo.id, user_id: ctx.user?.id ?? null });
    if (!waits)
      await enqueue(t, 'ejecutar', { ejecucion_id: ejecucion.id }, `ejecucion-${t.tenant_id}-${ejecucion.id}`);
    ctx.audit(`ejecuciones/${ejecucion.id}`, { despues: { tipo, bytes: archivo.bytes } });
    return ejecucion.id;
  });
  if (waits) await ejecutar(ctx.services, ctx.tenant, id, { final: true });
  else ctx.answer.status = 202;
  const row = (await selectEjecucion(ctx.t, id)) ?? notFound('la ejecución', id);
  const conteo = {
    leidas: 0,
    creadas: 0,
    actualizadas: 0,
    sin_cambio: 0,
    rechazadas: 0,
    ...(row.resultado as Partial<Conteo>),
  };
  const rechazos = await selectRechazos(ctx.t, id, { limit: SHOWN_REJECTED });
  return {
    ejecucion_id: id,
    estado: row.estado,
    ...conteo,
    rechazos: rechazos.map(({ fila: _, ...rechazo }) => rechazo),
  };
}
