// Holds an answer against the document: its status is described, and its body and headers are as described.
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { OpenApi } from '../openapi/document.ts';
import type { Answer } from './tenant.ts';

type Described = { responses: Record<string, unknown> };
type Response = {
  $ref?: string;
  headers?: Record<string, { $ref: string }>;
  content?: Record<string, { schema: object }>;
};

/** Throws with a sentence when an answer is not one of an operation's. */
export function answerChecker(document: OpenApi) {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema(document, 'document');
  const compiled = new WeakMap<object, ReturnType<typeof ajv.compile>>();
  const compile = (schema: object) => {
    let validate = compiled.get(schema);
    if (!validate) {
      const absolute = JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"document#/')) as object;
      compiled.set(schema, (validate = ajv.compile(absolute)));
    }
    return validate;
  };
  const resolve = ({ responses }: Described, status: number): Response | undefined => {
    const response = responses[String(status)] as Response | undefined;
    return response?.$ref ? document.components['responses']?.[response.$ref.split('/').at(-1) ?? ''] : response;
  };

  return (described: Described, { status, headers, text }: Pick<Answer, 'status' | 'headers' | 'text'>) => {
    const response = resolve(described, status);
    if (!response) throw new Error(`Status ${status} is not in the document: ${text.slice(0, 300)}`);
    const [mediaType] = (headers.get('content-type') ?? '').split(';', 1);
    const content = response.content?.[mediaType ?? ''];
    if (!content) {
      if (text !== '') throw new Error(`${status} has a body of ${mediaType}, which the document does not know.`);
      return;
    }
    if (!/[/+]json$/.test(mediaType ?? '')) return;
    const validate = compile(content.schema);
    if (!validate(JSON.parse(text)))
      throw new Error(`${status}: ${ajv.errorsText(validate.errors)} in ${text.slice(0, 500)}`);
  };
}
