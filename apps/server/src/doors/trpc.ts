// tRPC at /trpc, batched: the same procedures, the same context, the same refusals.
import type { Context } from '@cunservicios/api/core/context';
import { toRefusal, toTrpcError } from '@cunservicios/api/core/errors';
import type { AnyRouter, TRPCError } from '@trpc/server';
import { type FastifyTRPCPluginOptions, fastifyTRPCPlugin } from '@trpc/server/adapters/fastify';
import type { FastifyInstance } from 'fastify';
import type { LogError } from '../services.ts';
import { type Door, contextOf } from './context.ts';
import { isSecure, refreshCookie } from './cookie.ts';
import { headersOf, noteFault } from './problem.ts';

const MOST_CALLS = 10;

/** Whether the cookie of a context's answer may travel over https only. */
const secure = new WeakMap<Context, boolean>();

/** Adds /trpc for every procedure of the router. */
export async function trpcDoor(
  app: FastifyInstance,
  { door, router, logError }: { door: Door; router: AnyRouter; logError: LogError },
) {
  await app.register(fastifyTRPCPlugin, {
    prefix: '/trpc',
    trpcOptions: {
      router,
      maxBatchSize: MOST_CALLS,
      createContext: async ({ req, res, info }) => {
        try {
          const ctx = await contextOf(door, req, res, { calls: Math.max(1, info.calls.length) });
          secure.set(ctx, isSecure(door, req));
          return ctx;
        } catch (error) {
          throw Object.assign(toTrpcError(toRefusal(error)), { request_id: req.id });
        }
      },
      responseMeta: ({ ctx, errors }) => ({ headers: responseHeaders(ctx as Context | undefined, errors) }),
      onError: ({ error, req }) => {
        const refusal = toRefusal(error);
        noteFault(refusal, error.cause === refusal, error, req, logError);
      },
    },
  } satisfies FastifyTRPCPluginOptions<AnyRouter>);
}

function responseHeaders(ctx: Context | undefined, errors: TRPCError[]) {
  const headers = new Headers();
  for (const error of errors)
    for (const [name, value] of Object.entries(headersOf(toRefusal(error)))) headers.set(name, value);
  const cookie = ctx?.answer.refresh_cookie;
  if (ctx && cookie !== undefined) headers.set('set-cookie', refreshCookie(cookie, secure.get(ctx) ?? true));
  if (ctx?.answer.replayed) headers.set('idempotent-replayed', 'true');
  return headers;
}
