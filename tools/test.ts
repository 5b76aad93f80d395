// `npm test`: the check, the builds, and every test. `npm test -- <filter>`: only the tests whose file
// name holds the filter (any other argument of vitest works too).
// The last line is a plain count, so that machines and people read the same result.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from './build.ts';
import { check } from './check.ts';
import { findChromium } from './chromium.ts';
import { bin, node, root, seconds } from './process.ts';

const start = performance.now();
const filter = process.argv.slice(2);
const failedSteps = filter.length > 0 ? [] : await check();

for (const name of ['client', 'web']) {
  if (!(await build(name))) failedSteps.push(`build of ${name}`);
}

const noChromium = findChromium()
  ? ''
  : 'No Chromium on this machine: the browser tests did not run. Install it (Debian: apt-get install chromium) or set CHROMIUM_PATH.';
if (noChromium && process.env.REQUIRE_CHROMIUM === '1') failedSteps.push('browser tests, which need Chromium');

const count = await runTests();

if (noChromium) console.log(noChromium);
if (failedSteps.length > 0) console.log(`Failed besides the tests: ${failedSteps.join(', ')}. The reasons are above.`);
console.log(`In ${seconds(start)}:`);
console.log(`${count.passed} passed, ${count.failed + failedSteps.length} failed, ${count.skipped} skipped`);
process.exitCode = count.failed + failedSteps.length > 0 ? 1 : 0;

async function runTests() {
  const report = path.join(root, '.tools', 'vitest.json');
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { code } = await node([bin('vitest'), 'run', ...reporters, ...filter]);
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 }; // it stopped before the first test

  const result = JSON.parse(readFileSync(report, 'utf8'));
  const files: { status: string; assertionResults: unknown[] }[] = result.testResults;
  // A file that could not be loaded has no test to count, but it is a failure all the same.
  const brokenFiles = files.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
  const failed = result.numFailedTests + brokenFiles;
  return {
    passed: result.numPassedTests,
    failed: code !== 0 && failed === 0 ? 1 : failed, // an error outside any test
    skipped: result.numPendingTests + result.numTodoTests,
  };
}
