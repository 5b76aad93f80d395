// The program as its own process, as an operator starts it.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url));

/** Starts main.ts with these settings and nothing of our own environment but PATH. */
export function runProgram(env: Record<string, string>) {
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (text) => (output += text));
  child.stderr.on('data', (text) => (output += text));
  const exit = once(child, 'exit').then(([code]) => code as number | null);
  return {
    child: child as ChildProcess,
    exit,
    output: () => output,
    /** Where it listens, once it says so; rejects when it ends before. */
    ready: () =>
      new Promise<string>((resolve, reject) => {
        const look = () => {
          const url = /listo en (http:\S+)/.exec(output)?.[1];
          if (url) resolve(url.replace('localhost', '127.0.0.1'));
          else if (child.exitCode !== null) reject(new Error(output));
          else setTimeout(look, 20);
        };
        look();
      }),
  };
}
