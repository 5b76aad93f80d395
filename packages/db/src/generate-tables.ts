// Writes tables.ts from the migrated database, which is the only author of the schema.
import pg from 'pg';

type Column = {
  table: string;
  column: string;
  type: string;
  nullable: boolean;
  has_default: boolean;
  check: string | null;
};

const COLUMNS = `
  select c.relname as table, a.attname as column, format_type(a.atttypid, null) as type,
    not a.attnotnull as nullable, (a.atthasdef or a.attidentity <> '') as has_default,
    (select pg_get_constraintdef(k.oid) from pg_constraint k
     where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]
       and pg_get_constraintdef(k.oid) like '%ARRAY[%::text%' limit 1) as check
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'migraciones'
  order by c.relname, a.attnum`;

const TYPES: Record<string, string> = {
  bigint: 'number',
  integer: 'number',
  smallint: 'number',
  boolean: 'boolean',
  bytea: 'Buffer',
};

/** TypeScript source of the Kysely types: unions for enumerated text, `Generated` where the database fills in. */
export async function generateTables(adminUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  const { rows } = await client.query<Column>(COLUMNS);
  await client.end();
  const tables = Map.groupBy(rows, (row) => row.table);
  const interfaces = [...tables].map(([name, columns]) => {
    const fields = columns.map((column) => `  ${column.column}: ${typeOf(column)};\n`).join('');
    return `export interface ${pascal(name)} {\n${fields}}\n`;
  });
  const database = [...tables.keys()].map((name) => `  ${name}: ${pascal(name)};\n`).join('');
  return `// Generated from the migrated database by \`npm run generate\`. Do not edit.
import type { ColumnType, Generated } from 'kysely';

/** A jsonb column: read as the value, written as its JSON text. */
export type Json<Written> = ColumnType<unknown, Written, Written>;

${interfaces.join('\n')}
export interface Database {
${database}}
`;
}

const pascal = (name: string) => name.replace(/(^|_)(.)/g, (_, __, letter: string) => letter.toUpperCase());

function typeOf({ type, nullable, has_default, check }: Column) {
  if (type === 'jsonb') return `Json<${nullable ? 'string | null' : 'string'}${has_default ? ' | undefined' : ''}>`;
  const array = type.endsWith('[]');
  const base = TYPES[array ? type.slice(0, -2) : type] ?? 'string';
  const values =
    base === 'string' && check ? [...check.matchAll(/'([^']*)'::text/g)].map(([, value]) => `'${value}'`) : [];
  let ts = values.length > 0 ? values.join(' | ') : base;
  if (array) ts = values.length > 1 ? `(${ts})[]` : `${ts}[]`;
  if (nullable) ts = `${ts} | null`;
  return has_default ? `Generated<${ts}>` : ts;
}
