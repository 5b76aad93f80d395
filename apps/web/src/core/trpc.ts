import type { AppRouter } from '@cunservicios/api/router';
import { createTRPCClient, httpBatchLink, httpLink, retryLink, splitLink } from '@trpc/client';
import type { Operation, TRPCLink } from '@trpc/client';
import type { QueryFilters } from '@tanstack/react-query';
import type { inferRouterOutputs } from '@trpc/server';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import { empresa } from './empresa.ts';
import { queryClient } from './query-client.ts';
import { accessToken, dropAccess, mayHaveSession } from './session.ts';

export type Outputs = inferRouterOutputs<AppRouter>;

/** Context of a call: `anonymous` sends no token, `key` is its Idempotency-Key. */
type CallContext = { anonymous?: boolean; key?: string };

async function headersOf(ops: readonly Operation[]) {
  const contexts = ops.map((op) => op.context as CallContext);
  const token = contexts.every(({ anonymous }) => anonymous) ? undefined : await accessToken();
  const key = contexts[0]?.key;
  return {
    'x-tenant-id': empresa(),
    'x-session': 'cookie',
    ...(token && { authorization: `Bearer ${token}` }),
    ...(key && { 'idempotency-key': key }),
  };
}

/**
 * An endless list sends the way it is read as `direction`: the strict inputs of the server know no such field.
 * A mutation without input sends an empty body, which the server cannot read as JSON: `{}` stands for it.
 */
const readable: TRPCLink<AppRouter> =
  () =>
  ({ op, next }) => {
    const fields = Object.entries(op.input ?? {}).filter(([key]) => key !== 'direction');
    const needsInput = op.input !== undefined || op.type === 'mutation';
    return next(needsInput ? { ...op, input: Object.fromEntries(fields) } : op);
  };

const client = createTRPCClient<AppRouter>({
  links: [
    readable,
    // A token that ran out is renewed by the headers of the second try.
    retryLink({
      retry: ({ error, op, attempts }) => {
        const refused = attempts === 1 && error.data?.httpStatus === 401;
        if (!refused || !mayHaveSession() || (op.context as CallContext).anonymous) return false;
        dropAccess();
        return true;
      },
    }),
    splitLink({
      condition: (op) => op.type === 'mutation',
      true: httpLink({ url: '/trpc', headers: ({ op }) => headersOf([op]) }),
      false: httpBatchLink({ url: '/trpc', maxItems: 10, headers: ({ opList }) => headersOf(opList) }),
    }),
  ],
});

export const trpc = createTRPCOptionsProxy<AppRouter>({ client, queryClient });

/** What these name is old: what is on the screen is read again. */
export const refrescar = (...what: QueryFilters[]) =>
  Promise.all(what.map((filter) => queryClient.invalidateQueries(filter)));

/** For calls of somebody without a session, or whose session does not matter. */
export const anonymous = { trpc: { context: { anonymous: true } satisfies CallContext } };
