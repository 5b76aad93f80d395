// `npm run bench`: runs every measurement of the bench/ folders in turn, or those whose name
// holds one of the words given.
import { globSync } from 'node:fs';
import { node, root } from './process.ts';

const words = process.argv.slice(2);
const files = globSync('{bench,packages/*/bench,apps/*/bench}/*.ts', { cwd: root })
  .filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
  .toSorted();

if (files.length === 0) {
  console.error('No measurement of that name in a bench/ folder.');
  process.exit(1);
}
for (const file of files) {
  console.log(`\n${file}`);
  const { code } = await node([...process.execArgv, file]);
  if (code !== 0) process.exit(code);
}
