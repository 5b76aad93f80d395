import type { Services } from '../core/context.ts';
import { deleteExpiredAnswers } from '../core/transaction.queries.ts';
import { eachTenant } from './each-tenant.ts';

/** Forgets the answers of Idempotency-Keys that have expired, of every tenant. */
export async function olvidarRespuestas({ tenants, clock }: Pick<Services, 'tenants' | 'clock'>) {
  for await (const { id } of eachTenant(tenants))
    await tenants.transaction(id, (t) => deleteExpiredAnswers(t, clock.now()));
}
