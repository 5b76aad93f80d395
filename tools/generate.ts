// `npm run generate`: writes every file that is made from code. With --check it only compares, and
// fails when one is stale; `npm run check` does that with those that need no database.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './process.ts';

/** Each module exports `generate`, which returns the files it makes. */
type GeneratedFile = { path: string; text: string };
type Generator = { module: string; needsDatabase: boolean };

const generators: Generator[] = [
  ...['settings', 'openapi', 'operaciones', 'errores', 'comandos'].map((name) => ({
    module: `apps/server/src/generate/${name}.ts`,
    needsDatabase: false,
  })),
  { module: 'packages/client/generate/procedures.ts', needsDatabase: false },
  { module: 'packages/db/generate/tables.ts', needsDatabase: true },
];

const isCheck = process.argv.includes('--check');
const stale: string[] = [];

for (const { module, needsDatabase } of generators) {
  if (isCheck && needsDatabase) continue;
  const { generate }: { generate: () => Promise<GeneratedFile[]> } = await import(
    pathToFileURL(path.join(root, module)).href
  );
  for (const file of await generate()) {
    const target = path.join(root, file.path);
    if (existsSync(target) && readFileSync(target, 'utf8') === file.text) continue;
    if (isCheck) {
      stale.push(file.path);
    } else {
      mkdirSync(path.dirname(target), { recursive: true });
      writeFileSync(target, file.text);
      console.log(`✓ ${file.path}`);
    }
  }
}

for (const file of stale) console.error(`${file} is older than the code it is made from.`);
process.exit(stale.length > 0 ? 1 : 0);
