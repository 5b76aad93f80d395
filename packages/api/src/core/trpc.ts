// The procedure builders. Access is declared where a procedure is defined: `read('admin', …)`, `write('anyone')`.
import { initTRPC } from '@trpc/server';
import type { Context } from './context.ts';
import { ERRORES, Refusal, refuse, toProblem, toRefusal, toTrpcError } from './errors.ts';
import type { Acceso } from './roles.ts';
import { writer } from './transaction.ts';

/** How a procedure looks over REST; the doors and the OpenAPI document are made from it. */
export type Rest = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Under /api, with {parameters} named as input fields. */
  path: `/${string}`;
  tag: string;
  /** Spanish, one line. */
  summary: string;
  /** English, where a word of the trade needs it. */
  description?: string;
  /** Status of success; 200 unless said. 204 sends no body. `ctx.answer.status` may make it 202. */
  status?: 200 | 201 | 202 | 204;
  /** Other methods and paths that do the same, kept for older clients. */
  also?: { method?: Rest['method']; path?: `/${string}` }[];
  /** Address of what was created or started, from the answer. */
  location?: (output: never) => string;
  /** Answers the bare array of `items`, with Link and X-Total-Count. */
  list?: boolean;
  /** Carries an ETag made of the answer's `version`; writes of the same noun honour If-Match. */
  etag?: boolean;
  /** Fields of the input that a write also takes from the query string. */
  query?: string[];
  /** The body is a file, streamed into the input field `archivo`; the other fields come from the query string. */
  file?: string[];
  /** Also takes application/x-www-form-urlencoded. */
  form?: boolean;
  /** The answer is not JSON: the output is this media type's text. */
  produces?: string;
  /** Example of a request body, used by the document and its test. */
  example?: unknown;
};

export type Meta = {
  acceso?: readonly Acceso[];
  rest?: Rest;
  /** Honours Idempotency-Key. */
  idempotent?: boolean;
};

const t = initTRPC
  .context<Context>()
  .meta<Meta>()
  .create({
    isDev: false,
    errorFormatter: ({ shape, error, ctx }) => {
      const refusal = toRefusal(error);
      // Without a context (a bad token, say) the door has put the request's id on the error.
      const { request_id = '' } = ctx ?? (error as { request_id?: string });
      const problem = toProblem(refusal, request_id);
      return {
        ...shape,
        message: refusal.message,
        data: { ...shape.data, httpStatus: ERRORES[refusal.code][0], problem },
      };
    },
  });

export const router = t.router;
export const createCaller = t.createCallerFactory;

/** One place turns what was thrown into a refusal, and notes what nobody expected. */
const translate = t.middleware(async ({ next, ctx, path, getRawInput }) => {
  if (!storable(await getRawInput())) throw toTrpcError(UNSTORABLE);
  const result = await next();
  if (result.ok) return result;
  const refusal = toRefusal(result.error);
  if (refusal.code === 'error_interno')
    ctx.services.logError(refusal.cause ?? result.error, { request_id: ctx.request_id, path });
  throw toTrpcError(refusal);
});

const UNSTORABLE = new Refusal(
  'validacion',
  'Los datos tienen caracteres que no se pueden guardar (nulos o incompletos).',
);

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

type Roles = [Acceso, ...Acceso[]];

/** A procedure that only reads: it is given `ctx.t`. */
export const read = (...acceso: Roles) =>
  t.procedure
    .meta({ acceso })
    .use(translate)
    .use(({ next, ctx }) => {
      checkAccess(ctx.user, acceso);
      return next({ ctx: { t: ctx.services.tenants.reads(ctx.tenant.id) } });
    });

/** A procedure that changes something: it is given `ctx.t` and `ctx.tx`. */
export const write = (...acceso: Roles) =>
  t.procedure
    .meta({ acceso })
    .use(translate)
    .use(async ({ next, ctx, path, meta, getRawInput }) => {
      checkAccess(ctx.user, acceso);
      const call = { path, idempotent: meta?.idempotent ?? false, rawInput: await getRawInput() };
      return next({ ctx: { t: ctx.services.tenants.reads(ctx.tenant.id), ...writer(ctx, call) } });
    });
