// What is published, tried as a stranger does: packed, installed where nothing else is, run, type-checked.
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type TestServer, startTestServer } from '@cunservicios/server/src/testing/start.ts';
import type { TestTenant } from '@cunservicios/server/src/testing/tenant.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';

const folder = fileURLToPath(new URL('..', import.meta.url));
const tsc = fileURLToPath(new URL('bin/tsc', import.meta.resolve('typescript/package.json')));
const project = mkdtempSync(path.join(tmpdir(), 'cunservicios-client-'));
let server: TestServer;
let tenant: TestTenant;

beforeAll(async () => {
  server = await startTestServer();
  tenant = await server.createTenant();
  const admin = await tenant.as('admin');
  await admin('POST', '/api/clientes', {
    numero_cuenta: '05440-0001',
    nombre: 'Ana',
    direccion: 'Calle 1',
    estrato: 2,
  });
  await run('build.ts', [], folder);
  await npm(folder, 'pack', '--pack-destination', project);
  write('package.json', '{ "private": true, "type": "module" }');
  const [tarball] = readdirSync(project).filter((name) => name.endsWith('.tgz'));
  await npm(project, 'install', '--offline', `./${tarball}`);
});
afterAll(async () => {
  rmSync(project, { recursive: true, force: true });
  await server.stop();
});

const write = (name: string, text: string) => writeFileSync(path.join(project, name), text);

/** Runs a script without blocking: the server it talks to lives in this process. Answers what it printed. */
async function run(script: string, args: string[] = [], cwd = project) {
  try {
    return (await promisify(execFile)(process.execPath, [script, ...args], { cwd })).stdout;
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`${stdout}${stderr}`, { cause: error });
  }
}

/** On Windows npm is a .cmd file, which only a shell starts. */
const npm = (cwd: string, ...args: string[]) =>
  promisify(execFile)('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd,
    shell: process.platform === 'win32',
  });

/** The examples of README.md in their order: one program, here with the test's address and password. */
function readmeProgram() {
  const readme = readFileSync(path.join(folder, 'README.md'), 'utf8');
  const blocks = [...readme.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, block]) => block);
  return `const password: string = ${JSON.stringify(tenant.password)};\n${blocks.join('\n')}`
    .replaceAll('https://servicios.ejemplo.co', server.url)
    .replaceAll("'aguas'", `'${tenant.id}'`)
    .replaceAll('integrador@ejemplo.co', tenant.email);
}

it('installs alone: no dependency, and only what was meant to be there', () => {
  expect(readdirSync(path.join(project, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual([
    '@cunservicios',
  ]);
  const installed = path.join(project, 'node_modules/@cunservicios/client');
  expect(readdirSync(installed).toSorted()).toEqual(['LICENSE', 'README.md', 'dist', 'package.json']);
  const manifest = JSON.parse(readFileSync(path.join(installed, 'package.json'), 'utf8'));
  expect(manifest).not.toHaveProperty('dependencies');
  for (const name of readdirSync(path.join(installed, 'dist'))) {
    expect(name).toMatch(/\.js$|^index\.d\.ts$/);
    const text = readFileSync(path.join(installed, 'dist', name), 'utf8');
    expect(text).not.toMatch(/from '(?!\.\/[\w-]+\.js')|require\(|node:|\bprocess\.\w|\bBuffer\.\w/);
  }
});

it('runs as plain JavaScript', async () => {
  write(
    'plain.mjs',
    `import { createClient, isCunserviciosError } from '@cunservicios/client';
     const [url, tenant, username, password] = process.argv.slice(2);
     const client = createClient({ url, tenant, credentials: { username, password } });
     const { numero_cuenta } = await client.clientes.get({ numero_cuenta: '05440-0001' });
     const error = await client.facturas.get({ numero_factura: 'nada' }).catch((error) => error);
     console.log(numero_cuenta, isCunserviciosError(error, 'no_encontrado'));`,
  );
  expect(await run('plain.mjs', [server.url, tenant.id, tenant.email, tenant.password])).toBe('05440-0001 true\n');
});

it('does what README.md says', async () => {
  write('readme.ts', readmeProgram());
  const printed = await run('readme.ts');
  expect(printed).toContain('Ana 0\n');
  expect(printed).toContain('1 null\n45000 1\n');
  expect(printed).toContain('It was there already.\nPagada\n');
});

it.for([
  ['nodenext', 'nodenext'],
  ['es2022', 'bundler'],
])('is typed by its own declarations (%s, %s)', async ([module = '', resolution = '']) => {
  write('readme.ts', readmeProgram());
  write(
    'strict.ts',
    `import { createClient, type Cliente, type ErrorCode } from '@cunservicios/client';
     const client = createClient({ url: 'http://127.0.0.1' });
     export const cliente: Promise<Cliente> = client.clientes.get({ numero_cuenta: '1' });
     export const code: ErrorCode = 'duplicado';
     // @ts-expect-error -- a number where text belongs
     void client.clientes.get({ numero_cuenta: 1 });
     // @ts-expect-error -- a field that does not exist
     void client.clientes.list({ nada: true });
     // @ts-expect-error -- reads take no key
     void client.clientes.get({ numero_cuenta: '1' }, { idempotencyKey: 'x' });`,
  );
  const strict = ['--strict', '--exactOptionalPropertyTypes', '--noUncheckedIndexedAccess', '--skipLibCheck', 'false'];
  const how = ['--noEmit', '--target', 'es2022', '--lib', 'es2024,dom', '--types', '', '--module', module];
  expect(await run(tsc, [...strict, ...how, '--moduleResolution', resolution, 'readme.ts', 'strict.ts'])).toBe('');
});
