// Test databases: one server per run, one migrated template, one copy per test file.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbedded } from './embedded.ts';
import { migrate } from './migrate.ts';

const TEMPLATE = 'plantilla';

/** Starts a throw-away server with a migrated template. `url` is its maintenance connection. */
export async function startTestServer() {
  const dir = mkdtempSync(join(tmpdir(), 'cunservicios-test-'));
  const server = await startEmbedded({ dir, volatile: true });
  const url = databaseUrl(server.adminUrl, 'postgres');
  await admin(url, `create database ${TEMPLATE}`);
  await migrate(databaseUrl(url, TEMPLATE));
  return {
    url,
    stop: async () => {
      await server.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

let copies = 0;

/** A fresh copy of the migrated template; returns its connection string as owner. */
export async function cloneTemplate(url: string): Promise<string> {
  const name = `prueba_${process.pid}_${++copies}`;
  await admin(url, `create database ${name} template ${TEMPLATE} strategy file_copy`);
  return databaseUrl(url, name);
}

const databaseUrl = (url: string, name: string) => Object.assign(new URL(url), { pathname: `/${name}` }).toString();

async function admin(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
