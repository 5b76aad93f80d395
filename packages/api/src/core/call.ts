// How a procedure runs, on every door: may this caller, is the input sound, do it, is the answer what was promised.
// One plain function: tRPC's chain of middlewares did the same for three times the CPU, and awaited zod, whose
// compiled validators work only without waiting.
import type { z } from 'zod';
import type { Context, ReadContext, WriteContext } from './context.ts';
import { Refusal, brokenAnswer, refuse, toRefusal, toTrpcError } from './errors.ts';
import type { Acceso } from './roles.ts';
import { writer } from './transaction.ts';

/** What a procedure's definition (`_def`) says of it. */
type Definition = {
  type: 'query' | 'mutation';
  meta: { acceso: readonly Acceso[]; idempotent?: boolean };
  inputs: z.ZodType[];
  output?: z.ZodType;
  resolver: (options: { ctx: ReadContext | WriteContext; input: unknown }) => unknown;
};

/** What a door gives. */
type Call = { ctx: Context; path: string; getRawInput: () => Promise<unknown> };

/** Runs one call of a procedure. It throws a TRPCError around a Refusal, whatever went wrong. */
export async function call({ args, _def }: { args: unknown[]; _def: object }): Promise<unknown> {
  const { type, meta, inputs, output, resolver } = _def as Definition;
  const { ctx, path, getRawInput } = args[0] as Call;
  // Not asked for where nothing is taken: an empty body is no JSON, and tRPC clients send one.
  const rawInput = inputs.length > 0 ? await getRawInput() : undefined;
  try {
    if (!storable(rawInput)) throw unstorable();
    checkAccess(ctx.user, meta.acceso);
    const input = inputs[0]?.parse(rawInput);
    const t = ctx.services.tenants.reads(ctx.tenant.id);
    const writes = { path, idempotent: meta.idempotent ?? false, rawInput };
    const given = type === 'query' ? { ...ctx, t } : { ...ctx, t, ...writer(ctx, writes) };
    const answer = await resolver({ ctx: given, input });
    return output ? promised(output, answer) : answer;
  } catch (thrown) {
    const refusal = toRefusal(thrown);
    if (refusal.code === 'error_interno')
      ctx.services.logError(refusal.cause ?? thrown, { request_id: ctx.request_id, path });
    throw toTrpcError(refusal);
  }
}

/** The fields that the schema names and no others: a column that was read by chance does not leave. */
function promised(schema: z.ZodType, answer: unknown) {
  const { success, data, error } = schema.safeParse(answer);
  if (!success) throw brokenAnswer(error);
  return data;
}

const unstorable = () =>
  new Refusal('validacion', 'Los datos tienen caracteres que no se pueden guardar (nulos o incompletos).');

/** False when some text has a NUL or a lone surrogate: PostgreSQL keeps neither. */
function storable(value: unknown, depth = 0): boolean {
  if (typeof value === 'string') return !value.includes('\0') && value.isWellFormed();
  if (typeof value !== 'object' || value === null) return true;
  if (depth > 20) return false;
  if (Array.isArray(value)) return value.every((item) => storable(item, depth + 1));
  if (Object.getPrototypeOf(value) !== Object.prototype) return true;
  for (const key in value)
    if (!storable(key) || !storable((value as Record<string, unknown>)[key], depth + 1)) return false;
  return true;
}

function checkAccess(user: Context['user'], acceso: readonly Acceso[]) {
  if (acceso.includes('anyone')) return;
  if (!user) refuse('sin_sesion', 'Inicie sesión para continuar.');
  if (acceso.includes('signed_in') || user.roles.some((rol) => acceso.includes(rol))) return;
  refuse('sin_permiso', `Su usuario no tiene permiso para esto. Lo puede hacer: ${acceso.join(', ')}.`);
}
