// Deposits at the banks, written down by staff.
import { hoyDe } from '../core/clock.ts';
import type { WriteContext } from '../core/context.ts';
import { invalid, notFound, refuse } from '../core/errors.ts';
import { readCursor, toPage } from '../core/page.ts';
import { pageOf } from '../core/schema.ts';
import { read, router, write } from '../core/trpc.ts';
import {
  type NewConsignacion,
  insertConsignacion,
  insertConsignaciones,
  selectConsignacion,
  selectConsignaciones,
} from './consignaciones.queries.ts';
import {
  type CreateConsignacion,
  anularConsignacion,
  consignacion,
  consignacionesCargadas,
  createConsignacion,
  cargarConsignaciones,
  listConsignaciones,
} from './consignaciones.schema.ts';
import { leerConsignaciones } from './leer-consignaciones.ts';

const tag = 'Conciliación';
const MIRAN = ['admin', 'facturacion', 'recaudo', 'consulta'] as const;
const missing = (id: number) => notFound('la consignación', id);

const nueva = ({ user }: Pick<WriteContext, 'user'>, { dia, ...datos }: CreateConsignacion): NewConsignacion => ({
  ...datos,
  dia: dia ?? datos.fecha,
  anula_id: null,
  user_id: user?.id ?? null,
});

export const consignacionesRouter = router({
  list: read(...MIRAN)
    .meta({
      rest: {
        method: 'GET',
        path: '/consignaciones',
        tag,
        summary: 'Consignaciones en los bancos, la última anotada primero',
        list: true,
      },
    })
    .input(listConsignaciones)
    .output(pageOf(consignacion))
    .query(async ({ ctx: { t }, input }) => {
      const [after] = readCursor(input, 'number') ?? [];
      return toPage(await selectConsignaciones(t, { ...input, after }), input, ({ id }) => [id]);
    }),

  create: write('admin', 'recaudo')
    .meta({
      idempotent: true,
      rest: {
        method: 'POST',
        path: '/consignaciones',
        tag,
        summary: 'Anotar una consignación',
        description: 'As the statement of the bank says. 409 `duplicado` for the same bank, reference, date and value.',
        status: 201,
        location: () => '/consignaciones',
        example: {
          origen: 'caja',
          banco: '007',
          fecha: '2026-07-01',
          dia: '2026-06-30',
          valor: 1250000,
          referencia: 'C-4471',
        },
      },
    })
    .input(createConsignacion)
    .output(consignacion)
    .mutation(({ ctx, input }) =>
      ctx.tx(async (t) => {
        if (input.fecha > hoyDe(ctx)) invalid('fecha', 'La consignación no puede ser de un día que no ha llegado.');
        const { id } = await insertConsignacion(t, nueva(ctx, input));
        const row = (await selectConsignacion(t, id)) ?? missing(id);
        ctx.audit(`consignaciones/${id}`, { despues: row });
        return row;
      }),
    ),

  anular: write('admin', 'recaudo')
    .meta({
      idempotent: true,
      rest: {
        method: 'POST',
        path: '/consignaciones/{consignacion_id}/anular',
        tag,
        summary: 'Anular una consignación con otra opuesta',
        description: 'Answers the opposite one: nothing is deleted.',
        status: 201,
        location: () => '/consignaciones',
        example: { motivo: 'Se anotó en el banco equivocado' },
      },
    })
    .input(anularConsignacion)
    .output(consignacion)
    .mutation(({ ctx, input: { consignacion_id, motivo } }) =>
      ctx.tx(async (t) => {
        const antes = (await selectConsignacion(t, consignacion_id)) ?? missing(consignacion_id);
        if (antes.anula_id !== null)
          refuse('conflicto', 'Esa fila anula a otra: si la otra estaba bien, anótela de nuevo.');
        const { origen, banco, fecha, dia, valor, referencia } = antes;
        const opuesta = { origen, banco, fecha, dia, valor: -valor, referencia, observaciones: motivo };
        const { id } = await insertConsignacion(t, {
          ...opuesta,
          anula_id: consignacion_id,
          user_id: ctx.user?.id ?? null,
        });
        const row = (await selectConsignacion(t, id)) ?? missing(id);
        ctx.audit(`consignaciones/${consignacion_id}`, { antes, despues: row });
        return row;
      }),
    ),

  cargar: write('admin', 'recaudo')
    .meta({
      rest: {
        method: 'POST',
        path: '/consignaciones/cargar',
        tag,
        summary: 'Cargar consignaciones desde un CSV',
        description:
          'Columns `banco,fecha,valor,referencia` and, where they are there, `dia,origen,observaciones`; up to 5,000 rows. All or none: 422 names lines and columns. Rows that are there already are counted and left.',
        example: { archivo: 'banco;fecha;dia;valor;referencia\n007;2026-07-01;2026-06-30;1250000;C-4472\n' },
      },
    })
    .input(cargarConsignaciones)
    .output(consignacionesCargadas)
    .mutation(async ({ ctx, input: { archivo } }) => {
      const filas = await leerConsignaciones(archivo, hoyDe(ctx));
      return ctx.tx(async (t) => {
        const creadas = await insertConsignaciones(
          t,
          filas.map((fila) => nueva(ctx, fila)),
        );
        const hecho = { leidas: filas.length, creadas, repetidas: filas.length - creadas };
        ctx.audit('consignaciones', { despues: hecho });
        return hecho;
      });
    }),
});
