// docs/reference/operaciones.md: every operation and who may call it.
import type { Acceso } from '@cunservicios/api/core/roles';
import { ROLES } from '@cunservicios/api/core/roles';
import { appRouter } from '@cunservicios/api/router';
import { type Operation, operationsOf } from '../doors/operations.ts';

/** The table of operations and roles. */
export const generate = async () => [{ path: 'docs/reference/operaciones.md', text: operationsPage() }];

function operationsPage() {
  const operations = operationsOf(appRouter);
  const header = ['operación', 'REST', 'qué hace', ...ROLES];
  return [
    '# Operaciones y roles',
    '',
    '<!-- Made by `npm run generate` from packages/api/src/router.ts. -->',
    '',
    'Cada operación con su dirección REST y los roles que la pueden usar. ● la puede usar; ○ la puede usar cualquiera,',
    'también sin iniciar sesión. Un ciudadano solo ve lo que pertenece a las cuentas vinculadas a su usuario, y lo de otra',
    'empresa no existe para nadie. Por tRPC el nombre de la operación es el de la primera columna.',
    '',
    `| ${header.join(' | ')} |`,
    `| ${header.map((_, i) => (i < 3 ? '---' : ':-:')).join(' | ')} |`,
    ...operations.map((operation) => `| ${row(operation).join(' | ')} |`),
    '',
  ].join('\n');
}

function row({ name, rest, faces, meta }: Operation) {
  const addresses = faces.map(({ method, path }) => `\`${method} /api${path}\``).join('<br>');
  return [`\`${name}\``, addresses, rest.summary, ...ROLES.map((rol) => mark(meta.acceso ?? [], rol))];
}

function mark(acceso: readonly Acceso[], rol: Acceso) {
  if (acceso.includes('anyone')) return '○';
  return acceso.includes('signed_in') || acceso.includes(rol) ? '●' : '';
}
