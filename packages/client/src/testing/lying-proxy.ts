// Between client and server: does with each request what the plan says, then passes on the rest.
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** `lose`: the server does its work and the answer is cut off. `cut`: it never arrives. `hang`: no answer at all. */
export type Lie = 'pass' | 'lose' | 'cut' | 'hang' | { status: number; retryAfter?: number };

export type Seen = { path: string; method: string; headers: IncomingMessage['headers'] };

/** Headers of one connection, which the next one has of its own. */
const OWN_HEADERS = new Set(['host', 'connection', 'content-length']);

/** Starts the proxy in front of `target`. */
export async function startLyingProxy(target: string) {
  const seen: Seen[] = [];
  let plan: Lie[] = [];
  const server = createServer((request, response) => {
    seen.push({ path: request.url ?? '', method: request.method ?? '', headers: request.headers });
    follow(plan.shift() ?? 'pass', target, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    /** What happens to the next requests. */
    lie: (...next: Lie[]) => {
      plan = next;
      seen.length = 0;
    },
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

async function follow(lie: Lie, target: string, request: IncomingMessage, response: ServerResponse) {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  if (lie === 'hang') return;
  if (lie === 'cut') {
    response.destroy();
    return;
  }
  if (typeof lie === 'object') {
    const headers = lie.retryAfter === undefined ? {} : { 'retry-after': String(lie.retryAfter) };
    response.writeHead(lie.status, headers).end('<html>no</html>');
    return;
  }
  const passedOn = Object.entries(request.headers).filter(([name]) => !OWN_HEADERS.has(name));
  const answer = await fetch(target + request.url, {
    method: request.method ?? 'GET',
    headers: Object.fromEntries(passedOn) as Record<string, string>,
    ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
  });
  const body = await answer.text();
  if (lie === 'lose') {
    response.destroy();
    return;
  }
  const kept = ['content-type', 'retry-after', 'x-request-id'].flatMap((name) => {
    const value = answer.headers.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  response.writeHead(answer.status, Object.fromEntries(kept)).end(body);
}
