import type { TenantDb } from '@cunservicios/db/tenant';
import { selectCicloId } from '../ciclos/ciclos.queries.ts';
import type { Services } from '../core/context.ts';
import { invalid, notFound } from '../core/errors.ts';
import { readCursor, toPage } from '../core/page.ts';
import { STAFF } from '../core/roles.ts';
import { pageOf } from '../core/schema.ts';
import { read, router, write } from '../core/trpc.ts';
import { ejecucion } from '../ejecuciones/ejecuciones.schema.ts';
import { selectLastOfPeriodos } from '../ejecuciones/ejecuciones.queries.ts';
import { showEjecucion } from '../ejecuciones/show-ejecucion.ts';
import { findPeriodo } from './find-periodo.ts';
import {
  countPrefacturas,
  insertPeriodo,
  selectAdvertencias,
  selectPeriodoById,
  selectPeriodos,
  selectPrefacturas,
  selectResumen,
  type PeriodoConCiclo,
} from './periodos.queries.ts';
import {
  byCodigo,
  createPeriodo,
  listPeriodos,
  listPrefacturas,
  periodo,
  prefactura,
  resumen,
} from './periodos.schema.ts';
import { startRun } from './start-run.ts';

const tag = 'Periodos';
const ejecucionLocation = ({ id }: { id: number }) => `/ejecuciones/${id}`;

/** Periods as every door shows them: with their totals and their last run. */
async function show(t: TenantDb, services: Services, rows: PeriodoConCiclo[]) {
  const ids = rows.map(({ id }) => id);
  const runs = await selectLastOfPeriodos(t, ids);
  return rows.map((row) => {
    const run = runs.find(({ periodo_id }) => periodo_id === row.id);
    return { ...row, ejecucion: run ? showEjecucion(run, services) : null };
  });
}

export const periodosRouter = router({
  list: read(...STAFF)
    .meta({
      rest: {
        method: 'GET',
        path: '/periodos',
        tag,
        summary: 'Periodos de facturación, del más reciente al más antiguo',
        list: true,
      },
    })
    .input(listPeriodos)
    .output(pageOf(periodo))
    .query(async ({ ctx, input }) => {
      const after = readCursor(input, 'string', 'number');
      const page = toPage(await selectPeriodos(ctx.t, { ...input, after }), input, ({ desde, id }) => [desde, id]);
      return { ...page, items: await show(ctx.t, ctx.services, page.items) };
    }),

  get: read(...STAFF)
    .meta({
      rest: {
        method: 'GET',
        path: '/periodos/{codigo}',
        tag,
        summary: 'Un periodo con sus totales y su última corrida',
        etag: true,
      },
    })
    .input(byCodigo)
    .output(periodo)
    .query(async ({ ctx, input }) => {
      const [shown] = await show(ctx.t, ctx.services, [await findPeriodo(ctx.t, input)]);
      return shown ?? notFound('el periodo', input.codigo);
    }),

  create: write('admin', 'facturacion')
    .meta({
      rest: {
        method: 'POST',
        path: '/periodos',
        tag,
        summary: 'Abrir un periodo',
        status: 201,
        location: ({ codigo, ciclo }: { codigo: string; ciclo: string }) => `/periodos/${codigo}?ciclo=${ciclo}`,
        example: {
          ciclo: '1',
          codigo: '2030-01',
          desde: '2030-01-01',
          hasta: '2030-01-31',
          fecha_emision: '2030-02-01',
          fecha_vencimiento: '2030-02-16',
        },
      },
    })
    .input(createPeriodo)
    .output(periodo)
    .mutation(({ ctx, input: { ciclo, ...facts } }) =>
      ctx.tx(async (t) => {
        const { id: ciclo_id } = (await selectCicloId(t, ciclo)) ?? invalid('ciclo', `No existe el ciclo ${ciclo}.`);
        const { id } = await insertPeriodo(t, { ...facts, ciclo_id });
        const [created] = await show(t, ctx.services, [
          (await selectPeriodoById(t, id)) ?? notFound('el periodo', facts.codigo),
        ]);
        ctx.audit(`periodos/${facts.codigo}`, { despues: facts });
        return created ?? notFound('el periodo', facts.codigo);
      }),
    ),

  liquidar: write('admin', 'facturacion')
    .meta({
      rest: {
        method: 'POST',
        path: '/periodos/{codigo}/liquidar',
        tag,
        summary: 'Liquidar un periodo',
        description:
          'Starts the billing run of a period: makes its prefacturas, again if they were there. Follow the `ejecucion`.',
        status: 202,
        query: ['ciclo'],
        location: ejecucionLocation,
      },
    })
    .input(byCodigo)
    .output(ejecucion)
    .mutation(({ ctx, input }) => startRun(ctx, 'liquidar', input)),

  emitir: write('admin', 'facturacion')
    .meta({
      rest: {
        method: 'POST',
        path: '/periodos/{codigo}/emitir',
        tag,
        summary: 'Emitir las facturas de un periodo',
        description:
          'Issues the bills of a liquidated period: gap-free numbers, ledger entries, events. It cannot be undone.',
        status: 202,
        query: ['ciclo'],
        location: ejecucionLocation,
      },
    })
    .input(byCodigo)
    .output(ejecucion)
    .mutation(({ ctx, input }) => startRun(ctx, 'emitir', input)),

  prefacturas: read('admin', 'facturacion', 'atencion', 'consulta')
    .meta({
      rest: {
        method: 'GET',
        path: '/periodos/{codigo}/prefacturas',
        tag,
        summary: 'Prefacturas de un periodo con sus advertencias',
        description: 'The result of the billing run, to be reviewed before issue.',
        list: true,
      },
    })
    .input(listPrefacturas)
    .output(pageOf(prefactura))
    .query(async ({ ctx: { t }, input }) => {
      const [after] = readCursor(input, 'number') ?? [];
      const { id } = await findPeriodo(t, input);
      const rows = await selectPrefacturas(t, id, { ...input, after });
      return toPage(
        rows,
        input,
        ({ cliente_id }) => [cliente_id],
        input.count ? await countPrefacturas(t, id, input) : undefined,
      );
    }),

  resumen: read('admin', 'facturacion', 'atencion', 'consulta')
    .meta({
      rest: {
        method: 'GET',
        path: '/periodos/{codigo}/resumen',
        tag,
        summary: 'Totales de un periodo',
        description: 'A period in figures: by method, use, estrato and warning.',
      },
    })
    .input(byCodigo)
    .output(resumen)
    .query(async ({ ctx: { t }, input }) => {
      const { id, codigo } = await findPeriodo(t, input);
      const [rows, por_advertencia, apartadas] = await Promise.all([
        selectResumen(t, id),
        selectAdvertencias(t, id),
        countPrefacturas(t, id, { estado: 'apartada' }),
      ]);
      const along = (dimension: string) => rows.filter((row) => row.dimension === dimension);
      const { cuentas = 0, consumo_m3 = 0, valor_total = 0 } = along('total')[0] ?? {};
      return {
        codigo,
        cuentas,
        consumo_m3,
        valor_total,
        apartadas,
        por_advertencia,
        por_metodo: along('metodo'),
        por_uso: along('uso'),
        por_estrato: along('estrato').filter(({ clave }) => clave !== ''),
      };
    }),
});
