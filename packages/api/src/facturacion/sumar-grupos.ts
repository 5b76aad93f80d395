import type { Grupos } from './liquidar-lote.ts';

/** Groups (use and estrato) added up: over the chunks of a run, or with what was changed by hand after it. */
export function sumarGrupos(partes: readonly { grupos: Grupos }[]): Grupos {
  const grupos: Grupos = {};
  for (const [clave, { suma, n }] of partes.flatMap((parte) => Object.entries(parte.grupos))) {
    const sofar = grupos[clave] ?? { suma: 0, n: 0 };
    grupos[clave] = { suma: sofar.suma + suma, n: sofar.n + n };
  }
  return grupos;
}
