// What every door hands to a procedure: who calls, for which tenant, and the headers that matter.
import type { Context, Services } from '@cunservicios/api/core/context';
import { identify } from '@cunservicios/api/core/identity';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Limits } from '../limits/limits.ts';
import { checkOrigin, readRefreshCookie } from './cookie.ts';
import { badHeader } from './problem.ts';

export type Door = {
  services: Services;
  limits: Limits;
  /** Origins of other pages that may call us. */
  corsOrigins: readonly string[];
  /** Cookies travel over https only, whatever the request came by. */
  secureCookies: boolean;
};

const VISIBLE_ASCII = /^[\x21-\x7e]{1,255}$/;

/**
 * The context of one request, which carries so many calls; `tenant` is the one its address names, where no header does.
 * Throws the refusals of rate limits, tenant, token, headers and origin.
 */
export async function contextOf(
  door: Door,
  request: FastifyRequest,
  reply: FastifyReply,
  { calls = 1, tenant: named }: { calls?: number; tenant?: string | undefined } = {},
): Promise<Context> {
  const { services, limits } = door;
  const { headers } = request;
  limits.enter(request, reply, calls);
  const refresh_cookie = readRefreshCookie(headers.cookie);
  if (refresh_cookie !== undefined) checkOrigin(request, [services.publicUrl, ...door.corsOrigins]);
  const { tenant, user } = await identify(services, {
    tenantHeader: single(headers['x-tenant-id']) ?? named,
    authorization: headers.authorization,
  });
  reply.header('x-tenant-id', tenant.id);
  limits.known(reply, { tenant: tenant.id, user: user?.id, ip: request.ip, calls });
  return {
    services,
    tenant,
    user,
    ip: request.ip,
    request_id: request.id,
    idempotency_key: idempotencyKey(single(headers['idempotency-key'])),
    if_match: headers['if-match'],
    wants_cookie: headers['x-session'] === 'cookie',
    refresh_cookie,
    answer: {},
  };
}

const single = (value: string | string[] | undefined) => (Array.isArray(value) ? value.join(', ') : value);

function idempotencyKey(value: string | undefined) {
  if (value === undefined || VISIBLE_ASCII.test(value)) return value;
  throw badHeader('Idempotency-Key debe tener de 1 a 255 caracteres visibles (ASCII, sin espacios).');
}
