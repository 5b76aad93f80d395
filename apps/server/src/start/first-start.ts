// The first start on an empty database: the first tenant and its administrator, and in development some data.
import { randomBytes } from 'node:crypto';
import type { Services } from '@cunservicios/api/core/context';
import { toRefusal } from '@cunservicios/api/core/errors';
import { createTenant } from '@cunservicios/api/tenants/create-tenant';
import { createTenant as input } from '@cunservicios/api/tenants/tenants.schema';
import { selectTenant } from '@cunservicios/api/tenants/tenants.queries';
import type { Settings } from '../env.ts';
import { say } from './start.ts';

const DEMO_TENANT = { nombre: 'Acueducto de Demostración', altitud_msnm: 2120 };

/** How to sign in, known only at the first start: the password is kept nowhere. */
export type FirstStart = { email: string; password: string | undefined };

/** Makes the default tenant unless it exists. Several servers may do this at once: one of them makes it. */
export async function ensureFirstTenant(settings: Settings, services: Services): Promise<FirstStart | undefined> {
  const { DEFAULT_TENANT_ID: id, ADMIN_EMAIL: email, ADMIN_PASSWORD } = settings;
  if (await selectTenant(services.tenants.none, id)) return undefined;
  const password = ADMIN_PASSWORD ?? randomBytes(12).toString('base64url');
  const facts = input.parse({
    id,
    ...(settings.DEMO ? DEMO_TENANT : { nombre: 'Empresa de servicios públicos' }),
    admin_email: email,
    admin_password: password,
  });
  try {
    await createTenant(services, facts, ['admin', 'plataforma']);
  } catch (error) {
    if (toRefusal(error).code === 'duplicado') return undefined;
    throw error;
  }
  if (settings.DEMO) {
    say('… viviendo doce meses de una empresa de demostración (DEMO=false empieza vacío)');
    const { seedDemo } = await import('../demo/seed.ts'); // not needed by any later start
    await seedDemo(services, id);
  }
  return { email, password: ADMIN_PASSWORD ? undefined : password };
}
