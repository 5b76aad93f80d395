// Two projects: tests of pure code, and tests that find a PostgreSQL running. They are not split by
// package, because vitest starts the global setup, and so the database, once for every project.
// One package alone: `npm test -- packages/api`, or `apps/web/browser`.
import { existsSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { findChromium } from './tools/chromium.ts';

const postgres = './packages/db/src/testing/global-setup.ts';
const chromium = findChromium();

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 10_000 } }, // a page may still be drawing
    // Browser tests skip themselves when this is not set; tools/test.ts says so, or fails.
    env: chromium ? { CHROMIUM_PATH: chromium } : {},
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: ['{packages/domain,apps/web}/src/**/*.test.{ts,tsx}', 'tools/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'postgres',
          include: [
            'packages/{db,api,client}/src/**/*.test.ts',
            'apps/server/src/**/*.test.ts',
            'apps/web/browser/**/*.test.ts',
          ],
          globalSetup: existsSync(postgres) ? postgres : [],
        },
      },
    ],
  },
});
