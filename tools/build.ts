// `node tools/build.ts web client`: builds what is named, when one of its sources changed.
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bin, node, root, seconds } from './process.ts';

type Target = { folder: string; product: string; sources: string[]; command: string[] };

const shared = ['pnpm-lock.yaml', 'tsconfig.base.json', 'packages/domain/src/**', 'packages/api/src/**'];
const targets: Record<string, Target> = {
  client: {
    folder: 'packages/client',
    product: 'dist/index.d.ts',
    sources: ['tsconfig.base.json', 'pnpm-lock.yaml', 'packages/client/*.*', 'packages/client/{generate,src}/**'],
    command: ['build.ts'],
  },
  web: {
    folder: 'apps/web',
    product: 'dist/index.html',
    sources: [...shared, 'packages/client/src/**', 'apps/web/*.*', 'apps/web/src/**', 'apps/web/public/**'],
    command: [bin('vite', 'vite', 'apps/web'), 'build', '--logLevel', 'warn'],
  },
};

/** True when the product is there and fresh, built now or before. */
export async function build(name: string): Promise<boolean> {
  const target = targets[name];
  if (!target) throw new Error(`Nothing to build is called "${name}": ${Object.keys(targets).join(', ')}.`);
  const { folder, product, sources, command } = target;

  const stamp = path.join(root, '.tools', `${name}.built`);
  const state = hashOf(sources);
  const isFresh =
    existsSync(path.join(root, folder, product)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === state;
  if (isFresh) return true;

  const start = performance.now();
  process.stderr.write(`Building ${folder} …\n`);
  const { code, output } = await node(command, { cwd: folder, quiet: true });
  process.stderr.write(output);
  if (code !== 0) {
    process.stderr.write(`The build of ${folder} failed; the reason is above.\n`);
    return false;
  }
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, state);
  process.stderr.write(`Built ${folder} in ${seconds(start)}\n`);
  return true;
}

function hashOf(patterns: string[]): string {
  const hash = createHash('sha256');
  const files = globSync(patterns, { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name));
  for (const file of files.toSorted()) hash.update(`${file}\0`).update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

if (import.meta.main) {
  for (const name of process.argv.slice(2)) {
    if (!(await build(name))) process.exit(1);
  }
}
