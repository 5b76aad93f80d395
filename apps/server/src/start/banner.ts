// What the operator reads when everything is up.
import type { Settings } from '../env.ts';
import type { FirstStart } from './first-start.ts';
import { localUrl, say } from './start.ts';

/** Prints where the program is and, at the first start, how to sign in. */
export function banner(settings: Settings, port: number, first: FirstStart | undefined) {
  const url = localUrl(settings, port);
  const lines = [
    `Cunservicios está listo en ${url} (${Math.round(performance.now())} ms)`,
    `  Documentación de la API: ${url}/docs`,
  ];
  if (first?.password)
    lines.push(
      `  Primer ingreso: ${first.email}`,
      `  Contraseña:     ${first.password}`,
      '  Guárdela: no se vuelve a mostrar. Cámbiela después de entrar.',
    );
  else if (first) lines.push(`  Primer ingreso: ${first.email}, con la contraseña de ADMIN_PASSWORD`);
  say(lines.join('\n'));
}
