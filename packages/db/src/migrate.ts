// Forward-only migrations: plain SQL files in the order of their names, each in one transaction,
// under an advisory lock so that several servers may start at once.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { runMigrations } from 'graphile-worker';
import pg from 'pg';

const FOLDER = new URL('../migrations/', import.meta.url);
const LOCK = 7_305_201_126; // any number that only this program uses

export type Migration = { nombre: string; aplicada: string | null };

const files = () =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((nombre) => {
      const sql = readFileSync(new URL(nombre, FOLDER), 'utf8');
      return { nombre, sql, sha256: createHash('sha256').update(sql).digest('hex') };
    });

/**
 * Brings the schema up to date. Several programs may call it at once: one does the work, the others wait.
 * Fails when an applied migration is missing or was edited. Returns the names of those applied now.
 */
export async function migrate(adminUrl: string): Promise<string[]> {
  return withLock(adminUrl, async (client) => {
    const done = await applied(client);
    const pending = files().filter(({ nombre, sha256 }) => {
      const before = done.get(nombre);
      if (before && before.sha256 !== sha256)
        throw new Error(`Migration ${nombre} was edited after it was applied. Restore it and write a new one.`);
      return !before;
    });
    if (pending.length > 0) await queueSchema(adminUrl);
    for (const { nombre, sql, sha256 } of pending) {
      await client.query('begin');
      try {
        await client.query(sql);
        await client.query('insert into migraciones (nombre, sha256) values ($1, $2)', [nombre, sha256]);
        await client.query('commit');
      } catch (error) {
        await client.query('rollback');
        throw new Error(`Migration ${nombre} failed and changed nothing: ${(error as Error).message}`, {
          cause: error,
        });
      }
    }
    return pending.map(({ nombre }) => nombre);
  });
}

/** Every migration of this version, with the instant it was applied, or null. */
export async function migrationStatus(adminUrl: string): Promise<Migration[]> {
  return withLock(adminUrl, async (client) => {
    const done = await applied(client);
    return files().map(({ nombre }) => ({ nombre, aplicada: done.get(nombre)?.aplicada ?? null }));
  });
}

async function applied(client: pg.Client) {
  await client.query(`create table if not exists migraciones (
    nombre text primary key, sha256 text not null, aplicada timestamptz not null default now())`);
  const { rows } = await client.query<{ nombre: string; sha256: string; aplicada: string }>(
    'select nombre, sha256, aplicada::text from migraciones',
  );
  return new Map(rows.map((row) => [row.nombre, row]));
}

/** The job queue keeps its own schema and its own migrations. */
async function queueSchema(adminUrl: string) {
  await runMigrations({ connectionString: adminUrl });
}

async function withLock<T>(adminUrl: string, run: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    return await run(client);
  } finally {
    await client.end(); // also lets go of the lock
  }
}
