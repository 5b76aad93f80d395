// One server per data folder: the second one says so instead of sharing files with the first.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from './start.ts';

/** Marks the folder as used by this process; returns how to let it go. Throws when another server runs on it. */
export function takeLock(dataDir: string, port: number): () => void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = join(dataDir, 'server.lock');
  const ours = JSON.stringify({ pid: process.pid, port });
  for (let tries = 0; ; tries++) {
    try {
      writeFileSync(file, ours, { flag: 'wx' });
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || tries > 2) throw error;
    }
    const holder = readLock(file);
    if (holder && isServer(holder.pid))
      throw new StartError(
        `Cunservicios ya está corriendo con los datos de ${dataDir} (puerto ${holder.port}, proceso ${holder.pid}). ` +
          'Use ese, ciérrelo primero, o dé otra carpeta con DATA_DIR.',
      );
    rmSync(file, { force: true }); // left behind by a server that was killed
  }
  return () => {
    if (readLock(file)?.pid === process.pid) rmSync(file, { force: true });
  };
}

function readLock(file: string): { pid: number; port: number } | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function isServer(pid: number) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  if (pid === process.pid) return false; // a container restarted: every process number comes again
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('main.ts');
  } catch {
    return process.platform !== 'linux';
  }
}
