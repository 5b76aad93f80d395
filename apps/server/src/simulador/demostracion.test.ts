import { WOMPI } from '@cunservicios/domain/recaudo/pasarela';
import { expect, it } from 'vitest';
import { readSettings } from '../env.ts';
import { startTestServer } from '../testing/start.ts';
import { conectarDemostracion, startDemostracion } from './demostracion.ts';

it('a newcomer pays a bill of the demonstration with no internet', async () => {
  const demo = await startDemostracion(readSettings({ PORT: '0', PUBLIC_URL: 'http://127.0.0.1' }));
  const simulador = demo.settings.PASARELA_SIMULADOR_URL;
  const server = await startTestServer({ jobs: false, env: { PASARELA_SIMULADOR_URL: simulador } });
  const tenant = await server.createTenant();
  const port = Number(new URL(server.url).port);
  await conectarDemostracion(server.services, tenant.id, { comercios: demo.simulador.comercios, port });
  const admin = await tenant.as('admin');
  const nobody = await tenant.as('nobody');
  const cliente = { numero_cuenta: 'C-1', nombre: 'Ana', direccion: 'Calle 1', estrato: 2 };
  const { id: cliente_id } = (await admin('POST', '/api/clientes', cliente)).json as { id: number };
  await admin('POST', '/api/facturas', {
    numero_factura: 'F-1',
    cliente_id,
    fecha_emision: '2026-01-15',
    fecha_vencimiento: '2026-01-30',
    valor_total: 45_000,
    conceptos: [{ concepto: 'Consumo', valor: 45_000 }],
  });
  const papel = { numero_cuenta: 'C-1', numero_factura: 'F-1', que: 'factura' };
  const { direccion, referencia } = (await nobody('POST', '/api/publico/pagar', papel)).json as Record<string, string>;
  const page = await (await fetch(direccion ?? '')).text();
  const fields = [...page.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [
    name,
    value?.replaceAll('&amp;', '&'),
  ]);
  const paid = await fetch(new URL('/p/', direccion), {
    method: 'POST',
    body: new URLSearchParams([...(fields as [string, string][]), ['metodo', 'PSE'], ['desenlace', 'APPROVED']]),
    redirect: 'manual',
  });
  expect(paid.headers.get('location')).toContain(`/pago?empresa=${tenant.id}&referencia=${referencia}&id=`);
  expect((await nobody('GET', `/api/publico/pagar/${referencia}`)).json).toMatchObject({
    estado: 'aprobado',
    de_prueba: true,
    recibo: 'RC000000001',
  });

  // Started again it joins what is there, with the same keys.
  const { version } = (await admin('GET', '/api/pasarela')).json as { version: number };
  await conectarDemostracion(server.services, tenant.id, { comercios: demo.simulador.comercios, port });
  expect((await admin('GET', '/api/pasarela')).json).toMatchObject({ version, ambiente: 'simulador' });
  expect(demo.simulador.comercios[0]).toEqual(demo.simulador.comercios[1]);
  await demo.simulador.close();
  await server.stop();
});

it('the gateway’s own hosts are https and known', () => {
  const hosts = Object.values(WOMPI).flatMap(({ api, pago }) => [new URL(api), new URL(pago)]);
  for (const { protocol, hostname } of hosts)
    expect([protocol, hostname]).toEqual(['https:', expect.stringMatching(/\.wompi\.co$/)]);
});
