// What browsers may do with our pages: nothing from elsewhere, nothing inside a frame, no script in a page's text.
import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

const NOTHING = ["'none'"];
const OWN = ["'self'"];

/** The policy of the web app; `more` loosens single directives for a page that needs it. */
export const policy = (more: Record<string, string[]> = {}) => ({
  useDefaults: false,
  directives: {
    defaultSrc: OWN,
    scriptSrc: OWN,
    styleSrc: OWN,
    imgSrc: [...OWN, 'data:'],
    connectSrc: OWN,
    workerSrc: OWN,
    manifestSrc: OWN,
    objectSrc: NOTHING,
    baseUri: NOTHING,
    formAction: OWN,
    frameAncestors: NOTHING,
    ...more,
  },
});

/** Puts the security headers on every answer, and forbids keeping those of the API. */
export async function useSecurityHeaders(app: FastifyInstance, { https }: { https: boolean }) {
  await app.register(helmet, {
    contentSecurityPolicy: policy(),
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'same-origin' },
    hsts: https ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    crossOriginResourcePolicy: { policy: 'same-origin' },
  });
  app.addHook('onRequest', async ({ url }, reply) => {
    reply.header('permissions-policy', 'camera=(self), geolocation=(self), microphone=()');
    if (url.startsWith('/api') || url.startsWith('/trpc')) reply.header('cache-control', 'no-store');
  });
}
