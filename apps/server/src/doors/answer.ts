// How an output leaves over REST: status, headers, a list as its bare array, a file as its bytes.
import { Readable } from 'node:stream';
import { Archivo, ArchivoPorPartes } from '@cunservicios/api/core/archivo';
import type { Context } from '@cunservicios/api/core/context';
import type { Rest } from '@cunservicios/api/core/trpc';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Door } from './context.ts';
import { isSecure, refreshCookie } from './cookie.ts';
import { type RawQuery, decodeQuery } from './query.ts';

type Page = { items: unknown[]; nextCursor: string | null; total?: number };

type Answer = {
  door: Door;
  rest: Rest;
  ctx: Context;
  output: unknown;
  input: unknown;
  request: FastifyRequest;
  reply: FastifyReply;
};

/** Sends the output of a procedure as its `meta.rest` says. */
export function answer({ door, rest, ctx, output, request, reply }: Answer) {
  const { refresh_cookie, replayed } = ctx.answer;
  if (refresh_cookie !== undefined) reply.header('set-cookie', refreshCookie(refresh_cookie, isSecure(door, request)));
  if (replayed) reply.header('idempotent-replayed', 'true');
  const version = (output as { version?: unknown } | undefined | null)?.version;
  if (rest.etag && typeof version === 'number') reply.header('etag', `"${version}"`);
  const status = ctx.answer.status ?? rest.status ?? 200;
  if (status === 204 || output === undefined) return reply.code(204).send();
  if (rest.location && status !== 200) reply.header('location', `/api${rest.location(output as never)}`);
  if (output instanceof Archivo || output instanceof ArchivoPorPartes) return sendFile(output, reply.code(status));
  const [textType] = [rest.produces].flat();
  if (textType) return reply.code(status).type(`${textType}; charset=utf-8`).send(output);
  reply.code(status).type('application/json; charset=utf-8');
  const body = rest.list ? bareList(output as Page, request, reply) : output;
  return reply.send(Buffer.from(JSON.stringify(body))); // as text it was encoded twice: to count its bytes, to send them
}

/** To be shown where the browser can, and saved under its own name. */
function sendFile({ nombre, tipo, contenido }: Archivo | ArchivoPorPartes, reply: FastifyReply) {
  reply.type(/^text\/|\+?xml$|json$/.test(tipo) ? `${tipo}; charset=utf-8` : tipo);
  reply.header('content-disposition', `inline; filename="${nombre.replace(/[^\w.-]/g, '_')}"`);
  return reply.send(Buffer.isBuffer(contenido) ? contenido : Readable.from(contenido));
}

/** The items; where the next page begins and how many there are travel in headers. */
function bareList({ items, nextCursor, total }: Page, request: FastifyRequest, reply: FastifyReply) {
  if (total !== undefined) reply.header('x-total-count', total);
  if (nextCursor !== null) {
    const kept = decodeQuery((request.query as RawQuery).raw ?? '').filter(
      ([name]) => name !== 'cursor' && name !== 'skip' && name !== 'count',
    );
    const query = new URLSearchParams([...kept, ['cursor', nextCursor]]);
    const [path] = request.url.split('?', 1);
    reply.header('link', `<${path}?${query.toString()}>; rel="next"`);
  }
  return items;
}
