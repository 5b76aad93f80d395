// The procedures of a router that have a REST face, and under which methods and paths.
// oxlint-disable no-underscore-dangle -- tRPC keeps what its adapters need under _def; only this file reads it
import type { Meta, Rest } from '@cunservicios/api/core/trpc';
import type { AnyProcedure, AnyRouter } from '@trpc/server';
import { z } from 'zod';

// tRPC does not type how its adapters call a procedure.
type Callable = AnyProcedure & {
  (options: object): Promise<unknown>;
  _def: { type: 'query' | 'mutation'; meta?: Meta; inputs: unknown[]; output?: z.ZodType };
};

export type Face = { method: Rest['method']; path: string };

export type Operation = {
  /** As over tRPC: `clientes.list`. */
  name: string;
  type: 'query' | 'mutation';
  procedure: Callable;
  rest: Rest;
  meta: Meta;
  /** Its own method and path first, then those kept for older clients. */
  faces: Face[];
  /** Fields of the input, by name. */
  fields: Record<string, z.ZodType>;
  input: z.ZodType | undefined;
  output: z.ZodType | undefined;
};

/** Every procedure, by name; those without a REST face too. */
export const proceduresOf = (router: object) =>
  Object.entries((router as AnyRouter)._def.procedures as Record<string, Callable>);

/** The operations of the REST door, in the order of the router. */
export function operationsOf(router: object): Operation[] {
  return proceduresOf(router).flatMap(([name, procedure]) => {
    const meta = procedure._def.meta ?? {};
    const { rest } = meta;
    if (!rest) return [];
    const input = procedure._def.inputs[0] as z.ZodType | undefined;
    const others = (rest.also ?? []).map(({ method = rest.method, path = rest.path }) => ({ method, path }));
    const faces = [{ method: rest.method, path: rest.path }, ...others];
    return [
      {
        name,
        type: procedure._def.type,
        procedure,
        rest,
        meta,
        faces,
        fields: fieldsOf(input),
        input,
        output: procedure._def.output,
      },
    ];
  });
}

/** The fields an input takes; refinements and transformations around the object do not matter here. */
function fieldsOf(schema: z.ZodType | undefined): Record<string, z.ZodType> {
  if (!schema) return {};
  if (schema instanceof z.ZodObject) return schema.shape;
  if (schema instanceof z.ZodPipe) return fieldsOf(schema.in as z.ZodType);
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault)
    return fieldsOf(schema.unwrap() as z.ZodType);
  throw new Error('The input of a REST procedure must be an object: its fields are the parameters.');
}

/** Names inside {braces} of a path. */
export const pathFields = (path: string) => [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string);
