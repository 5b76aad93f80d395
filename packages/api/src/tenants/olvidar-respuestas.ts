import { selectTenants } from './tenants.queries.ts';
import type { Services } from '../core/context.ts';
import { deleteExpiredAnswers } from '../core/transaction.queries.ts';

/** Forgets the answers of Idempotency-Keys that have expired, of every tenant. */
export async function olvidarRespuestas({ tenants, clock }: Pick<Services, 'tenants' | 'clock'>) {
  for (let after: string | undefined; ;) {
    const page = await selectTenants(tenants.none, { limit: 100, skip: 0, after });
    for (const { id } of page) await tenants.transaction(id, (t) => deleteExpiredAnswers(t, clock.now()));
    if (page.length <= 100) return;
    after = page.at(-1)?.id;
  }
}
