// Prints what a first visit to each room downloads in JavaScript, and fails the build above its limit.
import { gzipSync } from 'node:zlib';
import type { Plugin, Rollup } from 'vite';

type Room = { room: string; through?: string; limit_kB: number };

export function firstLoad(rooms: Record<string, Room>): Plugin {
  return {
    name: 'first-load',
    apply: 'build',
    writeBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      for (const [name, { room, through, limit_kB }] of Object.entries(rooms)) {
        const starts = chunks.filter(
          ({ isEntry, facadeModuleId }) =>
            isEntry ||
            [room, through, through && 'src/oficina/layout.tsx'].some((end) => end && facadeModuleId?.endsWith(end)),
        );
        if (!chunks.some(({ facadeModuleId }) => facadeModuleId?.endsWith(room)))
          this.error(`${room} is no chunk of its own.`);
        const kB = [...reach(starts, bundle)].reduce((sum, { code }) => sum + gzipSync(code).length, 0) / 1000;
        process.stderr.write(`First load of ${name}: ${kB.toFixed(1)} kB gzip of JavaScript (limit ${limit_kB})\n`);
        if (kB > limit_kB) this.error(`The first load of ${name} is above its limit of ${limit_kB} kB.`);
      }
    },
  };
}

/** The chunks and everything they import at once. */
function reach(chunks: Rollup.OutputChunk[], bundle: Rollup.OutputBundle, seen = new Set<Rollup.OutputChunk>()) {
  for (const chunk of chunks) {
    if (seen.has(chunk)) continue;
    seen.add(chunk);
    const imported = chunk.imports.map((file) => bundle[file]).filter((file) => file?.type === 'chunk');
    reach(imported, bundle, seen);
  }
  return seen;
}
