// Corrections of all accounts in each state that an operation of the document asks for.
import { setMasiva } from '@cunservicios/api/masivas/masivas.queries';
import type { TestServer } from './start.ts';
import type { Call } from './tenant.ts';

/** `call` is somebody else than who tries the operations; `until` waits for the runs of the server. */
export async function seedMasivas(
  server: TestServer,
  tenant_id: string,
  call: Call,
  until: (done: () => Promise<boolean>) => Promise<void>,
) {
  const cambio = (vigente_desde: string) => ({
    tipo: 'tarifa',
    desde: '2016-06-01',
    hasta: '2016-06-30',
    tarifa: {
      vigente_desde,
      fuente: `Acuerdo corregido ${vigente_desde}`,
      servicios: {
        acueducto: { cargo_fijo: '4276.37', consumo: '1300.00' },
        alcantarillado: { cargo_fijo: '1964.59', consumo: '900.00' },
      },
      factores: {
        residencial: { '1': '-0.30', '2': '-0.20', '3': '0', '4': '0', '5': '0.50', '6': '0.60' },
        comercial: '0.50',
        industrial: '0.30',
        oficial: '0',
        especial: '0',
      },
    },
  });
  const ok = async (method: string, path: string, body?: object) => {
    const { status, text, json } = await call(method, path, body);
    if (status >= 300) throw new Error(`${method} ${path}: ${status} ${text}`);
    return json as { id: number; estado: string; huella: string };
  };
  const reaches = async (id: number, estado: string) => {
    await until(async () => (await ok('GET', `/api/correcciones-masivas/${id}`)).estado === estado);
    return ok('GET', `/api/correcciones-masivas/${id}`);
  };
  const seen = async (vigente_desde: string) => {
    const { id } = await ok('POST', '/api/correcciones-masivas', {
      cambio: cambio(vigente_desde),
      motivo: 'Otro precio',
    });
    return reaches(id, 'prevista');
  };
  const done = await seen('2018-01-02');
  await ok('POST', `/api/correcciones-masivas/${done.id}/aplicar`, { huella: done.huella });
  await reaches(done.id, 'aplicada');
  const [aplicar, aprobar, rechazar] = [await seen('2018-01-03'), await seen('2018-01-04'), await seen('2018-01-05')];
  await server.tenants.transaction(tenant_id, (t) => setMasiva(t, aprobar.id, { estado: 'pendiente' }));
  return {
    parameters: {
      'masivas.get': { masiva_id: done.id },
      'masivas.facturas': { masiva_id: done.id },
      'masivas.aplicar': { masiva_id: aplicar.id },
      'masivas.approve': { masiva_id: aprobar.id },
      'masivas.reject': { masiva_id: rechazar.id },
      'masivas.undo': { masiva_id: done.id },
    },
    bodies: {
      'masivas.create': { cambio: cambio('2018-01-06') },
      'masivas.aplicar': { huella: aplicar.huella },
    },
  };
}
