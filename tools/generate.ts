// `npm run generate`: every file that is made from code, in the order they depend on each other.
// `npm run check` runs the cheap ones again with --check: a stale generated file fails there.
import { node } from './process.ts';

/** A script that writes its files, or with --check only compares and exits 1 when one is stale. */
type Generator = { makes: string; script: string; needsDatabase: boolean };

export const generators: Generator[] = [
  // { makes: 'packages/db/src/tables.ts', script: 'packages/db/src/testing/generate-tables.ts', needsDatabase: true },
  // { makes: 'docs/openapi.json', script: 'tools/openapi.ts', needsDatabase: false },
];

if (import.meta.main) {
  for (const { makes, script } of generators) {
    const { code } = await node([script]);
    if (code !== 0) {
      console.error(`${script} failed: ${makes} was not written.`);
      process.exit(code);
    }
    console.log(`✓ ${makes}`);
  }
}
