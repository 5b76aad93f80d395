import type { TenantDb } from '@cunservicios/db/tenant';
import type { Services, Tenant } from '../core/context.ts';
import { notFound } from '../core/errors.ts';
import { selectFestivos } from '../pqrs/pqrs.queries.ts';
import { selectTenant } from '../tenants/tenants.queries.ts';
import type { Empresa } from './contenido.ts';

/** The utility as its bills show it; read once for as many as are drawn. */
export async function empresaDe({
  services,
  tenant,
  t,
}: {
  services: Services;
  tenant: Tenant;
  t: TenantDb;
}): Promise<Empresa> {
  const [found, propios] = await Promise.all([
    selectTenant(services.tenants.none, tenant.id),
    selectFestivos(t, '2000-01-01'),
  ]);
  const { id, nombre, nit, dv } = found ?? notFound('la empresa', tenant.id);
  const { gln, atencion, puntos_pago } = tenant.ajustes;
  return {
    id,
    nombre,
    nit,
    dv,
    gln,
    atencion,
    puntos_pago,
    publicUrl: services.publicUrl,
    calendario: { sabados_habiles: tenant.sabado_habil, dias_propios: new Set(propios.map(({ fecha }) => fecha)) },
  };
}
