import { readFileSync, readdirSync } from 'node:fs';
import pg from 'pg';
import { describe, expect, inject, it } from 'vitest';
import { generate } from '../generate/tables.ts';
import { migrate, migrationStatus } from './migrate.ts';
import { testDatabase } from './testing/database.ts';

const FILES = readdirSync(new URL('../migrations/', import.meta.url)).sort();

async function emptyDatabase() {
  const url = new URL(inject('testServerUrl'));
  const name = `vacia_${process.pid}_${Math.trunc(performance.now() * 1000)}`;
  const client = new pg.Client({ connectionString: url.toString() });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  url.pathname = `/${name}`;
  return url.toString();
}

describe('migrate', () => {
  it('lets several servers start at once: one does the work', async () => {
    const url = await emptyDatabase();
    const results = await Promise.all(Array.from({ length: 4 }, () => migrate(url)));
    expect(results.map((applied) => applied.length).sort()).toEqual([0, 0, 0, FILES.length]);
    expect((await migrationStatus(url)).map(({ nombre }) => nombre)).toEqual(FILES);
    expect((await migrationStatus(url)).every(({ aplicada }) => aplicada !== null)).toBe(true);
  });

  it('refuses to go on when an applied migration was edited', async () => {
    const { url, owner } = await testDatabase();
    await owner.query(`update migraciones set sha256 = 'other'`);
    await owner.end();
    await expect(migrate(url)).rejects.toThrow(/was edited after it was applied/);
  });
});

describe('what is generated from the migrated database', () => {
  it('is as the database gives it (run `npm run generate` when this fails)', async () => {
    for (const { path, text } of await generate())
      expect(readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8')).toBe(text);
  });
});
