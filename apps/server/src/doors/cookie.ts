// The refresh token of a browser: in a cookie that scripts cannot read and other sites cannot send.
import { Refusal } from '@cunservicios/api/core/errors';
import type { FastifyRequest } from 'fastify';

const NAME = 'cunservicios_refresh';
const VALUE = /^[\w.~+/=-]{1,300}$/;
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The refresh token a browser sent along, if any. */
export function readRefreshCookie(header: string | undefined): string | undefined {
  if (!header?.includes(NAME)) return undefined;
  const found = header.split(';').find((part) => part.trim().startsWith(`${NAME}=`));
  const value = found?.slice(found.indexOf('=') + 1).trim();
  return value && VALUE.test(value) ? value : undefined;
}

/** Whether the cookie may travel over https only: always in production, else when the request came by it. */
export const isSecure = ({ secureCookies }: { secureCookies: boolean }, { protocol }: FastifyRequest) =>
  secureCookies || protocol === 'https';

/** The header that sets the cookie, or with null takes it away. */
export function refreshCookie(cookie: { value: string; maxAge: number } | null, secure: boolean): string {
  const { value, maxAge } = cookie ?? { value: '', maxAge: 0 };
  return `${NAME}=${value}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`;
}

/** 403 when another site's page makes the browser write with our cookie. */
export function checkOrigin(request: FastifyRequest, allowed: readonly string[]) {
  if (SAFE.has(request.method)) return;
  const { origin, 'sec-fetch-site': site } = request.headers;
  if (origin === undefined && site !== 'cross-site') return; // not a browser, or one that names no origin
  if (origin !== undefined && (allowed.includes(origin) || origin === `${request.protocol}://${request.host}`)) return;
  throw new Refusal('sin_permiso', 'Esta petición viene de otra página. Ábrala desde el sitio de la empresa.');
}
