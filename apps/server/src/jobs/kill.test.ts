// kill -9 of the real server in the middle of its long work: started again it goes on, no bill twice, none missing.
// Twenty kills of what works off the runs alone are in testing/muertes.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { verify } from '@cunservicios/api/facturacion/verify';
import { NIT, archivoDe } from '@cunservicios/api/testing/archivo-recaudo';
import { createPool } from '@cunservicios/db/pool';
import { cloneTemplate } from '@cunservicios/db/template';
import { openTenants } from '@cunservicios/db/tenant';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { clientesCsv, lecturasCsv } from '../demo/synthetic.ts';
import { monthlyPeriod } from '../demo/bill-month.ts';

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url));
const TARIFAS = readFileSync(new URL('../../../../examples/marinilla/tarifas.json', import.meta.url), 'utf8');
const CUENTAS = 6_000;
const PASSWORD = 'una contraseña de prueba';
const ADMIN = 'admin@prueba.co';

/** The server as an operator runs it, over a database that outlives it. */
function operator(databaseUrl: string) {
  const dataDir = mkdtempSync(join(tmpdir(), 'cunservicios-kill-'));
  let child: ChildProcess | undefined;
  let port = 0;
  let token = '';
  let struck = 0;

  const start = async () => {
    port ||= await freePort();
    child = spawn(process.execPath, [MAIN], {
      env: {
        PATH: process.env['PATH'],
        DATABASE_URL: databaseUrl,
        DATA_DIR: dataDir,
        PORT: String(port),
        DEMO: 'false',
        RATE_LIMIT: 'off',
        ADMIN_EMAIL: ADMIN,
        ADMIN_PASSWORD: PASSWORD,
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr?.on('data', (text: Buffer) => (said += String(text)));
    for (let tries = 0; tries < 600; tries++) {
      if (
        await fetch(`http://127.0.0.1:${port}/readyz`).then(
          (r) => r.ok,
          () => false,
        )
      )
        return;
      await sleep(25);
    }
    throw new Error(`The server did not start: ${said}`);
  };
  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    if (!child || child.exitCode !== null) return;
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
  };
  const call = async (method: string, path: string, body?: unknown, type = 'application/json') => {
    if (!token) {
      const login = await fetch(`http://127.0.0.1:${port}/api/auth/login`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ username: ADMIN, password: PASSWORD }),
      });
      token = ((await login.json()) as { access_token: string }).access_token;
    }
    const answer = await fetch(`http://127.0.0.1:${port}/api${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, ...(body !== undefined && { 'content-type': type }) },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const json = (await answer.json()) as never;
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(json)}`);
    return json as Record<string, unknown> & { id: number; ejecucion_id: number; estado: string; hechas: number };
  };
  const finished = async (id: number) => {
    for (let tries = 0; tries < 2_000; tries++) {
      const run = await call('GET', `/ejecuciones/${id}`);
      if (run.estado === 'terminada') return run;
      if (run.estado === 'fallida') throw new Error(`The run failed: ${String(run['error'])}`);
      await sleep(30);
    }
    throw new Error('The run did not end.');
  };
  /** Lets a run get going, kills the server `kills` times at spread moments, and answers the finished run. */
  const survive = async (id: number, kills: number) => {
    for (let i = 0; i < kills; i++) {
      await sleep(60 + ((i * 173) % 400));
      if ((await call('GET', `/ejecuciones/${id}`)).estado === 'en_curso') struck++;
      await end('SIGKILL');
      await start();
    }
    return finished(id);
  };
  return {
    start,
    end,
    call,
    survive,
    finished,
    struck: () => struck,
    clean: () => rmSync(dataDir, { recursive: true, force: true }),
  };
}

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  return port;
}

