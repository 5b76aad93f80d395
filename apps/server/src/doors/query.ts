// The query string: decoded once, strictly, and matched against the parameters an operation takes.
import { Refusal } from '@cunservicios/api/core/errors';
import { type Kind, coerce } from './coerce.ts';
import { badAddress } from './problem.ts';

/** Kept undecoded by the HTTP server: decoding must be able to refuse. */
export type RawQuery = { raw: string };

/** For Fastify's `querystringParser`. */
export const keepRaw = (raw: string): RawQuery => ({ raw });

/** Names and values in their order. 400 when a percent sign is not followed by what UTF-8 needs. */
export function decodeQuery(raw: string): [string, string][] {
  if (raw === '') return [];
  return raw
    .split('&')
    .filter(Boolean)
    .map((part) => {
      const equals = part.indexOf('=');
      return equals < 0 ? [decode(part), ''] : [decode(part.slice(0, equals)), decode(part.slice(equals + 1))];
    });
}

function decode(text: string) {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    throw badAddress();
  }
}

/** The parameters given. 422 for one that does not exist here and for a single one given twice. */
export function readQuery(raw: string, kinds: ReadonlyMap<string, Kind>): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  const errors: { path: string; message: string }[] = [];
  for (const [name, text] of decodeQuery(raw)) {
    const kind = kinds.get(name);
    if (!kind) errors.push({ path: name, message: 'Este parámetro no existe aquí.' });
    else if (kind.startsWith('list')) ((values[name] ??= []) as unknown[]).push(coerce(kind, text));
    else if (Object.hasOwn(values, name)) errors.push({ path: name, message: 'Envíe este parámetro una sola vez.' });
    else values[name] = text === '' ? undefined : coerce(kind, text);
  }
  const [first] = errors;
  if (first) throw new Refusal('validacion', `${first.path}: ${first.message}`, { errors });
  return values;
}
