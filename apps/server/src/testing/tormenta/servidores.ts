// Servers of the program as an operator runs them: killed, they are started again on their port by whoever asks for it.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { runProgram } from '../process.ts';
import { call } from '../tenant.ts';

const ADMIN = { ADMIN_EMAIL: 'admin@prueba.co', ADMIN_PASSWORD: 'una contraseña de prueba' };

/** One server over a data folder (embedded PostgreSQL) or over `DATABASE_URL`. */
export async function servidor(dataDir: string, env: Record<string, string> = {}) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let program: ReturnType<typeof runProgram> | undefined;
  const start = async () => {
    program = runProgram({
      DATA_DIR: dataDir,
      PORT: String(port),
      DEMO: 'false',
      RATE_LIMIT: 'off',
      LOG_LEVEL: 'error',
      ACCESS_TOKEN_EXPIRE_MINUTES: '600',
      ...ADMIN,
      ...env,
    });
    await program.ready();
  };
  await start();
  return {
    url,
    start,
    /** Whether the process ended by itself. */
    ended: () => program !== undefined && program.child.exitCode !== null,
    kill: async () => {
      program?.child.kill('SIGKILL');
      await program?.exit;
    },
    killPostgres: () =>
      process.kill(Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL'),
    output: () => program?.output() ?? '',
    stop: async () => {
      if (program?.child.exitCode === null && program.child.signalCode === null) program.child.kill('SIGTERM');
      await program?.exit;
    },
    signIn: async () => {
      const body = { username: ADMIN.ADMIN_EMAIL, password: ADMIN.ADMIN_PASSWORD };
      const { json } = await call(`${url}/api/auth/login`, 'POST', body);
      return { authorization: `Bearer ${(json as { access_token: string }).access_token}` };
    },
    ready: async () => {
      for (let tries = 0; tries < 1_200; tries++) {
        const up = await fetch(`${url}/readyz`).then(
          ({ ok }) => ok,
          () => false,
        );
        if (up) return;
        await sleep(25);
      }
      throw new Error(`It did not come back: ${program?.output()}`);
    },
  };
}

export type Servidor = Awaited<ReturnType<typeof servidor>>;

async function freePort() {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as { port: number };
  await new Promise((done) => server.close(done));
  return port;
}

/** Accounts `P-1` … with `facturas` bills each, of 1.000, 2.000 … pesos; answers the numbers of the accounts. */
export async function abrirCuentas(
  { url }: Pick<Servidor, 'url'>,
  headers: Record<string, string>,
  cuentas: number,
  facturas = 3,
) {
  const post = async (path: string, body: object) => {
    const { status, text, json } = await call(url + path, 'POST', body, headers);
    if (status >= 300) throw new Error(`${path}: ${status} ${text}`);
    return json as { id: number };
  };
  const numeros = Array.from({ length: cuentas }, (_, i) => `P-${i + 1}`);
  for (const numero_cuenta of numeros) {
    const { id: cliente_id } = await post('/api/clientes', {
      numero_cuenta,
      nombre: numero_cuenta,
      direccion: 'Calle 1',
      estrato: 2,
    });
    for (let n = 1; n <= facturas; n++)
      await post('/api/facturas', {
        numero_factura: `${numero_cuenta}-${n}`,
        cliente_id,
        fecha_emision: `2026-0${n}-01`,
        fecha_vencimiento: `2026-0${n}-20`,
        valor_total: 1_000 * n,
        conceptos: [{ concepto: 'Revisión', valor: 1_000 * n }],
      });
  }
  return numeros;
}
