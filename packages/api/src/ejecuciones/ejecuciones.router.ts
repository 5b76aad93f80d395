import { stringify } from 'csv-stringify/sync';
import { z } from 'zod';
import { notFound } from '../core/errors.ts';
import { readCursor, toPage } from '../core/page.ts';
import { STAFF } from '../core/roles.ts';
import { pageOf } from '../core/schema.ts';
import { read, router } from '../core/trpc.ts';
import { sinFormula } from '../planilla/planilla.ts';
import { selectEjecucion, selectEjecuciones, selectRechazos } from './ejecuciones.queries.ts';
import { byId, ejecucion, listEjecuciones } from './ejecuciones.schema.ts';
import { showEjecucion } from './show-ejecucion.ts';

const tag = 'Ejecuciones';
const missing = (id: number) => notFound('la ejecución', id);
const MOST_REJECTED = 100_000;

export const ejecucionesRouter = router({
  list: read(...STAFF)
    .meta({
      rest: {
        method: 'GET',
        path: '/ejecuciones',
        tag,
        summary: 'Trabajos largos: corridas e importaciones',
        list: true,
      },
    })
    .input(listEjecuciones)
    .output(pageOf(ejecucion))
    .query(async ({ ctx, input }) => {
      const [after] = readCursor(input, 'number') ?? [];
      const rows = await selectEjecuciones(ctx.t, { ...input, after });
      return toPage(
        rows.map((row) => showEjecucion(row, ctx.services)),
        input,
        ({ id }) => [id],
      );
    }),

  get: read(...STAFF)
    .meta({ rest: { method: 'GET', path: '/ejecuciones/{ejecucion_id}', tag, summary: 'Avance de un trabajo largo' } })
    .input(byId)
    .output(ejecucion)
    .query(async ({ ctx, input: { ejecucion_id } }) =>
      showEjecucion((await selectEjecucion(ctx.t, ejecucion_id)) ?? missing(ejecucion_id), ctx.services),
    ),

  rechazos: read(...STAFF)
    .meta({
      rest: {
        method: 'GET',
        path: '/ejecuciones/{ejecucion_id}/rechazos',
        tag,
        summary: 'Filas rechazadas de una importación (CSV)',
        description:
          'The rejected rows of an import as a CSV: line, column, reason and the row as it came. At most 100,000.',
        produces: 'text/csv',
      },
    })
    .input(byId)
    .output(z.string())
    .query(async ({ ctx, input: { ejecucion_id } }) => {
      if (!(await selectEjecucion(ctx.t, ejecucion_id))) return missing(ejecucion_id);
      const rows = await selectRechazos(ctx.t, ejecucion_id, { limit: MOST_REJECTED });
      return stringify(rows, {
        header: true,
        columns: ['linea', 'columna', 'mensaje', 'fila'],
        cast: { string: (texto) => sinFormula(texto) },
      });
    }),
});
