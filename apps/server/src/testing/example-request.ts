// A request made of an operation's examples in the document, with what exists in a test's database put in their place.
import type { OpenApi } from '../openapi/document.ts';

type Parameter = { $ref?: string; name: string; in: string; required?: boolean; example?: unknown };

export type Described = {
  operationId: string;
  parameters: Parameter[];
  requestBody?: { required?: boolean; content: Record<string, { example?: unknown }> };
  responses: Record<string, unknown>;
};

export type Documented = { id: string; method: string; path: string; described: Described };

/** Every operation of a document. */
export const documented = (document: OpenApi): Documented[] =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, one]) => {
      const described = one as Described;
      return { id: described.operationId, method: method.toUpperCase(), path, described };
    }),
  );

export type Values = { parameter: (name: string) => unknown; body: (example: unknown) => unknown };

/** Address, body and headers of the example. Throws when a parameter or a body that is needed has none. */
export function exampleRequest({ id, path, described }: Documented, { parameter, body }: Values) {
  const given = described.parameters.filter(({ $ref }) => !$ref);
  const text = (name: string) => {
    const value = parameter(name) ?? given.find((one) => one.name === name)?.example;
    if (value === undefined) throw new Error(`${id}: the parameter ${name} has no example (openapi/texts.ts).`);
    return encodeURIComponent(value as string);
  };
  const query = given.filter((one) => one.in === 'query' && one.required).map(({ name }) => `${name}=${text(name)}`);
  const [mediaType, media] = Object.entries(described.requestBody?.content ?? {})[0] ?? [];
  const sent = mediaType ? body(media?.example) : undefined;
  if (described.requestBody?.required && sent === undefined)
    throw new Error(`${id}: its body has no example (meta.rest.example).`);
  return {
    path: path.replace(/\{(\w+)\}/g, (_, name: string) => text(name)) + (query.length > 0 ? `?${query.join('&')}` : ''),
    body: sent === undefined || typeof sent === 'string' ? sent : JSON.stringify(sent),
    headers: (mediaType && sent !== undefined ? { 'content-type': mediaType } : {}) as Record<string, string>,
  };
}
