// Writes each text file once more as .br and .gz: the server sends those and compresses nothing itself.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

const SMALLEST = 1000;

export const precompress = (): Plugin => ({
  name: 'precompress',
  apply: 'build',
  enforce: 'post',
  writeBundle({ dir = 'dist' }, bundle) {
    for (const file of Object.values(bundle)) {
      if (!/\.(js|css|html)$/.test(file.fileName)) continue;
      const source = Buffer.from(file.type === 'chunk' ? file.code : file.source);
      if (source.length < SMALLEST) continue;
      const name = path.join(dir, file.fileName);
      writeFileSync(`${name}.br`, brotliCompressSync(source));
      writeFileSync(`${name}.gz`, gzipSync(source, { level: 9 }));
    }
  },
});
