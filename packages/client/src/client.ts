// createClient: the procedures as functions, over one session.
import { isCunserviciosError } from './errors.ts';
import { exchange } from './exchange.ts';
import type { CallOptions, ClientOptions, Credentials, IdempotentOptions } from './options.ts';
import { type Page, pages } from './pages.ts';
import type { Procedures, Tokens } from './procedures.ts';
import { orAborted, pauseBefore, sleep } from './retry.ts';
import { createSession } from './session.ts';
import { PROCEDURES, PUBLIC } from './table.ts';

export type Client = Procedures & {
  /** Opens a session and keeps it renewed; `credentials` of the client do this by themselves. */
  signIn: (credentials: Credentials, options?: CallOptions) => Promise<Tokens>;
  /** Ends the session on the server; tokens and credentials are forgotten here. */
  signOut: (options?: CallOptions) => Promise<void>;
};

type Kind = 'query' | 'list' | 'mutation' | 'idempotent';
type Call = { name: string; kind: Kind; input: unknown; options?: IdempotentOptions | undefined };

/** A client of one installation: `client.facturas.get({ numero_factura })`. Nothing is sent until the first call. */
export function createClient(options: ClientOptions): Client {
  const { url, tenant, retries = 2, timeout = 30_000, fetch = globalThis.fetch } = options;
  const base = new URL(url).href; // a bad address throws here, not at the first call

  /** Tries until there is an answer, an error that stays, or no try left. `token` is asked before each. */
  const attempts = async (call: Call, token: () => Promise<string | undefined>): Promise<unknown> => {
    const { name, kind, input, options: own = {} } = call;
    const isQuery = kind === 'query' || kind === 'list';
    const key = kind === 'idempotent' ? (own.idempotencyKey ?? newKey()) : undefined;
    const isSafe = isQuery || key !== undefined || SESSION_CALLS.has(name);
    const signals = signalsOf(own);
    let bearer = await orAborted(token(), signals);
    let renewed = false;
    for (let tries = 0; ;) {
      const headers = headersOf({ tenant, bearer, key, ifMatch: own.ifMatch });
      try {
        return await exchange({
          url: base,
          name,
          isQuery,
          input,
          headers,
          fetch,
          timeout: own.timeout ?? timeout,
          signals,
        });
      } catch (error) {
        if (!isCunserviciosError(error)) throw error;
        if (error.code === 'sesion_vencida' && bearer && !renewed) {
          renewed = true; // what was refused for its token did nothing: it may be repeated, whatever it is
          const another = await orAborted(session.renew(bearer), signals);
          if (another === undefined) throw error;
          bearer = another;
          continue;
        }
        const pause = isSafe && tries < (own.retries ?? retries) ? pauseBefore(error, tries) : undefined;
        if (pause === undefined) throw error;
        await sleep(pause, signals);
        tries++;
      }
    }
  };
  const signalsOf = ({ signal }: CallOptions) => [options.signal, signal].filter((one) => one !== undefined);

  // A session is shared by all calls: only the client's own signal ends its opening.
  const unsigned = (name: string) => (input: unknown) =>
    attempts({ name, kind: 'mutation', input }, async () => undefined) as Promise<never>;
  const session = createSession(options, {
    login: unsigned('auth.login'),
    refresh: (refresh_token) => unsigned('auth.refresh')({ refresh_token }),
    logout: (refresh_token) => unsigned('auth.logout')({ refresh_token }),
  });

  const procedure = (name: string, kind: Kind) => {
    const token =
      name.startsWith('auth.') && PUBLIC.includes(name)
        ? async () => undefined // an old token would be refused where none is needed
        : () => session.current(!PUBLIC.includes(name));
    const run = (input: unknown = {}, own?: IdempotentOptions) => attempts({ name, kind, input, options: own }, token);
    if (kind !== 'list') return run;
    const all = (input?: object, own?: CallOptions) =>
      pages((cursor) => run({ ...input, cursor }, own) as Promise<Page<unknown>>);
    return Object.assign(run, { all });
  };

  const procedures = Object.fromEntries(
    Object.entries(PROCEDURES).map(([noun, verbs]) => [
      noun,
      Object.fromEntries(Object.entries(verbs).map(([verb, kind]) => [verb, procedure(`${noun}.${verb}`, kind)])),
    ]),
  ) as unknown as Procedures;

  return {
    ...procedures,
    signIn: (credentials, own = {}) => orAborted(session.signIn(credentials), signalsOf(own)),
    signOut: (own = {}) => orAborted(session.signOut(), signalsOf(own)),
  };
}

/** Opening or closing a session twice does no harm; a refresh token may be repeated for some seconds. */
const SESSION_CALLS = new Set(['auth.login', 'auth.refresh', 'auth.logout']);

type HeaderFacts = {
  tenant: string | undefined;
  bearer: string | undefined;
  key: string | undefined;
  ifMatch: number | undefined;
};

function headersOf({ tenant, bearer, key, ifMatch }: HeaderFacts): Record<string, string> {
  return {
    accept: 'application/json',
    ...(tenant !== undefined && { 'x-tenant-id': tenant }),
    ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
    ...(key !== undefined && { 'idempotency-key': key }),
    ...(ifMatch !== undefined && { 'if-match': `"${ifMatch}"` }),
  };
}

/** Node 18 and pages without https have no randomUUID; a key must be unique, not secret. */
function newKey(): string {
  const random = () => Math.random().toString(36).slice(2);
  return globalThis.crypto?.randomUUID?.() ?? `${Date.now().toString(36)}-${random()}-${random()}`;
}
