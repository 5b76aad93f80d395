// REST at /api: one route per procedure that has `meta.rest`, calling the procedure directly.
import type { Context } from '@cunservicios/api/core/context';
import type { Rest } from '@cunservicios/api/core/trpc';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { answer } from './answer.ts';
import { readFile, useFileBodies, useJsonBodies } from './body.ts';
import { type Door, contextOf } from './context.ts';
import { type InputReader, inputReader } from './input.ts';
import { type Operation, operationsOf } from './operations.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    rest?: Rest;
  }
}

/** Adds the routes of every procedure of the router. */
export async function restDoor(app: FastifyInstance, { door, router }: { door: Door; router: object }) {
  const operations = operationsOf(router);
  await app.register(async (json) => {
    useJsonBodies(json);
    for (const operation of operations) if (!operation.rest.file) addRoutes(json, door, operation);
  });
  await app.register(async (files) => {
    useFileBodies(files);
    for (const operation of operations) if (operation.rest.file) addRoutes(files, door, operation);
  });
}

function addRoutes(app: FastifyInstance, door: Door, operation: Operation) {
  const { rest, faces } = operation;
  const read = inputReader(operation);
  for (const { method, path } of faces) {
    app.route({
      method: method,
      url: `/api${path.replace(/\{(\w+)\}/g, ':$1')}`,
      config: { rest },
      handler: (request, reply) => handle(door, operation, read, request, reply),
    });
  }
}

async function handle(
  door: Door,
  operation: Operation,
  read: InputReader,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const { rest } = operation;
  const tenant = rest.tenant === undefined ? undefined : (request.params as Record<string, string>)[rest.tenant];
  const ctx = await contextOf(door, request, reply, { tenant });
  const input = read(request, rest.file ? { archivo: readFile(request, rest.file) } : undefined);
  const output = await call(operation, ctx, input);
  return answer({ door, rest, ctx, output, input, request, reply });
}

/** A procedure is called as tRPC's own adapters call it. */
const call = ({ procedure, name, type }: Operation, ctx: Context, input: unknown) =>
  procedure({
    ctx,
    input,
    getRawInput: async () => input,
    path: name,
    type,
    signal: undefined,
    batchIndex: 0,
  });
