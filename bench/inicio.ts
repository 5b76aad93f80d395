// Warm start of the server, from the command to /readyz. Target: under 2 s.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { line, median } from './entorno.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const dir = mkdtempSync(join(tmpdir(), 'cunservicios-bench-'));
const PORT = String(18_000 + (process.pid % 1_000));

async function start() {
  const begin = performance.now();
  const child = spawn('npm', ['start', '--silent'], {
    cwd: root,
    env: { ...process.env, DATA_DIR: join(dir, 'data'), PORT, DEMO: 'false' },
    stdio: 'ignore',
  });
  while (
    !(await fetch(`http://127.0.0.1:${PORT}/readyz`).then(
      (r) => r.ok,
      () => false,
    ))
  )
    await new Promise((done) => setTimeout(done, 10));
  const time = (performance.now() - begin) / 1000;
  child.kill('SIGTERM');
  await once(child, 'exit');
  while (
    await fetch(`http://127.0.0.1:${PORT}/healthz`).then(
      () => true,
      () => false,
    )
  )
    await new Promise((done) => setTimeout(done, 50));
  await new Promise((done) => setTimeout(done, 500));
  return time;
}

const first = await start();
const warm: number[] = [];
for (let i = 0; i < 5; i++) warm.push(await start());
rmSync(dir, { recursive: true, force: true });
line('npm start until /readyz', { 'first s': first, 'warm s': median(warm), 'warm max': Math.max(...warm) });
