// The document itself: current, without lint findings, and complete.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { appRouter } from '@cunservicios/api/router';
import { expect, it } from 'vitest';
import { operationsOf, proceduresOf } from '../doors/operations.ts';
import { openApiDocument } from './document.ts';

const require = createRequire(import.meta.url);
const root = fileURLToPath(new URL('../../../../', import.meta.url));
const document = openApiDocument(appRouter, '0.0.0');
const operations = Object.values(document.paths).flatMap((path) => Object.values(path));

it('has no finding of redocly lint', () => {
  const cli = join(dirname(require.resolve('@redocly/cli/package.json')), 'bin', 'cli.js');
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
  const { stdout, status } = spawnSync(process.execPath, [cli, 'lint', 'docs/openapi.json', '--format=json'], {
    cwd: root,
    env,
    encoding: 'utf8',
  });
  const { totals } = JSON.parse(stdout.slice(stdout.indexOf('{')));
  expect({ ...totals, ignored: 0 }).toEqual({ errors: 0, warnings: 0, ignored: 0 });
  expect(status).toBe(0);
});

it('describes every procedure', () => {
  const faceless = proceduresOf(appRouter).length - operationsOf(appRouter).length;
  expect(faceless).toBe(0);
  const ids = operations.map(({ operationId }) => operationId);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { name } of operationsOf(appRouter)) expect(ids).toContain(name);
});

it('names the schema of every answer', () => {
  const unnamed = operations.flatMap(({ operationId, responses }) => {
    const [success] = Object.values(
      responses as Record<
        string,
        { content?: Record<string, { schema: { $ref?: string; items?: { $ref?: string } } }> }
      >,
    );
    const schema = success?.content?.['application/json']?.schema;
    return schema && !schema.$ref && !schema.items?.$ref ? [operationId] : [];
  });
  // Lists of words or of two fields each, shown where they are used.
  expect(unnamed).toEqual(['users.linkedClientes', 'lecturas.causales', 'calendario.festivos']);
});

it('has an example of every request body', () => {
  const without = operationsOf(appRouter).filter(
    ({ rest, fields }) =>
      rest.method !== 'GET' &&
      rest.method !== 'DELETE' &&
      Object.keys(fields).length > 0 &&
      rest.example === undefined &&
      !rest.file,
  );
  expect(without.map(({ name }) => name)).toEqual([
    'auth.logout',
    'critica.reintentar',
    'periodos.liquidar',
    'periodos.cerrar',
    'periodos.emitir',
    'archivosRecaudo.aplicar',
  ]); // a body may be left out
});
