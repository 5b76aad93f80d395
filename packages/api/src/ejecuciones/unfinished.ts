import type { Tenants } from '@cunservicios/db/tenant';
import { selectTenants } from '../tenants/tenants.queries.ts';
import { selectUnfinished } from './ejecuciones.queries.ts';

/** Runs that are not finished, of every tenant: what a server takes up again when it starts. */
export async function selectUnfinishedByTenant(tenants: Tenants) {
  const found: { tenant_id: string; ejecucion_id: number }[] = [];
  for (let after: string | undefined; ;) {
    const page = await selectTenants(tenants.none, { limit: 100, skip: 0, after });
    for (const { id: tenant_id } of page)
      for (const { id } of await selectUnfinished(tenants.reads(tenant_id)))
        found.push({ tenant_id, ejecucion_id: id });
    if (page.length <= 100) return found;
    after = page.at(-1)?.id;
  }
}
