// docs/reference/errores.md: every refusal, from the table that makes them.
import { ERRORES } from '@cunservicios/api/core/errors';

/** The table of refusals. */
export const generate = async () => [{ path: 'docs/reference/errores.md', text: errorsPage() }];

function errorsPage() {
  return [
    '# Errores',
    '',
    '<!-- Made by `npm run generate` from packages/api/src/core/errors.ts. -->',
    '',
    'Toda negativa llega como `application/problem+json` (RFC 9457): `type`, `title`, `status`, `detail` (una frase para la',
    'persona), `instance` (número de la petición), `code` (estable, para los programas) y, con 422, `errors` con cada campo.',
    'Por tRPC el mismo objeto está en `error.data.problem`.',
    '',
    '| code | status | título |',
    '| --- | --- | --- |',
    ...Object.entries(ERRORES).map(([code, [status, title]]) => `| \`${code}\` | ${status} | ${title} |`),
    '',
  ].join('\n');
}
