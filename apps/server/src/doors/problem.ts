// Every refusal leaves through here: application/problem+json, whatever went wrong and wherever.
import { ERRORES, Refusal, toProblem, toRefusal } from '@cunservicios/api/core/errors';
import type { Socket } from 'node:net';
import { TRPCError } from '@trpc/server';
import type { ConnectionError, FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { LogError } from '../services.ts';

/** What Fastify itself refuses, in our words. */
const OF_FASTIFY: Record<string, () => Refusal> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: () => wrongMediaType(),
  FST_ERR_CTP_BODY_TOO_LARGE: () =>
    new Refusal('demasiado_grande', 'El cuerpo pasa de 1 MB: envíe menos, o un archivo.'),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: () => badHeader('Content-Length no corresponde al cuerpo enviado.'),
  FST_ERR_CTP_INVALID_JSON_BODY: () => badJson(),
  FST_ERR_BAD_URL: () => badAddress(),
};

export const badJson = (why = 'El cuerpo no se pudo leer. Envíe JSON válido en UTF-8.') =>
  new Refusal('json_invalido', why);
export const badHeader = (why: string) => new Refusal('encabezado_invalido', why);
export const badAddress = () => badHeader('La dirección tiene caracteres mal codificados: revise los «%».');
export const wrongMediaType = (accepted = 'application/json') =>
  new Refusal('tipo_no_admitido', `Ese tipo de contenido no se admite aquí. Envíe ${accepted}.`);

/** Turns anything thrown into its answer; what nobody expected is noted once. */
export function sendRefusal(thrown: unknown, request: FastifyRequest, reply: FastifyReply, logError: LogError) {
  const refusal = OF_FASTIFY[(thrown as FastifyError)?.code]?.() ?? ofStatus(thrown) ?? toRefusal(thrown);
  const noted = thrown instanceof TRPCError && thrown.cause === refusal; // by the procedure's own middleware
  noteFault(refusal, noted, thrown, request, logError);
  return send(reply, refusal, request.id);
}

/** Every 5xx leaves a line under its request's id: what nobody expected as an error, a 503 as a warning. */
export function noteFault(
  refusal: Refusal,
  noted: boolean,
  thrown: unknown,
  request: FastifyRequest,
  logError: LogError,
) {
  const about = { request_id: request.id, path: request.routeOptions.url ?? request.method };
  if (refusal.code === 'error_interno' && !noted) logError(refusal.cause ?? thrown, about);
  if (refusal.code === 'base_no_disponible') request.log.warn({ ...about, detail: refusal.message }, 'answered 503');
}

/** Other errors of Fastify with a status of the caller's making, such as a connection cut in mid-body. */
function ofStatus(thrown: unknown) {
  const { statusCode, code } = thrown as FastifyError;
  const isFastify = typeof code === 'string' && code.startsWith('FST_');
  if (isFastify && statusCode && statusCode < 500) return badHeader('La petición no se pudo leer.');
  return undefined;
}

function send(reply: FastifyReply, refusal: Refusal, requestId: string) {
  const [status] = ERRORES[refusal.code];
  for (const [name, value] of Object.entries(headersOf(refusal))) reply.header(name, value);
  return reply
    .code(status)
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(toProblem(refusal, requestId)));
}

/** Headers that belong to a refusal, on either door. */
export function headersOf(refusal: Refusal): Record<string, string> {
  const [status] = ERRORES[refusal.code];
  const headers: Record<string, string> = {};
  if (refusal.retryAfter !== undefined) headers['retry-after'] = String(refusal.retryAfter);
  if (status === 401) {
    const expired = refusal.code === 'sesion_vencida' ? ', error="invalid_token"' : '';
    headers['www-authenticate'] = `Bearer realm="cunservicios"${expired}`;
  }
  return headers;
}

/** What is no HTTP at all, or never came to its end: answered on the bare connection, which is then closed. */
export function refuseConnection(error: ConnectionError, socket: Socket) {
  if (error.code === 'ECONNRESET' || !socket.writable || socket.bytesWritten > 0) {
    socket.destroy();
    return;
  }
  const body = JSON.stringify(toProblem(badHeader('La petición no se pudo leer: revise sus encabezados.'), ''));
  const head = `HTTP/1.1 400 Bad Request\r\nContent-Type: application/problem+json; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}`;
  socket.end(`${head}\r\nConnection: close\r\n\r\n${body}`);
}
