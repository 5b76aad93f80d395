// Calls every operation of the document with its examples, and holds each answer against the document.
import { appRouter } from '@cunservicios/api/router';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { coerce, kindOf } from './coerce.ts';
import { operationsOf } from './operations.ts';
import { openApiDocument } from '../openapi/document.ts';
import { answerChecker } from '../testing/answer-checker.ts';
import { type Documented, documented, exampleRequest } from '../testing/example-request.ts';
import { seedExamples } from '../testing/seed-examples.ts';
import { type TestServer, startTestServer } from '../testing/start.ts';

const document = openApiDocument(appRouter, '0.0.0');
const check = answerChecker(document);
const operations = documented(document);

// Changing what others read comes last: deletions, and what ends sessions.
const order = ({ method, id }: Documented) =>
  Number(method === 'DELETE') + 2 * Number(/logout|changePassword|resetPassword/i.test(id));

let server: TestServer;
let values: Awaited<ReturnType<typeof seedExamples>>;
beforeAll(async () => {
  server = await startTestServer();
  values = await seedExamples(server);
});
afterAll(() => server.stop());

const questions = operationsOf(appRouter).filter(
  ({ type, rest }) => type === 'query' && rest.method === 'GET' && !rest.produces,
);

it.each(questions.map((one) => [one.name, one] as const))(
  '%s answers the same over tRPC',
  async (name, { fields, rest }) => {
    const one = operations.find(({ id }) => id === name)!;
    const parameter = (field: string) => values.parameter(name, field);
    const { path } = exampleRequest(one, { parameter, body: () => undefined });
    const given = one.described.parameters.filter((it) => !it.$ref && (it.in === 'path' || it.required));
    const input = given.map(
      (it) => [it.name, coerce(kindOf(fields[it.name]!), String(parameter(it.name) ?? it.example))] as const,
    );
    const [over, rpc] = await Promise.all([
      values.call('GET', path),
      values.call('GET', `/trpc/${name}?input=${encodeURIComponent(JSON.stringify(Object.fromEntries(input)))}`),
    ]);
    const { data } = (rpc.json as { result: { data: { items: unknown } } }).result;
    expect(over.json).toEqual(rest.list ? data.items : data);
  },
);

it.each(operations.toSorted((a, b) => order(a) - order(b)).map((one) => [one.id, one] as const))(
  '%s answers its example as documented',
  async (id, one) => {
    const { parameter, body } = values;
    const request = exampleRequest(one, {
      parameter: (name) => parameter(id, name),
      body: (example) => body(id, example),
    });
    const answer = await values.call(one.method, request.path, request.body, request.headers);
    expect(String(answer.status), answer.text).toBe(
      Object.keys(one.described.responses).find((status) => status.startsWith('2')),
    );
    check(one.described, answer);
  },
);

it('met nothing unexpected', () => {
  expect(server.faults).toEqual([]);
});
