// The input of a procedure, put together from path, query string and body.
import { Refusal } from '@cunservicios/api/core/errors';
import type { FastifyRequest } from 'fastify';
import { coerce, kindOf } from './coerce.ts';
import { type Operation, pathFields } from './operations.ts';
import { type RawQuery, readQuery } from './query.ts';

/** Reads the input of one request; `more` are fields that come neither from path nor query nor JSON. */
export type InputReader = (request: FastifyRequest, more?: object) => unknown;

/** Which fields of an operation's input come from the query string, and which from the body. */
export function placesOf({ rest, faces, fields }: Operation) {
  const inPath = new Set(faces.flatMap(({ path }) => pathFields(path)));
  const others = Object.keys(fields).filter((name) => !inPath.has(name));
  const hasBody = rest.method !== 'GET' && rest.method !== 'DELETE';
  if (rest.file) return { path: inPath, query: others.filter((name) => name !== 'archivo'), body: [] };
  return hasBody ? { path: inPath, query: rest.query ?? [], body: others } : { path: inPath, query: others, body: [] };
}

/** The reader of an operation; the kinds of its parameters are read from its schema once. */
export function inputReader(operation: Operation): InputReader {
  const { fields, input } = operation;
  const { query } = placesOf(operation);
  const kindOfField = (name: string) => kindOf(fields[name] ?? unknownField(operation, name));
  const queryKinds = new Map(query.map((name) => [name, kindOfField(name)]));
  const pathKinds = new Map([...placesOf(operation).path].map((name) => [name, kindOfField(name)]));

  return (request, more) => {
    const fromQuery = readQuery((request.query as RawQuery).raw ?? '', queryKinds);
    const params = request.params as Record<string, string>;
    const fromPath: Record<string, unknown> = {};
    for (const [name, kind] of pathKinds) {
      const text = params[name];
      if (text !== undefined) fromPath[name] = coerce(kind, text);
    }
    const given = more ? undefined : request.body;
    if (given !== undefined && !isObject(given))
      throw new Refusal('validacion', 'Envíe un objeto JSON.', {
        errors: [{ path: '', message: 'Envíe un objeto JSON.' }],
      });
    const body = (given ?? {}) as Record<string, unknown>;
    refuseContradictions(body, { ...fromQuery, ...fromPath });
    if (!input) return noInput(body);
    return { ...body, ...fromQuery, ...fromPath, ...more };
  };
}

const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);

function unknownField({ name }: Operation, field: string): never {
  throw new Error(`${name}: meta.rest names the field ${field}, which its input does not have.`);
}

/** A field may come twice (an older client sends the account in path and body), but then with one value. */
function refuseContradictions(body: Record<string, unknown>, others: Record<string, unknown>) {
  for (const [name, value] of Object.entries(others))
    if (value !== undefined && Object.hasOwn(body, name) && body[name] !== value)
      refuseField(name, 'No coincide con el de la dirección.');
}

function noInput(body: object) {
  const [first] = Object.keys(body);
  return first === undefined ? undefined : refuseField(first, 'Este campo no existe aquí.');
}

function refuseField(path: string, message: string): never {
  throw new Refusal('validacion', `${path}: ${message}`, { errors: [{ path, message }] });
}
