// The few calls that are not tRPC: files up and down.
import { empresa } from './empresa.ts';
import { readProblem } from './problem.ts';
import { accessToken, dropAccess } from './session.ts';

type Init = Omit<RequestInit, 'headers'> & { headers?: Record<string, string> };

/** A call of /api with the session; throws the server's problem. */
export async function callApi(path: string, init: Init = {}): Promise<Response> {
  const send = async () => {
    const token = await accessToken();
    return fetch(`/api${path}`, {
      ...init,
      headers: { ...init.headers, 'x-tenant-id': empresa(), ...(token && { authorization: `Bearer ${token}` }) },
    });
  };
  let response = await send();
  if (response.status === 401) {
    dropAccess();
    response = await send();
  }
  if (response.ok) return response;
  throw Object.assign(new Error('Refused'), readProblem(await response.json().catch(() => null)));
}
