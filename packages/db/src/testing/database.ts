// A migrated database of its own for a test file, as its owner sees it.
import pg from 'pg';
import { inject } from 'vitest';
import { cloneTemplate } from '../template.ts';

export async function testDatabase() {
  const url = await cloneTemplate(inject('testServerUrl'));
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  return { url, owner };
}
