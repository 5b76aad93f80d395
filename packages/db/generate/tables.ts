// packages/db/src/tables.ts and docs/reference/tablas.md, from the migrated database.
import pg from 'pg';
import { generateTables } from '../src/generate-tables.ts';
import { cloneTemplate, startTestServer } from '../src/template.ts';

type Row = { table: string; about: string | null; column: string; type: string; nullable: boolean; keys: string };

const COLUMNS = `
  select c.relname as table, obj_description(c.oid) as about, a.attname as column, format_type(a.atttypid, a.atttypmod) as type,
    not a.attnotnull as nullable, concat_ws(', ',
      case when exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary and a.attnum = any(i.indkey)) then 'PK' end,
      (select '→ ' || string_agg(distinct k.confrelid::regclass::text, ', ') from pg_constraint k
       where k.conrelid = c.oid and k.contype = 'f' and a.attnum = k.conkey[cardinality(k.conkey)])) as keys
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'migraciones'
  order by c.relname, a.attnum`;

export async function generate() {
  const server = await startTestServer();
  try {
    const url = await cloneTemplate(server.url);
    return [
      { path: 'packages/db/src/tables.ts', text: await generateTables(url) },
      { path: 'docs/reference/tablas.md', text: await tablesPage(url) },
    ];
  } finally {
    await server.stop();
  }
}

async function tablesPage(url: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<Row>(COLUMNS);
  await client.end();
  const tables = [...Map.groupBy(rows, ({ table }) => table)].map(([table, columns]) => {
    const lines = columns.map(
      ({ column, type, nullable, keys }) => `| \`${column}\` | ${type}${nullable ? ', null' : ''} | ${keys} |`,
    );
    return [
      `## ${table}`,
      '',
      columns[0]?.about ?? '',
      '',
      '| column | type | key |',
      '| --- | --- | --- |',
      ...lines,
    ].join('\n');
  });
  return `# Tables

<!-- Made by \`npm run generate\` from the migrated database. -->

Every table but \`tenants\` begins its keys with \`tenant_id\` and has row-level security forced; the rules are in
\`packages/db/migrations\` and tested in \`packages/db/src/catalogue.test.ts\`.

${tables.join('\n\n')}
`;
}
