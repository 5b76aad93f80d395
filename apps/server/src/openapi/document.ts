// The OpenAPI 3.1 document, made from the router: nothing in it is written twice.
import { type Face, type Operation, operationsOf } from '../doors/operations.ts';
import { ANSWER_HEADERS, successesOf } from './answers.ts';
import { bodyOf } from './bodies.ts';
import { parametersOf, sharedParameters } from './parameters.ts';
import { PROBLEM, refusalName, refusalResponses, refusalsOf } from './problems.ts';
import { type JsonSchema, type Schemas, createSchemas } from './schemas.ts';
import { INTRODUCTION, TAGS } from './texts.ts';

export type OpenApi = {
  openapi: string;
  paths: Record<string, Record<string, JsonSchema>>;
  components: Record<string, Record<string, JsonSchema>>;
} & JsonSchema;

/** The document of a router. Throws when a tag has no description, or a schema two meanings. */
export function openApiDocument(router: object, version: string): OpenApi {
  const schemas = createSchemas();
  const paths: OpenApi['paths'] = {};
  const tags = new Set<string>();
  for (const operation of operationsOf(router)) {
    tags.add(operation.rest.tag);
    for (const face of operation.faces)
      (paths[`/api${face.path}`] ??= {})[face.method.toLowerCase()] = describe(schemas, operation, face);
  }
  const parameters = sharedParameters(schemas);
  return {
    openapi: '3.1.1',
    info: {
      title: 'Cunservicios',
      version,
      description: INTRODUCTION,
      license: { name: 'Apache License 2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/', description: 'The server that this document comes from' }],
    tags: tagsOf(tags),
    paths,
    components: {
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'The `access_token` of `POST /api/auth/login`',
        },
      },
      parameters,
      headers: ANSWER_HEADERS,
      responses: refusalResponses(),
      schemas: Object.fromEntries(
        [...schemas.components, ['Problem', PROBLEM] as const].toSorted(([a], [b]) => (a < b ? -1 : 1)),
      ),
    },
  };
}

/** The same as text, as it is served and committed. */
export const openApiText = (router: object, version: string) =>
  `${JSON.stringify(openApiDocument(router, version), null, 2)}\n`;

function describe(schemas: Schemas, operation: Operation, face: Face): JsonSchema {
  const { rest, meta } = operation;
  const body = bodyOf(schemas, operation);
  const refusals = refusalsOf(operation).map((code) => [code, { $ref: `#/components/responses/${refusalName(code)}` }]);
  return {
    operationId: operationId(operation, face),
    tags: [rest.tag],
    summary: rest.summary,
    description: [rest.description, accessText(meta.acceso ?? [])].filter(Boolean).join('\n\n'),
    ...(face.path !== rest.path && { deprecated: true }),
    security: meta.acceso?.includes('anyone') ? [] : [{ bearer: [] }],
    parameters: parametersOf(schemas, operation, face),
    ...(body && { requestBody: body }),
    responses: { ...successesOf(schemas, operation), ...Object.fromEntries(refusals) },
  };
}

/** The procedure's name; a second face adds what is different about it. */
function operationId({ name, rest }: Operation, { method, path }: Face) {
  if (path !== rest.path)
    return `${name}.${path.split('/').findLast((part) => part && !part.startsWith('{')) ?? 'otra'}`;
  return method === rest.method ? name : `${name}.${method.toLowerCase()}`;
}

function accessText(acceso: readonly string[]) {
  if (acceso.includes('anyone')) return 'Anyone may call it.';
  if (acceso.includes('signed_in')) return 'Any signed-in user may call it.';
  return `Roles: ${acceso.map((rol) => `\`${rol}\``).join(', ')}.`;
}

function tagsOf(used: Set<string>) {
  for (const tag of used) if (!(tag in TAGS)) throw new Error(`The tag ${tag} has no description in openapi/texts.ts.`);
  return Object.entries(TAGS)
    .filter(([name]) => used.has(name))
    .map(([name, description]) => ({ name, description }));
}
