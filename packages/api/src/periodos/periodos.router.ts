import { selectCicloId } from '../ciclos/ciclos.queries.ts';
import { invalid, notFound, refuse } from '../core/errors.ts';
import { readCursor, toPage } from '../core/page.ts';
import { STAFF } from '../core/roles.ts';
import { pageOf } from '../core/schema.ts';
import { read, router, write } from '../core/trpc.ts';
import { ejecucion } from '../ejecuciones/ejecuciones.schema.ts';
import { findPeriodo } from './find-periodo.ts';
import { insertPeriodo, lockPeriodo, selectPeriodos, selectPersonas, setPeriodoEstado } from './periodos.queries.ts';
import { countPrefacturas, selectAdvertencias, selectPrefacturas, selectResumen } from './prefacturas.queries.ts';
import {
  byCodigo,
  createPeriodo,
  listPeriodos,
  listPrefacturas,
  periodo,
  prefactura,
  resumen,
} from './periodos.schema.ts';
import { showPeriodo, showPeriodos } from './show-periodo.ts';
import { startRun } from './start-run.ts';

const tag = 'Periodos';
const ejecucionLocation = ({ id }: { id: number }) => `/ejecuciones/${id}`;

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
      return { ...page, items: await showPeriodos(ctx.t, ctx.services, page.items) };
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
    .query(async ({ ctx, input }) => showPeriodo(ctx.t, ctx.services, (await findPeriodo(ctx.t, input)).id)),

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
        ctx.audit(`periodos/${facts.codigo}`, { despues: facts });
        return showPeriodo(t, ctx.services, id);
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

  cerrar: write('admin', 'facturacion')
    .meta({
      rest: {
        method: 'POST',
        path: '/periodos/{codigo}/cerrar',
        tag,
        summary: 'Cerrar un periodo emitido',
        description: 'Nothing more is done in a closed period. 409 unless it is issued.',
        query: ['ciclo'],
      },
    })
    .input(byCodigo)
    .output(periodo)
    .mutation(({ ctx, input }) =>
      ctx.tx(async (t) => {
        const { id, codigo } = await findPeriodo(t, input);
        const { estado } = (await lockPeriodo(t, id)) ?? notFound('el periodo', codigo);
        if (estado !== 'emitido') refuse('periodo_no_abierto', `El periodo ${codigo} no está emitido.`);
        await setPeriodoEstado(t, id, 'cerrado');
        ctx.audit(`periodos/${codigo}`, { despues: { estado: 'cerrado' } });
        return showPeriodo(t, ctx.services, id);
      }),
    ),

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
      const after = readCursor(input, 'number', 'number');
      const { id } = await findPeriodo(t, input);
      const rows = await selectPrefacturas(t, id, { ...input, after });
      return toPage(
        rows,
        input,
        ({ variacion, cliente_id }) => [variacion, cliente_id],
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
    .query(async ({ ctx: { t, tenant }, input }) => {
      const { id, codigo, liquidado_por, aprobado_por } = await findPeriodo(t, input);
      const [rows, por_advertencia, apartadas, personas] = await Promise.all([
        selectResumen(t, id),
        selectAdvertencias(t, id),
        countPrefacturas(t, id, { estado: 'apartada' }),
        selectPersonas(t, [liquidado_por ?? 0, aprobado_por ?? 0]),
      ]);
      const persona = (user_id: number | null) => personas.find((each) => each.id === user_id) ?? null;
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
        aprobacion: {
          exigida: tenant.ajustes.exige_aprobacion,
          liquido: persona(liquidado_por),
          aprobo: persona(aprobado_por),
        },
      };
    }),
});
