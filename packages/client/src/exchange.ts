// One try of one call, in tRPC's HTTP protocol: queries are GET with `?input=`, mutations POST.
import { CunserviciosError, type FieldError } from './errors.ts';
import type { ErrorCode } from './procedures.ts';

export type Exchange = {
  url: string;
  name: string;
  isQuery: boolean;
  input: unknown;
  headers: Record<string, string>;
  fetch: typeof fetch;
  timeout: number;
  signals: readonly AbortSignal[];
};

type Problem = { code: ErrorCode; detail: string; status: number; instance?: string; errors?: FieldError[] };
type Body = { result?: { data?: unknown }; error?: { data?: { problem?: Problem } } } & Partial<Problem>;

/** The answer's data. Throws a CunserviciosError, or the reason of the signal that ended it. */
export async function exchange(call: Exchange): Promise<unknown> {
  const clock = new AbortController();
  const timer = setTimeout(() => clock.abort(), call.timeout);
  const stop = follow(clock, call.signals);
  try {
    const answer = await send(call, clock.signal);
    const text = await answer.text();
    return read(answer, text);
  } catch (error) {
    for (const signal of call.signals) signal.throwIfAborted();
    if (error instanceof CunserviciosError) throw error;
    const detail = clock.signal.aborted
      ? `El servicio no respondió en ${call.timeout} ms.`
      : 'No hay conexión con el servicio. Revise la red y la dirección.';
    throw new CunserviciosError({ code: 'sin_conexion', detail, cause: error });
  } finally {
    clearTimeout(timer);
    stop();
  }
}

function send({ url, name, isQuery, input, headers, fetch }: Exchange, signal: AbortSignal) {
  const address = new URL(`trpc/${name}`, url.endsWith('/') ? url : `${url}/`);
  if (!isQuery) {
    const withType = { ...headers, 'content-type': 'application/json' };
    return fetch(address, { method: 'POST', headers: withType, body: JSON.stringify(input), signal });
  }
  address.searchParams.set('input', JSON.stringify(input));
  return fetch(address, { method: 'GET', headers, signal });
}

function read(answer: Response, text: string): unknown {
  const body = parse(text);
  if (answer.ok && body?.result) return body.result.data;
  const requestId = answer.headers.get('x-request-id') ?? undefined;
  const seconds = Number(answer.headers.get('retry-after') ?? Number.NaN);
  const retryAfter = seconds >= 0 ? seconds : undefined;
  const problem = body?.error?.data?.problem ?? (typeof body?.code === 'string' ? (body as Problem) : undefined);
  if (problem) {
    const { code, detail, status, errors = [], instance = requestId } = problem;
    throw new CunserviciosError({ code, detail, status, errors, requestId: instance, retryAfter });
  }
  throw new CunserviciosError({
    code: 'respuesta_invalida',
    detail: `La respuesta (${answer.status}) no es de Cunservicios. Revise la dirección o el proxy.`,
    status: answer.status,
    requestId,
    retryAfter,
  });
}

function parse(text: string): Body | undefined {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null ? body : undefined;
  } catch {
    return undefined;
  }
}

/** Aborts `clock` when any of the signals is; written out because AbortSignal.any is newer than Node 18. */
function follow(clock: AbortController, signals: readonly AbortSignal[]) {
  const abort = () => clock.abort();
  for (const signal of signals) {
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
  }
  return () => {
    for (const signal of signals) signal.removeEventListener('abort', abort);
  };
}
