// A utility with bills whose payment gateway is the stand-in, over the running program.
import { randomBytes } from 'node:crypto';
import { createPool } from '@cunservicios/db/pool';
import { type Comercio, startSimulador } from '../simulador/simulador.ts';
import { type TestServerOptions, startTestServer } from './start.ts';
import type { TestTenant } from './tenant.ts';

/** The program and the stand-in, each on a port of its own. */
export async function startWithGateway(options: TestServerOptions = {}) {
  const simulador = await startSimulador();
  const env = { ...options.env, PASARELA_SIMULADOR_URL: simulador.url };
  const server = await startTestServer({ ...options, env });
  return {
    server,
    simulador,
    createUtility: async () => joinGateway(server.url, simulador, await server.createTenant()),
    stop: async () => {
      await simulador.close();
      await server.stop();
    },
  };
}

/** Gives a utility two bills of one account, 45.000 and 30.000, and the stand-in as its gateway. */
export async function joinGateway(
  url: string,
  simulador: Pick<Awaited<ReturnType<typeof startSimulador>>, 'comercios'>,
  tenant: TestTenant,
) {
  const admin = await tenant.as('admin');
  const ok = async (...request: Parameters<typeof admin>) => {
    const { status, text, json } = await admin(...request);
    if (status >= 300) throw new Error(`${request[0]} ${request[1]}: ${status} ${text}`);
    return json as Record<string, unknown>;
  };
  const { id: cliente_id } = await ok('POST', '/api/clientes', {
    numero_cuenta: 'C-1',
    nombre: 'Ana Gómez',
    direccion: 'Calle 1',
    estrato: 2,
  });
  for (const [numero_factura, valor] of [
    ['F-1', 45_000],
    ['F-2', 30_000],
  ])
    await ok('POST', '/api/facturas', {
      numero_factura,
      cliente_id,
      fecha_emision: '2026-01-15',
      fecha_vencimiento: numero_factura === 'F-1' ? '2026-01-30' : '2026-02-28',
      valor_total: valor,
      conceptos: [{ concepto: 'Consumo', valor, servicio: 'acueducto' }],
    });
  const secret = () => randomBytes(12).toString('hex');
  const llaves = {
    llave_publica: `pub_test_${secret()}`,
    llave_privada: `prv_test_${secret()}`,
    secreto_eventos: `test_events_${secret()}`,
    secreto_integridad: `test_integrity_${secret()}`,
  };
  const comercio: Comercio = { ...llaves, url_eventos: `${url}/api/pasarela/eventos/${tenant.id}` };
  simulador.comercios.push(comercio);
  await ok('PUT', '/api/pasarela', { ambiente: 'simulador', activa: true, ...llaves });
  return { tenant, ok, nobody: await tenant.as('nobody'), comercio };
}

/** Part of a bill under claim, as a case would put it. */
export async function setEnReclamo(adminUrl: string, tenant_id: string, numero_factura: string, pesos: number) {
  const pool = createPool({ url: adminUrl, sessionSettings: false });
  await pool.query('alter table facturas disable trigger user');
  await pool.query('update facturas set en_reclamo = $2 where tenant_id = $1 and numero_factura = $3', [
    tenant_id,
    pesos,
    numero_factura,
  ]);
  await pool.query('alter table facturas enable trigger user');
  await pool.end();
}

export type Gateway = Awaited<ReturnType<typeof startWithGateway>>;
export type Utility = Awaited<ReturnType<typeof joinGateway>>;
