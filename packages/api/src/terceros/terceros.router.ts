// Somebody whose money is billed with the utility's: aseo, a fund.
import { z } from 'zod';
import { defined } from '../core/defined.ts';
import { notFound } from '../core/errors.ts';
import { readCursor, toPage } from '../core/page.ts';
import { STAFF } from '../core/roles.ts';
import { pageOf } from '../core/schema.ts';
import { checkVersion } from '../core/transaction.ts';
import { read, router, write } from '../core/trpc.ts';
import { findPeriodo } from '../periodos/find-periodo.ts';
import { byCodigo } from '../periodos/periodos.schema.ts';
import {
  deleteTercero,
  insertTercero,
  lockTercero,
  selectFacturadoTerceros,
  selectTercero,
  selectTerceros,
  setTercero,
} from './terceros.queries.ts';
import {
  byTercero,
  createTercero,
  facturadoTercero,
  listTerceros,
  tercero as terceroSchema,
  updateTercero,
} from './terceros.schema.ts';

const tag = 'Terceros';
const missing = (codigo: string) => notFound('el tercero', codigo);

export const tercerosRouter = router({
  list: read(...STAFF)
    .meta({
      rest: { method: 'GET', path: '/terceros', tag, summary: 'Terceros que facturan con la empresa', list: true },
    })
    .input(listTerceros)
    .output(pageOf(terceroSchema))
    .query(async ({ ctx: { t }, input }) => {
      const [after] = readCursor(input, 'string') ?? [];
      return toPage(await selectTerceros(t, { ...input, after }), input, ({ codigo }) => [codigo]);
    }),

  get: read(...STAFF)
    .meta({ rest: { method: 'GET', path: '/terceros/{tercero}', tag, summary: 'Un tercero', etag: true } })
    .input(byTercero)
    .output(terceroSchema)
    .query(async ({ ctx: { t }, input: { tercero } }) => (await selectTercero(t, tercero)) ?? missing(tercero)),

  create: write('admin', 'facturacion')
    .meta({
      rest: {
        method: 'POST',
        path: '/terceros',
        tag,
        summary: 'Crear un tercero',
        description: 'Somebody whose lines are billed with those of the utility, with a subtotal of their own.',
        status: 201,
        location: ({ codigo }: { codigo: string }) => `/terceros/${codigo}`,
        example: { codigo: 'aseo', nombre: 'Aseo del Oriente E.S.P.', nit: '900123818' },
      },
    })
    .input(createTercero)
    .output(terceroSchema)
    .mutation(({ ctx, input }) =>
      ctx.tx(async (t) => {
        const created = await insertTercero(t, input);
        ctx.audit(`terceros/${created.codigo}`, { despues: created });
        return created;
      }),
    ),

  update: write('admin', 'facturacion')
    .meta({
      rest: {
        method: 'PATCH',
        path: '/terceros/{tercero}',
        tag,
        summary: 'Cambiar un tercero',
        etag: true,
        example: { nombre: 'Aseo del Oriente S.A. E.S.P.' },
      },
    })
    .input(updateTercero)
    .output(terceroSchema)
    .mutation(({ ctx, input: { tercero, ...change } }) =>
      ctx.tx(async (t) => {
        const antes = (await lockTercero(t, tercero)) ?? missing(tercero);
        checkVersion(ctx, antes.version);
        const despues = await setTercero(t, antes.id, defined(change));
        ctx.audit(`terceros/${tercero}`, { antes, despues });
        return despues;
      }),
    ),

  delete: write('admin', 'facturacion')
    .meta({
      rest: {
        method: 'DELETE',
        path: '/terceros/{tercero}',
        tag,
        summary: 'Eliminar un tercero sin cargos',
        description: '409 once something was charged for it.',
        status: 204,
        etag: true,
      },
    })
    .input(byTercero)
    .mutation(({ ctx, input: { tercero } }) =>
      ctx.tx(async (t) => {
        const antes = (await lockTercero(t, tercero)) ?? missing(tercero);
        checkVersion(ctx, antes.version);
        await deleteTercero(t, antes.id);
        ctx.audit(`terceros/${tercero}`, { antes });
      }),
    ),

  facturado: read(...STAFF)
    .meta({
      rest: {
        method: 'GET',
        path: '/terceros/facturado/{codigo}',
        tag,
        summary: 'Dinero de terceros facturado en un periodo',
        description:
          'Sum of the subtotals of each third party on the bills of a period, and what their notes moved of it.',
      },
    })
    .input(byCodigo)
    .output(z.array(facturadoTercero))
    .query(async ({ ctx: { t }, input }) => selectFacturadoTerceros(t, (await findPeriodo(t, input)).id)),
});
