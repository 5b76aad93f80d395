import type { TenantDb } from '@cunservicios/db/tenant';
import { selectLotes } from '../ejecuciones/ejecuciones.queries.ts';
import type { Grupos, ResultadoLote } from './liquidar-lote.ts';

/** What the chunks of the first phase of a run left: it knows no more than the database, so it can be taken up again. */
export async function resultadosPrimeraFase(t: TenantDb, ejecucion_id: number) {
  const lotes = await selectLotes(t, ejecucion_id);
  return lotes
    .filter(({ fase }) => fase === 1)
    .map(({ desde, hasta, resultado }) => ({ desde, hasta, ...(resultado as ResultadoLote) }));
}

/** The average of each group (use and estrato) over all the chunks of a run. */
export function sumarGrupos(medidos: Pick<ResultadoLote, 'grupos'>[]): Grupos {
  const grupos: Grupos = {};
  for (const [clave, { suma, n }] of medidos.flatMap((lote) => Object.entries(lote.grupos))) {
    const sofar = grupos[clave] ?? { suma: 0, n: 0 };
    grupos[clave] = { suma: sofar.suma + suma, n: sofar.n + n };
  }
  return grupos;
}
