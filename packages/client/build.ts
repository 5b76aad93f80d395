// Builds dist/: the sources as JavaScript, and all their declarations in one file that imports nothing.
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { flatten } from './generate/flatten.ts';

const folder = import.meta.dirname;
const dist = path.join(folder, 'dist');
const tsc = fileURLToPath(new URL('bin/tsc', import.meta.resolve('typescript/package.json')));

rmSync(dist, { recursive: true, force: true });
const { status } = spawnSync(process.execPath, [tsc, '--project', 'tsconfig.build.json'], {
  cwd: folder,
  stdio: 'inherit',
});
if (status !== 0) process.exit(status ?? 1);

const text = flatten(path.join(dist, 'index.d.ts'), (file) => readFileSync(file, 'utf8'));
for (const file of globSync('*.d.ts', { cwd: dist })) rmSync(path.join(dist, file));
writeFileSync(path.join(dist, 'index.d.ts'), text);
