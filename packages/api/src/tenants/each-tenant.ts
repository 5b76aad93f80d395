import type { Tenants } from '@cunservicios/db/tenant';
import { selectTenants } from './tenants.queries.ts';

const PAGE = 100;

/** Every tenant of the installation, a page of them read at a time. */
export async function* eachTenant({ none }: Tenants) {
  for (let after: string | undefined; ;) {
    const page = await selectTenants(none, { limit: PAGE, skip: 0, after });
    yield* page;
    if (page.length <= PAGE) return;
    after = page.at(-1)?.id;
  }
}
