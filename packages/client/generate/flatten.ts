// One declaration file out of those that tsc writes for src/. TypeScript 7 has no API for this, and our own
// declarations need none: they import only each other, by name, and no two of them share a name.
import path from 'node:path';

const FROM = /^(?:import|export) (?:type )?(?:\{([^}]*)\}|\*) from '(\.\/[^']+)\.ts';\n/gm;
const DECLARATION = /^export (?:declare )?(type|function|class|const|interface) (\w+)/gm;

/** The text of the one file. */
export function flatten(entry: string, read: (file: string) => string): string {
  const files = new Map<string, string>();
  visit(entry, read, files);
  const published = publishedNames(files.get(entry) ?? '', entry, files);
  const seen = new Set<string>();
  const parts = [...files].map(([file, text]) =>
    text
      .replaceAll(FROM, '')
      .replaceAll(/^export \{\};\n/gm, '')
      .replaceAll(/^\/\/.*\n/gm, '')
      .replaceAll(DECLARATION, (_, kind: string, name: string) => {
        if (seen.has(name)) throw new Error(`${file}: ${name} is declared twice; flattened they would be one.`);
        seen.add(name);
        const how = kind === 'type' || kind === 'interface' ? '' : 'declare ';
        return `${published.has(name) ? 'export ' : ''}${how}${kind} ${name}`;
      }),
  );
  const text = `${parts
    .map((part) => part.trim())
    .filter(Boolean)
    .join('\n')}\nexport {};\n`;
  if (/^(import|export .* from)\b|\bimport\(/m.test(text)) throw new Error('The declarations still import something.');
  return text;
}

/** A file and what it imports. */
function visit(file: string, read: (file: string) => string, files: Map<string, string>) {
  if (files.has(file)) return;
  const text = read(file);
  files.set(file, text);
  for (const [, , target] of text.matchAll(FROM)) visit(resolve(file, target ?? ''), read, files);
}

function publishedNames(text: string, entry: string, files: Map<string, string>) {
  const names = new Set<string>();
  for (const [, list, target] of text.matchAll(FROM)) {
    const all = [...(files.get(resolve(entry, target ?? '')) ?? '').matchAll(DECLARATION)];
    const listed = list?.split(',').map((name) => name.replace(/\btype\b/, '').trim());
    for (const [, kind, name] of all) {
      const wanted = listed ? listed.includes(name ?? '') : kind === 'type' || kind === 'interface';
      if (name && wanted) names.add(name);
    }
  }
  return names;
}

const resolve = (file: string, target: string) => path.join(path.dirname(file), `${target}.d.ts`);
