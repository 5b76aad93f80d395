import type { Tenants } from '@cunservicios/db/tenant';
import { eachTenant } from '../tenants/each-tenant.ts';
import { selectUnfinished } from './ejecuciones.queries.ts';

/** Runs that are not finished, of every tenant: what a server takes up again when it starts. */
export async function selectUnfinishedByTenant(tenants: Tenants) {
  const found: { tenant_id: string; ejecucion_id: number }[] = [];
  for await (const { id: tenant_id } of eachTenant(tenants))
    for (const { id } of await selectUnfinished(tenants.reads(tenant_id))) found.push({ tenant_id, ejecucion_id: id });
  return found;
}
