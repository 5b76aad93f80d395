// Sessions of cash desks for the examples: open ones, and two that wait for a second person.
import { insertCaja, setCaja } from '@cunservicios/api/cajas/cajas.queries';
import { SERIE_CAJAS } from '@cunservicios/api/cajas/numero-caja';
import { takeNumbers } from '@cunservicios/api/core/transaction.queries';
import type { TestServer } from './start.ts';

type Tenant = Awaited<ReturnType<TestServer['createTenant']>>;

export async function seedCajas(server: TestServer, tenant: Tenant) {
  const abrir = async (rol: 'recaudo' | 'facturacion' | 'atencion') => {
    const { id: user_id } = await tenant.userOf(rol);
    return server.tenants.transaction(tenant.id, async (t) => {
      const numero = await takeNumbers(t, SERIE_CAJAS);
      return (await insertCaja(t, { numero, user_id, base: 100_000, abierta_en: '2026-07-01T13:00:00Z' })).id;
    });
  };
  const contar = async (caja_id: number) => {
    await server.tenants.transaction(tenant.id, (t) =>
      setCaja(t, caja_id, {
        estado: 'por_aprobar',
        denominaciones: '{"20000": 4}',
        contado: '{"Efectivo": 80000}',
        explicacion: 'Falta un billete',
        contada_en: '2026-07-01T22:00:00Z',
        resuelta_por: null,
        resuelta_en: null,
        observacion: null,
      }),
    );
    return caja_id;
  };
  return {
    aprobar: await contar(await abrir('recaudo')),
    rechazar: await contar(await abrir('recaudo')),
    cerrar: await abrir('facturacion'),
    retirar: await abrir('atencion'),
  };
}
