// How the tools start other programs: always with this Node, never through a shell.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

export const root = path.dirname(import.meta.dirname);

/** The script behind a package's command, e.g. `bin('oxlint')`, looked up from a workspace folder. */
export function bin(name: string, packageName = name, from = '.'): string {
  const folder = path.join(root, from, 'node_modules', packageName);
  const { bin: bins } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  return path.join(folder, typeof bins === 'string' ? bins : bins[name]);
}

export type Run = { code: number; output: string };

/** Runs a script with our own terminal, or quietly, with what it printed in the result. */
export function node(args: string[], { cwd = '.', quiet = false, env = {} } = {}): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: path.join(root, cwd),
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      env: { ...process.env, ...env },
    });
    let output = '';
    child.stdout?.on('data', (text) => (output += text));
    child.stderr?.on('data', (text) => (output += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

export const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} s`;
