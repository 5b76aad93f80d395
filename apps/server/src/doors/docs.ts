// Swagger UI at /docs and ReDoc at /redoc, from the installed packages: no request leaves the machine.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { openApiText } from '../openapi/document.ts';
import { contentPolicy } from './security-headers.ts';
import type { About } from './web.ts';

const compress = promisify(brotliCompress);
const require = createRequire(import.meta.url);
const swagger = (file: string) => join(dirname(require.resolve('swagger-ui-dist/package.json')), file);
const redoc = (file: string) => join(dirname(require.resolve('redoc/package.json')), 'bundles', file);

// Both put style elements into the page; ReDoc also searches in a worker made from a blob.
const STYLED = contentPolicy({
  'style-src': "'self' 'unsafe-inline'",
  'worker-src': "'self' blob:",
  'font-src': "'self' data:",
});

const page = (title: string, head: string, body: string) =>
  `<!doctype html><html lang="es"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
  `<link rel="icon" href="/docs/favicon.png"><title>${title}</title>${head}</head><body>${body}</body></html>`;

const SWAGGER_PAGE = page(
  'API de Cunservicios',
  '<link rel="stylesheet" href="/docs/swagger-ui.css">',
  '<div id="ui"></div><script src="/docs/swagger-ui-bundle.js"></script><script src="/docs/init.js"></script>',
);
const SWAGGER_INIT = `SwaggerUIBundle({ url: '/openapi.json', dom_id: '#ui', deepLinking: true, persistAuthorization: false, validatorUrl: null });`;
const REDOC_PAGE = page(
  'Referencia de la API de Cunservicios',
  '',
  '<div id="ui"></div><script src="/redoc/redoc.standalone.js"></script><script src="/redoc/init.js"></script>',
);
const REDOC_INIT = `Redoc.init('/openapi.json', { hideDownloadButton: false, disableSearch: false }, document.getElementById('ui'));`;

/** Adds /openapi.json and the two pages that show it. */
export async function docsDoor(app: FastifyInstance, { router, about }: { router: object; about: About }) {
  const document = once(async () => compressed(Buffer.from(openApiText(router, about.version))));
  app.get('/openapi.json', async (request, reply) =>
    send(request, reply, 'application/json; charset=utf-8', await document()),
  );

  const asset = (url: string, type: string, path: string, change = (content: Buffer) => content) => {
    const content = once(() => compressed(change(readFileSync(path))));
    app.get(url, async (request, reply) => {
      reply.header('cache-control', 'public, max-age=86400');
      return send(request, reply, type, await content());
    });
  };
  const text = (url: string, type: string, content: string) =>
    app.get(url, (_request, reply) => reply.type(type).header('content-security-policy', STYLED).send(content));

  text('/docs', 'text/html; charset=utf-8', SWAGGER_PAGE);
  text('/docs/init.js', 'text/javascript; charset=utf-8', SWAGGER_INIT);
  asset('/docs/swagger-ui-bundle.js', 'text/javascript; charset=utf-8', swagger('swagger-ui-bundle.js'));
  asset('/docs/swagger-ui.css', 'text/css; charset=utf-8', swagger('swagger-ui.css'));
  asset('/docs/favicon.png', 'image/png', swagger('favicon-32x32.png'));
  text('/redoc', 'text/html; charset=utf-8', REDOC_PAGE);
  text('/redoc/init.js', 'text/javascript; charset=utf-8', REDOC_INIT);
  asset('/redoc/redoc.standalone.js', 'text/javascript; charset=utf-8', redoc('redoc.standalone.js'), ownLogo);
}

/** ReDoc shows its maker's logo from the maker's server. */
const ownLogo = (bundle: Buffer) =>
  Buffer.from(bundle.toString('utf8').replaceAll('https://cdn.redoc.ly/redoc/logo-mini.svg', '/docs/favicon.png'));

type Content = { plain: Buffer; brotli: Buffer };

async function compressed(plain: Buffer): Promise<Content> {
  return { plain, brotli: await compress(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }) };
}

/** Made at the first request, not at the start. */
function once<T>(make: () => Promise<T>) {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}

function send(request: FastifyRequest, reply: FastifyReply, type: string, { plain, brotli }: Content) {
  reply.type(type).header('vary', 'Accept-Encoding');
  if (!/\bbr\b/.test(request.headers['accept-encoding'] ?? '')) return reply.send(plain);
  return reply.header('content-encoding', 'br').send(brotli);
}
