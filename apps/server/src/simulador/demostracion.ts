// The gateway of the demonstration: the stand-in, served by the program itself, so that a newcomer pays a bill with no
// internet. Only in development with DEMO; its keys follow from the server's secret.
import { findTenant } from '@cunservicios/api/core/identity';
import type { Services } from '@cunservicios/api/core/context';
import { selectPasarela } from '@cunservicios/api/pasarela/pasarela.queries';
import { createCaller } from '@cunservicios/api/router';
import type { Settings } from '../env.ts';
import { type Comercio, startSimulador } from './simulador.ts';

/** Starts the stand-in beside the program: on the next port, or any when that is taken. Answers settings that name it. */
export async function startDemostracion(settings: Settings) {
  const host = settings.HOST;
  const simulador = await startSimulador({ host, port: settings.PORT === 0 ? 0 : settings.PORT + 1 }).catch(() =>
    startSimulador({ host }),
  );
  const { hostname } = new URL(settings.PUBLIC_URL);
  return {
    settings: { ...settings, PASARELA_SIMULADOR_URL: `http://${hostname}:${simulador.port}` },
    simulador,
  };
}

/** Makes the stand-in the gateway of a utility that has none, and tells it where the utility's events go. */
export async function conectarDemostracion(
  services: Services,
  tenant_id: string,
  { comercios, port }: { comercios: Comercio[]; port: number },
) {
  const secreto = (nombre: string) => services.cofre.derivar(`simulador ${tenant_id} ${nombre}`).slice(0, 40);
  const llaves = {
    llave_publica: `pub_simulador_${secreto('publica')}`,
    llave_privada: `prv_simulador_${secreto('privada')}`,
    secreto_eventos: `events_${secreto('eventos')}`,
    secreto_integridad: `integrity_${secreto('integridad')}`,
  };
  comercios.push({ ...llaves, url_eventos: `http://127.0.0.1:${port}/api/pasarela/eventos/${tenant_id}` });
  if (await selectPasarela(services.tenants.reads(tenant_id))) return;
  const caller = createCaller({
    services,
    tenant: await findTenant(services, tenant_id),
    user: { id: 0, email: 'demostracion', nombre: 'Demostración', roles: ['admin'], token_version: 0 },
    ip: 'demo',
    request_id: 'demo',
    answer: {},
  });
  await caller.pasarela.update({ ambiente: 'simulador', activa: true, ...llaves });
}
