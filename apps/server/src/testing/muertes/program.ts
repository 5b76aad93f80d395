import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { readSettings } from '../../env.ts';
import { openProgram } from '../../services.ts';

/** The services over a database, as the server opens them; nothing of them is kept on disk. */
export const programOver = (url: string, name: string) =>
  openProgram({
    settings: readSettings({ ENVIRONMENT: 'test', DATA_DIR: tmpdir(), SECRET_KEY: randomBytes(32).toString('hex') }),
    url,
    logError: (error) => process.stderr.write(`${String(error)}\n`),
    name,
  });
