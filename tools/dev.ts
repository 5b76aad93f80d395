// `npm run dev`: the server, restarted when a file it uses changes, and Vite's server for the web,
// which sends what is not its own to the first. When one ends, the other is ended too.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { bin, root } from './process.ts';

let isStopping = false;
const children = [
  start('.', ['--watch', '--watch-preserve-output', 'apps/server/src/main.ts']),
  start('apps/web', [bin('vite', 'vite', 'apps/web')]),
];

process.on('SIGINT', stop).on('SIGTERM', stop); // we end when both have ended

function start(cwd: string, args: string[]) {
  const child = spawn(process.execPath, args, { cwd: path.join(root, cwd), stdio: 'inherit' });
  child.on('exit', stop);
  return child;
}

function stop() {
  if (isStopping) return; // a second signal would cut the server's drain short
  isStopping = true;
  for (const child of children) child.kill('SIGTERM');
}
