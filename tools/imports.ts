// Holds the directions of the architecture: who may import whom. It reads the import lines of every
// source file and compares each with the rules below. Part of `npm run check`.
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './process.ts';

/** `domain` ← `api` → `db`; `server` → all three; client and web see only a part of the api. */
const packages: Record<string, string[]> = {
  'packages/domain': [],
  'packages/db': [],
  'packages/api': ['domain', 'db'],
  'packages/client': ['api'],
  'apps/server': ['domain', 'db', 'api'],
  'apps/web': ['domain', 'client', 'api'],
};

type Import = { specifier: string; isType: boolean };
type File = { name: string; folder: string; isTest: boolean; imports: Import[]; text: string };

const problems: string[] = [];

for (const folder of Object.keys(packages)) {
  for (const name of globSync(`${folder}/src/**/*.{ts,tsx}`, { cwd: root })) {
    const text = readFileSync(path.join(root, name), 'utf8');
    // Tests and their builders may reach further: into SQL, or from the web into the api.
    const isTest = /\.test\.tsx?$|\/testing\/|\/browser\//.test(name);
    const file: File = { name, folder, isTest, text, imports: importsOf(text) };
    for (const line of file.imports) {
      checkPackage(file, line);
      if (!isTest) checkSql(file, line);
      if (!isTest && folder === 'packages/api') checkFeature(file, line);
    }
    checkEnvironment(file);
  }
}

for (const problem of problems) console.error(problem);
process.exit(problems.length > 0 ? 1 : 0);

function checkPackage(file: File, { specifier, isType }: Import) {
  if (specifier.startsWith('.')) {
    const target = path.posix.join(path.posix.dirname(file.name), specifier);
    if (!file.isTest && !target.startsWith(`${file.folder}/`)) {
      report(file, specifier, 'leaves its package: import the other one by its name (@cunservicios/…)');
    }
    return;
  }
  const [, name, rest = ''] = /^@cunservicios\/([^/]+)\/?(.*)$/.exec(specifier) ?? [];
  if (!name || file.isTest) return;
  const allowed = packages[file.folder] ?? [];
  if (!allowed.includes(name)) {
    report(file, specifier, `${file.folder} may import ${allowed.join(', ') || 'nothing'} of this workspace`);
  } else if (name === 'api' && file.folder === 'packages/client' && !isType) {
    report(file, specifier, 'the client knows only the type of the router: use "import type"');
  } else if (
    name === 'api' &&
    file.folder === 'apps/web' &&
    !isType &&
    !/(\.schema|^core\/(schema|roles))$/.test(rest)
  ) {
    report(file, specifier, 'of the api, the web may import schema files, core/roles and types, nothing that runs');
  }
}

function checkSql(file: File, { specifier }: Import) {
  if (file.folder === 'packages/db') return;
  if (/^pg($|\/)/.test(specifier)) {
    report(file, specifier, 'only packages/db talks to the driver');
  }
  if (/^kysely($|\/)/.test(specifier) && !file.name.endsWith('.queries.ts')) {
    report(file, specifier, 'SQL lives in *.queries.ts and packages/db');
  }
}

/** What a file of a feature folder may import, by the ending of its name. */
function checkFeature(file: File, { specifier, isType }: Import) {
  const own = path.posix.dirname(file.name);
  const target = specifier.startsWith('.') ? path.posix.join(own, specifier) : specifier;
  const isCore = own === 'packages/api/src/core';
  const isFeature = /^packages\/api\/src\/[^/]+/.test(own) && !isCore;

  if (file.name.endsWith('.schema.ts')) {
    if (!/^zod($|\/)|\/core\/(schema|roles)\.ts$|^@cunservicios\/domain\/|\.schema\.ts$/.test(target)) {
      report(
        file,
        specifier,
        'a schema imports only zod, core/schema, core/roles, the domain and other schemas: the web uses it too',
      );
    }
  } else if (file.name.endsWith('.queries.ts')) {
    if (!/^kysely($|\/)|^@cunservicios\/db\/|\.queries\.ts$/.test(target) && !isType) {
      report(file, specifier, 'queries are SQL alone: they import kysely, @cunservicios/db, other queries and types');
    }
  } else if (isFeature) {
    const isRouter = file.name.endsWith('.router.ts');
    if (target.endsWith('.router.ts')) {
      report(file, specifier, 'features share queries and verbs, never routers');
    } else if (!isRouter && target === 'packages/api/src/core/trpc.ts' && !isType) {
      report(file, specifier, 'a verb takes (t, …) and does not know about procedures');
    }
  } else if (isCore && /^packages\/api\/src\/(?!core\/)/.test(target)) {
    report(file, specifier, 'core serves the features and knows none of them');
  }
}

function checkEnvironment(file: File) {
  const isReader = file.name === 'apps/server/src/env.ts';
  if (!isReader && !file.isTest && /\bprocess\.env\b/.test(file.text)) {
    problems.push(`${file.name}: only apps/server/src/env.ts reads process.env; pass the value as an argument`);
  }
}

function report(file: File, specifier: string, sentence: string) {
  problems.push(`${file.name}: "${specifier}": ${sentence}`);
}

/** Good enough for formatted code: TypeScript 7 has no parser to ask. */
function importsOf(text: string): Import[] {
  const statements =
    /^(?:import|export)\s+(type\s)?[^'"`;]*?from\s*'([^']+)'|^import\s*'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/gm;
  return [...text.matchAll(statements)].map(([, type, from, bare, dynamic]) => ({
    specifier: from ?? bare ?? dynamic ?? '',
    isType: type !== undefined,
  }));
}
