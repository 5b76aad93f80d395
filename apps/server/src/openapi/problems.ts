// The refusals an operation can answer, each with its schema and an example.
import { ERRORES, type ErrorCode } from '@cunservicios/api/core/errors';
import type { Operation } from '../doors/operations.ts';
import type { JsonSchema } from './schemas.ts';

/** One code of each status, to show. */
const SHOWN: Record<number, [ErrorCode, string]> = {
  400: ['json_invalido', 'El cuerpo no se pudo leer. Envíe JSON válido en UTF-8.'],
  401: ['sin_sesion', 'Inicie sesión para continuar.'],
  403: ['sin_permiso', 'Su usuario no tiene permiso para esto. Lo puede hacer: admin.'],
  404: ['no_encontrado', 'No existe la cuenta 05440-0001. Revise el número.'],
  409: ['duplicado', 'Ya existe un cliente con ese número de cuenta.'],
  412: ['version_vieja', 'Otra persona cambió este registro. Vuelva a abrirlo y repita el cambio.'],
  413: ['demasiado_grande', 'El cuerpo pasa de 1 MB: envíe menos, o un archivo.'],
  415: ['tipo_no_admitido', 'Ese tipo de contenido no se admite aquí. Envíe application/json.'],
  422: ['validacion', 'limit: Debe ser 100 o menos.'],
  429: ['demasiados_intentos', 'Demasiadas peticiones seguidas. Espere 2 segundos y siga.'],
  500: ['error_interno', 'Algo falló de nuestro lado. Intente de nuevo; si sigue, informe el número de la petición.'],
  503: ['base_no_disponible', 'La base de datos no responde. Intente de nuevo en unos segundos.'],
};

const DESCRIPTIONS: Record<number, string> = {
  400: 'A body, header or address that cannot be read, or a request that makes no sense for the caller',
  401: 'No token, or one that is no longer good',
  403: "The caller's roles do not allow it, or the token is of another tenant",
  404: 'It does not exist in this tenant',
  409: 'It collides with what exists',
  412: 'Somebody changed it since',
  413: 'The body is too large',
  415: 'The media type is not taken here',
  422: 'The input breaks a rule; `errors` names each field',
  429: 'Too many requests; wait `Retry-After` seconds',
  500: 'A fault of the server, logged under `instance`',
  503: 'The service is busy or its database does not answer; wait `Retry-After` seconds',
};

/** The body of every refusal. */
export const PROBLEM: JsonSchema = {
  type: 'object',
  description: 'A refusal (RFC 9457). `detail` is for people, `code` for programs.',
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'A Spanish sentence that a person can act on' },
    instance: { type: 'string', description: 'Id of the request' },
    code: { type: 'string', enum: Object.keys(ERRORES) },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: { path: { type: 'string' }, message: { type: 'string' } },
        required: ['path', 'message'],
        additionalProperties: false,
      },
    },
  },
  required: ['type', 'title', 'status', 'detail', 'instance', 'code'],
  additionalProperties: false,
};

/** Statuses of refusal that an operation can answer. */
export function refusalsOf({ rest, type, fields }: Operation): number[] {
  const statuses = [400, 401, 403, 404, 422, 429, 500, 503];
  // A question can collide with what exists too: a period's code that two cycles have.
  if (type === 'mutation' || Object.keys(fields).length > 0) statuses.push(409);
  if (rest.method !== 'GET') statuses.push(413, 415);
  if (rest.etag && rest.method !== 'GET') statuses.push(412);
  return statuses.toSorted((a, b) => a - b);
}

export const refusalName = (status: number) => `Refusal${status}`;

/** The shared answers, one for each status. */
export function refusalResponses(): Record<string, JsonSchema> {
  return Object.fromEntries(
    Object.entries(SHOWN).map(([text, [code, detail]]) => {
      const status = Number(text);
      const example = {
        type: `urn:cunservicios:error:${code}`,
        title: ERRORES[code][1],
        status,
        detail,
        instance: '7b484ff4-b367-4837-adb4-277bccbefd5a',
        code,
        ...(status === 422 && { errors: [{ path: 'limit', message: 'Debe ser 100 o menos.' }] }),
      };
      const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' }, example } };
      return [refusalName(status), { description: DESCRIPTIONS[status], headers: headersOf(status), content }];
    }),
  );
}

function headersOf(status: number) {
  const names = ['X-Request-Id'];
  if (status === 401) names.push('WWW-Authenticate');
  if (status === 429 || status === 503) names.push('Retry-After');
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
}
