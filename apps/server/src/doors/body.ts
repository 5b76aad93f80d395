// Bodies: JSON (strictly UTF-8, no keys that touch prototypes), forms where an operation takes them, and files.
import { Refusal } from '@cunservicios/api/core/errors';
import type { FastifyInstance, FastifyRequest, onRequestHookHandler } from 'fastify';
import { badHeader, badJson, wrongMediaType } from './problem.ts';
import { decodeQuery } from './query.ts';

const JSON_LIMIT = 1024 * 1024;
const FILE_LIMIT = 1024 * 1024 * 1024;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Routes of this scope take JSON, and forms where `rest.form` says so. Everything else is a 415. */
export function useJsonBodies(app: FastifyInstance) {
  const parseJson = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addHook('onRequest', refuseCompressed);
  app.addContentTypeParser<Buffer>(
    'application/json',
    { parseAs: 'buffer', bodyLimit: JSON_LIMIT },
    (request, body, done) => {
      const text = decodeText(request, body);
      if (text.trim() === '') done(null, undefined);
      else void parseJson(request, text, done);
    },
  );
  app.addContentTypeParser<Buffer>(
    'application/x-www-form-urlencoded',
    { parseAs: 'buffer', bodyLimit: JSON_LIMIT },
    (request, body, done) => {
      if (!request.routeOptions.config.rest?.form) throw wrongMediaType();
      done(null, readForm(decodeText(request, body)));
    },
  );
}

/** Routes of this scope take a file: the body stays a stream. */
export function useFileBodies(app: FastifyInstance) {
  app.removeAllContentTypeParsers();
  app.addHook('onRequest', refuseCompressed);
  app.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
}

/** The file of a request while it arrives. 415 for another media type, 413 beyond the limit. */
export function readFile(
  request: Pick<FastifyRequest, 'headers' | 'raw'>,
  mediaTypes: readonly string[],
  limit = FILE_LIMIT,
): AsyncIterable<Uint8Array> {
  const mediaType = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (!mediaTypes.includes(mediaType)) throw wrongMediaType(mediaTypes.join(' o '));
  if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLarge();
  return limited(request.raw, limit);
}

async function* limited(chunks: AsyncIterable<Buffer>, limit: number) {
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > limit) throw tooLarge();
    yield chunk;
  }
}

const tooLarge = () => new Refusal('demasiado_grande', 'El archivo pasa de 1 GB: divídalo.');

const refuseCompressed: onRequestHookHandler = ({ method, headers }, _reply, done) => {
  const encoding = method === 'GET' || method === 'HEAD' ? undefined : headers['content-encoding'];
  if (encoding === undefined || encoding.toLowerCase() === 'identity') done();
  else done(wrongMediaType('el cuerpo sin comprimir'));
};

function decodeText({ headers }: FastifyRequest, body: Buffer) {
  const charset = /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(headers['content-type'] ?? '')?.[1] ?? 'utf-8';
  if (!/^(utf-?8|us-ascii)$/i.test(charset))
    throw badHeader(`El texto debe venir en UTF-8, no en ${charset.slice(0, 40)}.`);
  try {
    return utf8.decode(body);
  } catch {
    throw badJson();
  }
}

/** A form's fields; a field given twice is refused like a repeated parameter. */
function readForm(text: string) {
  const fields: Record<string, string> = Object.create(null);
  for (const [name, value] of decodeQuery(text)) {
    if (name in fields)
      throw new Refusal('validacion', `${name}: Envíe este campo una sola vez.`, {
        errors: [{ path: name, message: 'Envíe este campo una sola vez.' }],
      });
    fields[name] = value;
  }
  return { ...fields };
}
