// .env.example and docs/reference/settings.md, from the table of settings.
import { SETTINGS } from '../env.ts';
import { LIMITS } from '../limits/limits.ts';
import { FULL } from '../limits/load.ts';

type Row = { name: string; fallback?: string; about: string; must: string; secret?: boolean };

const rows = (): Row[] => Object.entries(SETTINGS).map(([name, { check: _, ...setting }]) => ({ name, ...setting }));

/** Both files. */
export const generate = async () => [
  { path: '.env.example', text: envExample() },
  { path: 'docs/reference/settings.md', text: settingsPage() },
];

/** Every setting with its default, commented out: a copy of the file changes nothing. */
export function envExample() {
  const header =
    '# Made by `npm run generate` from apps/server/src/env.ts. Every setting is optional in development.\n' +
    '# The program reads its environment and no file: `node --env-file=.env`, Docker and systemd read this form.\n';
  return `${header}\n${rows()
    .map(({ name, fallback = '', about }) => `# ${about}\n#${name}=${fallback}\n`)
    .join('\n')}`;
}

/** The reference page. */
export function settingsPage() {
  const table = rows().map(({ name, fallback, about, must }) => {
    const shown = fallback === undefined ? '' : fallback === '' ? '(empty)' : `\`${fallback}\``;
    return `| \`${name}\` | ${shown} | ${about} | ${must} |`;
  });
  return [
    '# Settings',
    '',
    '<!-- Made by `npm run generate` from apps/server/src/env.ts. -->',
    '',
    'Settings are environment variables, read and checked once at the start. A bad one stops the start with a sentence',
    'that names it; all bad ones are named at once. An empty variable counts as absent.',
    '',
    '| setting | default | what it is for | debe ser |',
    '| --- | --- | --- | --- |',
    ...table,
    '',
    '## Limits of requests',
    '',
    'With `RATE_LIMIT=on`, whoever goes beyond gets a 429 with `Retry-After`; the `RateLimit-*` headers of every answer tell',
    'what is left. Each call of a tRPC batch counts. The figures are of one installation on one machine: its server',
    'processes share them.',
    '',
    '| who | at once | a second, for long |',
    '| --- | --- | --- |',
    ...Object.entries(LIMITS).map(([who, { burst, perSecond }]) => `| ${who} | ${burst} | ${perSecond} |`),
    '',
    `A server process refuses with 503 beyond ${FULL.requests} requests at a time, or when it is ${FULL.lagMs} ms late; signing in and`,
    'paying get through up to twice as much.',
    '',
  ].join('\n');
}
