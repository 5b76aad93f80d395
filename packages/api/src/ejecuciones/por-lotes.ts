// Work done chunk by chunk, each one transaction that also marks itself done: killed at any moment it goes on where it was.
import type { TenantTx } from '@cunservicios/db/tenant';
import type { Services, Tenant } from '../core/context.ts';
import {
  type EjecucionRow,
  type Lote,
  addHechas,
  insertLotes,
  lockLote,
  selectLotes,
  setFinished,
  setLoteDone,
  setSinLimite,
  setTotal,
} from './ejecuciones.queries.ts';

/** What a run works with, whatever it does. */
export type Run = { services: Services; tenant: Tenant; ejecucion: EjecucionRow };
type Rango = { desde: number; hasta: number };

/** Beyond every id there is. */
export const LAST = Number.MAX_SAFE_INTEGER;

/** Contiguous ranges (exclusive, inclusive] that cover every id there is or will be. */
export function rangos(ends: number[]): Rango[] {
  const hastas = [...ends.slice(0, -1), LAST];
  return hastas.map((hasta, i) => ({ desde: hastas[i - 1] ?? 0, hasta }));
}

/** Writes the chunks of a phase, once: a run taken up again finds them. `total` is what the progress counts up to. */
export async function planLotes(
  { services, tenant, ejecucion }: Run,
  fase: number,
  make: () => Promise<{ lotes: Rango[]; total?: number }>,
) {
  const before = await selectLotes(services.tenants.reads(tenant.id), ejecucion.id, fase);
  if (before.length > 0) return;
  const { lotes, total } = await make();
  await services.tenants.transaction(tenant.id, async (t) => {
    await insertLotes(
      t,
      ejecucion.id,
      lotes.map(({ desde, hasta }, lote) => ({ fase, lote, desde, hasta })),
    );
    if (total !== undefined) await setTotal(t, ejecucion.id, total);
  });
}

/**
 * Does the chunks of a phase that are still to do, `atOnce` at a time. What `work` answers is kept with the chunk
 * (`ejecucion_lotes.resultado`); its `hechas` move the progress.
 */
export async function eachLote(
  { services, tenant, ejecucion }: Run,
  fase: number,
  work: (t: TenantTx, lote: Lote) => Promise<{ hechas: number }>,
  atOnce: number,
) {
  const lotes = await selectLotes(services.tenants.reads(tenant.id), ejecucion.id, fase);
  const todo = lotes.filter(({ terminado_en }) => terminado_en === null);
  const worker = async () => {
    for (let lote = todo.shift(); lote; lote = todo.shift()) {
      const mine = lote;
      await services.tenants.transaction(tenant.id, async (t) => {
        if (!(await lockLote(t, ejecucion.id, mine))) return;
        const resultado = await work(t, mine);
        await setLoteDone(t, ejecucion.id, mine, resultado);
        await addHechas(t, ejecucion.id, resultado.hechas);
      });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

/** The last transaction of a run: what it answers is the run's `resultado`. */
export const finish = ({ services, tenant, ejecucion }: Run, work: (t: TenantTx) => Promise<object>) =>
  services.tenants.transaction(tenant.id, async (t) => {
    await setSinLimite(t);
    await setFinished(t, ejecucion.id, await work(t));
  });