describe('kill -9 in the middle of', () => {
  let server: ReturnType<typeof operator>;
  let url: string;
  beforeAll(async () => {
    url = await cloneTemplate(inject('testServerUrl'));
    server = operator(url);
    await server.start();
  });
  afterAll(async () => {
    await server.end('SIGTERM');
    server.clean();
  });

  it('an import, a billing run and an issue: the books are those of an undisturbed run', async () => {
    const [enero, febrero] = [monthlyPeriod('2026-01'), monthlyPeriod('2026-02')] as const;
    await server.call('POST', '/tarifas/importar', TARIFAS);
    const clientes = await server.call('POST', '/clientes/importar', clientesCsv(CUENTAS), 'text/csv');
    expect(await server.survive(clientes.ejecucion_id, 1)).toMatchObject({
      resultado: { leidas: CUENTAS, rechazadas: 0 },
    });
    const lecturas = await server.call(
      'POST',
      '/lecturas/importar',
      lecturasCsv(CUENTAS, [enero, febrero]),
      'text/csv',
    );
    const read = await server.survive(lecturas.ejecucion_id, 1);
    expect(read).toMatchObject({
      resultado: { leidas: 3 * CUENTAS, rechazadas: 0, creadas: 3 * CUENTAS, sin_cambio: 0 },
    });

    await server.call('POST', '/periodos', { ciclo: '1', ...enero });
    await server.survive((await server.call('POST', '/periodos/2026-01/liquidar')).id, 1);
    const pool = createPool({ url });
    const reads = openTenants(pool).reads('public');
    const prefacturas = async () =>
      JSON.stringify(await reads.db.selectFrom('prefacturas').selectAll().orderBy('cliente_id').execute());
    const killed = await prefacturas();
    await server.finished((await server.call('POST', '/periodos/2026-01/liquidar')).id);
    expect((await prefacturas()) === killed).toBe(true); // toBe on the texts would print megabytes

    await server.survive((await server.call('POST', '/periodos/2026-01/emitir')).id, 1);
    const numeros = await reads.db.selectFrom('facturas').select('numero_factura').orderBy('cliente_id').execute();
    expect(numeros).toHaveLength(CUENTAS);
    expect(numeros.every(({ numero_factura }, i) => numero_factura === `SPD${String(i + 1).padStart(9, '0')}`)).toBe(
      true,
    );
    expect((await verify(reads)).hallazgos).toEqual([]);
    await pool.end();
    expect(server.struck()).toBeGreaterThan(1); // of 4 kills, those that found work under way
  });

  it('reading and applying a collection file: every row is one payment, and the sums are those of the bank', async () => {
    await server.call('PATCH', '/tenants/actual/ajustes', { nit: NIT });
    const filas = Array.from({ length: CUENTAS }, (_, i) => ({ referencia: String(i + 1), valor: 1_000 + i }));
    const archivo = archivoDe(filas, { fecha: '2026-03-15', fecha_archivo: '2026-03-16' });
    const total = filas.reduce((suma, { valor }) => suma + valor, 0);
    const before = server.struck();
    const { id, ejecucion } = await server.call('POST', '/archivos-recaudo', archivo, 'text/plain');
    await server.survive((ejecucion as { id: number }).id, 2);
    expect(await server.call('GET', `/archivos-recaudo/${id}`)).toMatchObject({
      estado: 'cargado',
      registros: CUENTAS,
      total,
    });

    const aplicando = await server.call('POST', `/archivos-recaudo/${id}/aplicar`);
    await server.survive((aplicando['ejecucion'] as { id: number }).id, 3);
    expect(await server.call('GET', `/archivos-recaudo/${id}/vista`)).toMatchObject({
      estados: [{ estado: 'aplicado', registros: CUENTAS, valor: total }],
    });
    expect(server.struck() - before).toBeGreaterThan(0); // of 5 kills, those that found work under way

    const pool = createPool({ url });
    const reads = openTenants(pool).reads('public');
    const pagos = await reads.db
      .selectFrom('pagos')
      .select(['recibo', 'valor'])
      .where('origen', '=', 'archivo')
      .execute();
    expect(pagos).toHaveLength(CUENTAS);
    expect(pagos.reduce((suma, { valor }) => suma + valor, 0)).toBe(total);
    const eventos = await reads.db.selectFrom('eventos').select('id').where('tipo', '=', 'pago.registrado').execute();
    expect(eventos).toHaveLength(CUENTAS);
    expect((await verify(reads)).hallazgos).toEqual([]);
    await pool.end();
  });
});
