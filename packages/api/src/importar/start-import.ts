import type { TenantTx } from '@cunservicios/db/tenant';
import type { WriteContext } from '../core/context.ts';
import { notFound, refuse } from '../core/errors.ts';
import { enqueue } from '../core/transaction.queries.ts';
import {
  type TipoEjecucion,
  insertEjecucion,
  selectEjecucion,
  selectRechazos,
} from '../ejecuciones/ejecuciones.queries.ts';
import { exigirSinCorridas } from '../ejecuciones/exigir-quieto.ts';
import { ejecutar } from '../ejecuciones/ejecutar.ts';
import { dropArchivo, storeArchivo } from './archivo.ts';
import type { Conteo } from './run-import.ts';

/** Files up to this size are imported while the caller waits; larger ones in the background (202). */
const AT_ONCE_BYTES = 512 * 1024;
const SHOWN_REJECTED = 100;
const NOTHING_YET: Conteo = { leidas: 0, creadas: 0, actualizadas: 0, sin_cambio: 0, rechazadas: 0 };

/** Where an import that goes on by itself is followed. */
export const importLocation = ({ ejecucion_id }: { ejecucion_id: number }) => `/ejecuciones/${ejecucion_id}`;

/**
 * Stores the file, starts its import, and answers what it did or where to follow it. With an Idempotency-Key the same
 * file is imported once: it was read before it could be known, so its second copy goes again.
 */
export async function startImport(ctx: WriteContext, tipo: TipoEjecucion, content: string | AsyncIterable<Uint8Array>) {
  const { services, tenant } = ctx;
  const archivo = await storeArchivo(services, tenant.id, content);
  const waits = archivo.bytes <= AT_ONCE_BYTES;
  let used = false;
  const work = async (t: TenantTx) => {
    await exigirSinCorridas(t);
    const { id } = await insertEjecucion(t, { tipo, archivo_id: archivo.id, user_id: ctx.user?.id ?? null });
    if (!waits) await enqueue(t, 'ejecutar', { ejecucion_id: id }, `ejecucion-${t.tenant_id}-${id}`);
    ctx.audit(`ejecuciones/${id}`, { despues: { tipo, bytes: archivo.bytes } });
    used = true;
    return { ejecucion_id: id, estado: 'pendiente' as const, ...NOTHING_YET, rechazos: [] };
  };
  const run = ({ ejecucion_id }: { ejecucion_id: number }) => ejecutar(services, tenant, ejecucion_id, { final: true });
  try {
    const started = await ctx.tx(work, { sent: archivo.sha256, after: waits ? run : undefined });
    if (waits) return await done(ctx, started.ejecucion_id);
    ctx.answer.status = 202;
    return started;
  } finally {
    if (!used) await dropArchivo(services.tenants, tenant.id, archivo.id);
  }
}

/** What an import did. 409 while the first use of the same key is still at it. */
async function done({ t, answer }: WriteContext, ejecucion_id: number) {
  const row = (await selectEjecucion(t, ejecucion_id)) ?? notFound('la ejecución', ejecucion_id);
  if (answer.replayed && row.finished_at === null)
    refuse('idempotencia_en_curso', 'La misma importación sigue en curso. Espere un momento y repita.', {
      retryAfter: 2,
    });
  const rechazos = await selectRechazos(t, ejecucion_id, { limit: SHOWN_REJECTED });
  return {
    ejecucion_id,
    estado: row.estado,
    ...NOTHING_YET,
    ...(row.resultado as Partial<Conteo>),
    rechazos: rechazos.map(({ fila: _, ...rechazo }) => rechazo),
  };
}
