// packages/client/src/procedures.ts: every procedure of the router as plain TypeScript, so that the published
// declarations need neither the router nor zod. Names are those of the OpenAPI document.
import { ERRORES } from '@cunservicios/api/core/errors';
import { appRouter } from '@cunservicios/api/router';
import { type Operation, operationsOf } from '@cunservicios/server/src/doors/operations.ts';
import { type Schemas, createSchemas } from '@cunservicios/server/src/openapi/schemas.ts';
import type { z } from 'zod';
import { typeOf } from './typescript.ts';

/** Names of src/ that the schemas must leave alone. */
const OURS = new Set([
  'Client',
  'ClientOptions',
  'CallOptions',
  'WriteOptions',
  'IdempotentOptions',
  'List',
  'Page',
  'Pages',
  'Kind',
  'Procedures',
  'ErrorCode',
]);

const MADE = '// Made by `npm run generate` from packages/api/src/router.ts.';

/** The types, which are published, and the table that the client runs on. */
export const generate = async () => {
  const operations = operationsOf(appRouter);
  return [
    { path: 'packages/client/src/procedures.ts', text: typesText(operations) },
    { path: 'packages/client/src/table.ts', text: tableText(operations) },
  ];
};

function typesText(operations: Operation[]) {
  const schemas = createSchemas();
  const procedures = declared(operations, (operation) => member(schemas, operation));
  return [
    MADE,
    "import type { CallOptions, IdempotentOptions, WriteOptions } from './options.ts';",
    "import type { List } from './pages.ts';",
    '',
    '/** What a refusal is about; see docs/reference/errores.md. The last two are made by this client. */',
    `export type ErrorCode =\n${[...Object.keys(ERRORES), 'sin_conexion', 'respuesta_invalida'].map((code) => `  | '${code}'`).join('\n')};`,
    '',
    ...named(schemas),
    '/** Every procedure, by noun. */',
    `export type Procedures = {\n${procedures}\n};`,
    '',
  ].join('\n');
}

function tableText(operations: Operation[]) {
  const table = declared(operations, (operation) => [`${verb(operation)}: '${kindOf(operation)}',`], ',');
  const names = operations.filter(isPublic).map(({ name }) => `  '${name}',`);
  return [
    MADE,
    '',
    '/** How each procedure is called. */',
    `export const PROCEDURES = {\n${table}\n} as const;`,
    '',
    '/** Those that anyone may call: no session is opened for them. */',
    `export const PUBLIC: readonly string[] = [\n${names.join('\n')}\n];`,
    '',
  ].join('\n');
}

const isPublic = ({ meta }: Operation) => meta.acceso?.includes('anyone') ?? false;
const noun = ({ name }: Operation) => name.slice(0, name.indexOf('.'));

function verb({ name }: Operation) {
  const [, verb, ...rest] = name.split('.');
  if (!verb || rest.length > 0) throw new Error(`${name}: the client knows procedures of the form noun.verb.`);
  return verb;
}

function kindOf({ type, rest, meta }: Operation) {
  if (rest.list) return 'list';
  return type === 'mutation' && meta.idempotent ? 'idempotent' : type;
}

/** The members of each noun, one object a noun. */
function declared(operations: Operation[], members: (operation: Operation) => string[], end = ';') {
  return [...Map.groupBy(operations, noun)]
    .map(
      ([name, own]) =>
        `  ${name}: {\n${own
          .flatMap(members)
          .map((line) => `    ${line}`)
          .join('\n')}\n  }${end}`,
    )
    .join('\n');
}

function member(schemas: Schemas, operation: Operation): string[] {
  const { rest, meta, faces } = operation;
  const [face] = faces;
  const access = isPublic(operation) ? 'anyone' : meta.acceso?.join(', ');
  const doc = [
    rest.summary,
    ...(rest.description ? [rest.description] : []),
    `\`${face?.method} /api${face?.path}\`; roles: ${access}.`,
  ];
  return [...comment(doc), `${verb(operation)}: ${signature(schemas, operation)};`];
}

const comment = (lines: string[]) => [
  '/**',
  ...lines
    .flatMap((line) => ['', line])
    .slice(1)
    .map((line) => ` * ${line}`.trimEnd()),
  ' */',
];

function signature(schemas: Schemas, operation: Operation) {
  const input = inputOf(schemas, operation);
  const output = operation.output;
  const kind = kindOf(operation);
  if (kind === 'list') return `List<${input.type}, ${typeOf(schemas.convert(itemOf(output), 'output'), '    ')}>`;
  const options = { query: 'CallOptions', mutation: 'WriteOptions', idempotent: 'IdempotentOptions' }[kind];
  const answer = output ? typeOf(schemas.convert(output, 'output'), '    ') : 'void';
  return `(input${input.optional ? '?' : ''}: ${input.type}, options?: ${options}) => Promise<${answer}>`;
}

function inputOf(schemas: Schemas, { input, fields, rest }: Operation) {
  if (!input) return { type: 'undefined', optional: true };
  // Over tRPC a file is its text.
  if (rest.file) return { type: '{ archivo: string }', optional: false };
  const optional = Object.values(fields).every((field) => field.safeParse(undefined).success);
  return { type: typeOf(schemas.convert(input, 'input'), '    '), optional };
}

const itemOf = (output: z.ZodType | undefined) =>
  (output as z.ZodObject<{ items: z.ZodArray<z.ZodType> }>).shape.items.element;

function named({ components }: Schemas) {
  return [...components]
    .filter(([name]) => name !== 'Archivo')
    .flatMap(([name, schema]) => {
      if (OURS.has(name)) throw new Error(`The schema ${name} has a name that the client uses itself.`);
      return [`export type ${name} = ${typeOf(schema)};`, ''];
    });
}
