// The procedure builders. Access is declared where a procedure is defined: `read('admin', …)`, `write('anyone')`.
import { initTRPC } from '@trpc/server';
import { call } from './call.ts';
import type { Context, ReadContext, WriteContext } from './context.ts';
import { ERRORES, toProblem, toRefusal } from './errors.ts';
import type { Acceso } from './roles.ts';

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
  /** Address of what was created or started (201, 202), from the answer. */
  location?: (output: never) => string;
  /** Answers the bare array of `items`, with Link and X-Total-Count. */
  list?: boolean;
  /** Carries an ETag made of the answer's `version`; writes of the same noun honour If-Match. */
  etag?: boolean;
  /** Fields of the input that a write also takes from the query string. */
  query?: string[];
  /** The body is a file, streamed into the input field `archivo`; the other fields come from the query string. */
  file?: string[];
  /** Field of the path that names the tenant where no header does: a caller that cannot send one. */
  tenant?: string;
  /** Also takes application/x-www-form-urlencoded. */
  form?: boolean;
  /** The answer is not JSON but of this media type, or one of these: the output is its text, or an `Archivo`. */
  produces?: string | readonly string[];
  /** Example of a request body, used by the document and its test. */
  example?: unknown;
};

export type Meta = {
  acceso?: readonly Acceso[];
  rest?: Rest;
  /** Honours Idempotency-Key. */
  idempotent?: boolean;
};

/** A root of tRPC whose resolvers are given a context of type C, which `call` makes. */
const root = <C extends Context>() =>
  initTRPC
    .context<C>()
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

type Roles = [Acceso, ...Acceso[]];

const t = root<Context>();
const reading = root<ReadContext>().procedure;
const writing = root<WriteContext>().procedure;

export const router = t.router;
export const createCaller = t.createCallerFactory;

/** A procedure that only reads: it is given `ctx.t`. */
export const read = (...acceso: Roles) =>
  reading.meta({ acceso }).experimental_caller(call) as unknown as typeof reading;

/** A procedure that changes something: it is given `ctx.t` and `ctx.tx`. */
export const write = (...acceso: Roles) =>
  writing.meta({ acceso }).experimental_caller(call) as unknown as typeof writing;
