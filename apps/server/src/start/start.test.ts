// Starting, stopping and being killed, as the process that an operator runs.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { runProgram } from '../testing/process.ts';
import { call } from '../testing/tenant.ts';

const folders: string[] = [];
const running: ReturnType<typeof runProgram>[] = [];
const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'cunservicios-start-'));
  folders.push(folder);
  return folder;
};
const run = (env: Record<string, string>) => {
  const program = runProgram({ PORT: '0', DEMO: 'false', ...env });
  running.push(program);
  return program;
};
afterAll(async () => {
  for (const { child, exit } of running) {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
    await exit;
  }
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const ADMIN = { ADMIN_EMAIL: 'admin@prueba.co', ADMIN_PASSWORD: 'una contraseña larga' };
const signIn = (url: string) =>
  call(`${url}/api/auth/login`, 'POST', { username: ADMIN.ADMIN_EMAIL, password: ADMIN.ADMIN_PASSWORD });
const postmaster = (folder: string) =>
  Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);

it('names every bad setting and ends', async () => {
  const program = run({ PORT: 'ocho', ENVIRONMENT: 'production', RATE_LIMIT: 'off', DATA_DIR: newFolder() });
  expect(await program.exit).toBe(1);
  expect(program.output()).toMatch(/PORT debe ser .*«ocho»[^]*SECRET_KEY falta[^]*RATE_LIMIT=off no se admite/);
});

describe('one data folder', () => {
  const folder = newFolder();

  it('makes the first administrator, once', { timeout: 60_000 }, async () => {
    const program = run({ DATA_DIR: folder, ...ADMIN });
    const url = await program.ready();
    expect(program.output()).toContain('Primer ingreso: admin@prueba.co');
    expect((await signIn(url)).json).toMatchObject({ is_admin: true, roles: ['admin', 'plataforma'] });

    const second = run({ DATA_DIR: folder });
    expect(await second.exit).toBe(1);
    expect(second.output()).toContain(`Cunservicios ya está corriendo con los datos de ${folder}`);

    const port = new URL(url).port;
    const elsewhere = newFolder();
    const third = run({ DATA_DIR: elsewhere, PORT: port });
    expect(await third.exit).toBe(1);
    expect(third.output()).toContain(`El puerto ${port} ya está en uso`);
    expect(() => postmaster(elsewhere)).toThrow('ENOENT'); // it took its PostgreSQL down with it
  });

  it('finishes what is under way when it is asked to stop', { timeout: 60_000 }, async () => {
    const [first] = running.filter(({ child }) => child.exitCode === null);
    const url = await first!.ready();
    const { access_token } = (await signIn(url)).json as { access_token: string };
    const upload = request(`${url}/api/clientes/importar`, {
      method: 'POST',
      headers: { authorization: `Bearer ${access_token}`, 'content-type': 'text/csv' },
    });
    const answered = new Promise<number>((resolve, reject) =>
      upload.on('response', (answer) => resolve(answer.resume().statusCode ?? 0)).on('error', reject),
    );
    upload.write('numero_cuenta,nombre,direccion,uso,estrato\n');
    await sleep(300); // the request is being read
    first!.child.kill('SIGTERM');
    await sleep(300);
    await expect(call(`${url}/healthz`, 'GET')).rejects.toThrow('fetch failed'); // takes no new connection
    upload.end('C-1,Ana,Calle 1,residencial,2\n');
    expect(await answered).toBe(200);
    expect(await first!.exit).toBe(0);
    expect(() => postmaster(folder)).toThrow('ENOENT');
  });

  it('starts warm in little time', { timeout: 60_000 }, async () => {
    const program = run({ DATA_DIR: folder });
    await program.ready();
    const [, ms] = /\((\d+) ms\)/.exec(program.output()) ?? [];
    expect(Number(ms)).toBeLessThan(5_000); // 700 ms on a quiet machine; the tests run several at once
    expect(program.output()).not.toContain('Primer ingreso');
    program.child.kill('SIGKILL');
    await program.exit;
    const pid = postmaster(folder);
    const again = run({ DATA_DIR: folder }); // a stale lock, and PostgreSQL still running
    const url = await again.ready();
    expect(postmaster(folder)).toBe(pid);
    expect((await signIn(url)).status).toBe(200);
  });

  it('brings a killed PostgreSQL back', { timeout: 60_000 }, async () => {
    const program = running.at(-1)!;
    const url = await program.ready();
    const { access_token } = (await signIn(url)).json as { access_token: string };
    const ask = () => call(`${url}/api/clientes`, 'GET', undefined, { authorization: `Bearer ${access_token}` });
    expect((await ask()).status).toBe(200);
    process.kill(postmaster(folder), 'SIGKILL');
    const seen = new Set<string>();
    const start = performance.now();
    for (let back = false; !back && performance.now() - start < 20_000; await sleep(50)) {
      const { status, headers, json } = await ask();
      seen.add(
        status === 200 ? '200' : [status, headers.get('retry-after'), (json as { code: string }).code].join(' '),
      );
      back = status === 200 && seen.size > 1;
    }
    expect([...seen].toSorted()).toEqual(['200', '503 2 base_no_disponible']);
    expect((await call(`${url}/readyz`, 'GET')).status).toBe(200);
  });

  it('does not wait after a second signal', { timeout: 60_000 }, async () => {
    const program = running.at(-1)!;
    const url = await program.ready();
    const { access_token } = (await signIn(url)).json as { access_token: string };
    const hanging = request(`${url}/api/clientes/importar`, {
      method: 'POST',
      headers: { authorization: `Bearer ${access_token}`, 'content-type': 'text/csv' },
    });
    hanging.on('error', () => {});
    hanging.write('numero_cuenta');
    await sleep(300);
    program.child.kill('SIGINT');
    await sleep(200);
    program.child.kill('SIGINT');
    expect(await program.exit).toBe(1);
    execFileSync('kill', ['-INT', String(postmaster(folder))]); // left running, as after any kill
  });
});

it('shares its port among several processes', { timeout: 60_000 }, async () => {
  const folder = newFolder();
  const program = run({ DATA_DIR: folder, WEB_CONCURRENCY: '2', RATE_LIMIT: 'off', ...ADMIN });
  const url = await program.ready();
  const { access_token } = (await signIn(url)).json as { access_token: string };
  const answers = await Promise.all(
    Array.from({ length: 20 }, () =>
      call(`${url}/api/users/me`, 'GET', undefined, { authorization: `Bearer ${access_token}` }),
    ),
  );
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  program.child.kill('SIGTERM');
  expect(await program.exit).toBe(0);
  expect(() => postmaster(folder)).toThrow('ENOENT');
});
