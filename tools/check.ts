// `npm run check`: everything that can be judged without running the program or a database.
// The steps run at the same time; each failure is printed with a sentence on what to do.
import { bin, node, seconds } from './process.ts';

type Step = { name: string; args: string[]; ifItFails: string };

/** What tsc learned last time is kept, so the next check reads only what changed. */
const tsc = (project: string) => {
  const memory = `.tools/${project.replaceAll('/', '-')}.tsbuildinfo`;
  return [bin('tsc', 'typescript'), '--project', project, '--pretty', '--incremental', '--tsBuildInfoFile', memory];
};

const steps: Step[] = [
  {
    name: 'lint',
    args: [bin('oxlint'), '--type-aware'],
    ifItFails: 'oxlint found the problems above. `npm run format` fixes those it can fix safely.',
  },
  {
    name: 'types',
    args: tsc('tsconfig.json'),
    ifItFails: 'TypeScript does not accept the code above.',
  },
  {
    name: 'purity of the domain',
    args: tsc('packages/domain/tsconfig.pure.json'),
    ifItFails: 'The domain does no I/O: for this check neither Node nor a browser exists.',
  },
  {
    name: 'types of the web',
    args: tsc('apps/web/tsconfig.json'),
    ifItFails: 'TypeScript does not accept the code above.',
  },
  {
    name: 'format',
    args: [bin('oxfmt'), '--check'],
    ifItFails: 'The files above are not in the common form. Run `npm run format`.',
  },
  {
    name: 'import directions',
    args: ['tools/imports.ts'],
    ifItFails: 'The imports above go against the directions of the architecture; the rules are in tools/imports.ts.',
  },
  {
    name: 'unused code',
    args: [bin('knip'), '--no-progress'],
    ifItFails: 'knip found code that nothing uses, or a dependency that is not declared. Delete it or use it.',
  },
  {
    name: 'generated files',
    args: ['tools/generate.ts', '--check'],
    ifItFails: 'Run `npm run generate` and commit what it writes.',
  },
];

/** Runs all steps and returns the names of those that failed. */
export async function check(): Promise<string[]> {
  const failed: string[] = [];
  await Promise.all(
    steps.map(async ({ name, args, ifItFails }) => {
      const start = performance.now();
      const { code, output } = await node(args, {
        quiet: true,
        env: { FORCE_COLOR: process.stdout.isTTY ? '1' : '0' },
      });
      if (code === 0) return console.log(`✓ ${name} (${seconds(start)})`);
      failed.push(name);
      console.log(`\n✗ ${name} (${seconds(start)})\n${output.trimEnd()}\n→ ${ifItFails}\n`);
    }),
  );
  return failed;
}

if (import.meta.main) {
  const failed = await check();
  if (failed.length > 0) console.log(`Failed: ${failed.join(', ')}.`);
  process.exit(failed.length > 0 ? 1 : 0);
}
