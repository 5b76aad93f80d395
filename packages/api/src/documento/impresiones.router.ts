// Print runs: start one, see them and their files, download these.
import { ArchivoPorPartes, archivoPorPartes } from '../core/archivo.ts';
import { notFound, refuse } from '../core/errors.ts';
import { read, router, write } from '../core/trpc.ts';
import { selectEjecucion, selectImpresiones } from '../ejecuciones/ejecuciones.queries.ts';
import { ejecucion } from '../ejecuciones/ejecuciones.schema.ts';
import { showEjecucion } from '../ejecuciones/show-ejecucion.ts';
import { startEjecucion } from '../ejecuciones/start-ejecucion.ts';
import { readPartes } from '../importar/archivo.ts';
import { findPeriodo } from '../periodos/find-periodo.ts';
import { byCodigo } from '../periodos/periodos.schema.ts';
import type { ParametrosImpresion } from './correr-impresion.ts';
import { byEjecucion, byImpreso, impresiones, impresos, imprimirPeriodo } from './documento.schema.ts';
import { selectImpresos } from './impresos.queries.ts';

const tag = 'Periodos';
const IMPRIMEN = ['admin', 'facturacion'] as const;
const RECIENTES = 20;

export const impresionesRouter = router({
  create: write(...IMPRIMEN)
    .meta({
      rest: {
        method: 'POST',
        path: '/periodos/{codigo}/imprimir',
        tag,
        summary: 'Imprimir las facturas de un periodo, en orden de reparto',
        description:
          'Starts a print run: PDF files of 1,000 bills in walking order (route, place). Follow the `ejecucion`; then list its files. 409 before the period is issued.',
        status: 202,
        query: ['ciclo', 'ruta'],
        location: ({ id }: { id: number }) => `/ejecuciones/${id}`,
        example: { ruta: 'R01' },
      },
    })
    .input(imprimirPeriodo)
    .output(ejecucion)
    .mutation(({ ctx, input: { ruta, ...cual } }) =>
      ctx.tx(async (t) => {
        const { id: periodo_id, codigo: periodo, estado } = await findPeriodo(t, cual);
        if (estado !== 'emitido' && estado !== 'cerrado')
          refuse('periodo_no_abierto', `El periodo ${periodo} no está emitido: todavía no tiene facturas.`);
        const parametros: ParametrosImpresion = { periodo_id, periodo, ...(ruta !== undefined && { ruta }) };
        const started = await startEjecucion(ctx, t, { tipo: 'imprimir', parametros });
        ctx.audit(`periodos/${periodo}`, { despues: { tipo: 'imprimir', ruta, ejecucion_id: started.id } });
        return started;
      }),
    ),

  list: read(...IMPRIMEN)
    .meta({
      rest: {
        method: 'GET',
        path: '/periodos/{codigo}/impresiones',
        tag,
        summary: 'Impresiones de un periodo, de la más reciente a la más antigua',
        description: 'The last 20, running or ended, each with the route it was asked for.',
      },
    })
    .input(byCodigo)
    .output(impresiones)
    .query(async ({ ctx: { t, services }, input }) => {
      const { id } = await findPeriodo(t, input);
      const rows = await selectImpresiones(t, id, RECIENTES);
      return { items: rows.map(({ ruta, ...row }) => ({ ...showEjecucion(row, services), ruta })) };
    }),

  archivos: read(...IMPRIMEN)
    .meta({
      rest: {
        method: 'GET',
        path: '/ejecuciones/{ejecucion_id}/archivos',
        tag: 'Ejecuciones',
        summary: 'Archivos de una impresión, en orden de reparto',
        description: 'Files come one by one: those that are made can be downloaded while the run goes on.',
      },
    })
    .input(byEjecucion)
    .output(impresos)
    .query(async ({ ctx: { t }, input: { ejecucion_id } }) => {
      if (!(await selectEjecucion(t, ejecucion_id))) return notFound('la ejecución', ejecucion_id);
      return { items: await selectImpresos(t, ejecucion_id) };
    }),

  archivo: read(...IMPRIMEN)
    .meta({
      rest: {
        method: 'GET',
        path: '/ejecuciones/{ejecucion_id}/archivos/{lote}',
        tag: 'Ejecuciones',
        summary: 'Descargar un archivo de una impresión (PDF)',
        produces: 'application/pdf',
      },
    })
    .input(byImpreso)
    .output(archivoPorPartes)
    .query(async ({ ctx: { t }, input: { ejecucion_id, lote } }) => {
      const found = (await selectImpresos(t, ejecucion_id)).find((impreso) => impreso.lote === lote);
      if (!found) return notFound('el archivo', `${lote} de la ejecución ${ejecucion_id}`);
      const { archivo_id, nombre } =
        found.archivo_id === null ? refuse('conflicto', 'Ese archivo todavía se está haciendo.') : found;
      return new ArchivoPorPartes(nombre, 'application/pdf', readPartes(t, archivo_id ?? 0));
    }),
});
