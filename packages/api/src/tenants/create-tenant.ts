import type { TenantTx } from '@cunservicios/db/tenant';
import { digitoVerificacion } from '@cunservicios/domain/documento/nit';
import type { Services } from '../core/context.ts';
import { invalid } from '../core/errors.ts';
import type { Rol } from '../core/roles.ts';
import { insertUser } from '../users/users.queries.ts';
import { insertTenant } from './tenants.queries.ts';
import type { CreateTenant } from './tenants.schema.ts';

/**
 * Makes a utility with its first administrator, in one transaction of the new tenant. Used by the
 * procedure, the command line and the first start. 422 when the NIT's check digit is wrong; 409 when the id is taken.
 */
export async function createTenant(
  services: Pick<Services, 'tenants' | 'passwords'>,
  { admin_email, admin_password, ...facts }: CreateTenant,
  roles: Rol[] = ['admin'],
  also?: (t: TenantTx) => Promise<void>,
) {
  const dv = checkDigit(facts);
  const password_hash = await services.passwords.hash(admin_password);
  return services.tenants.transaction(facts.id, async (t) => {
    const tenant = await insertTenant(t, { ...facts, dv });
    await insertUser(t, { email: admin_email, nombre: '', password_hash, roles, is_active: true });
    await also?.(t);
    return tenant;
  });
}

/** The NIT's check digit (dominio 5.4), undefined without a NIT; 422 when another one was written. */
export function checkDigit({ nit, dv }: { nit?: string | null | undefined; dv?: number | null | undefined }) {
  if (nit === undefined || nit === null) return undefined;
  const right = digitoVerificacion(nit);
  if (dv !== undefined && dv !== null && dv !== right)
    invalid('dv', 'El dígito de verificación no corresponde al NIT.');
  return right;
}
