import { readCursor, toPage } from '../core/page.ts';
import { STAFF } from '../core/roles.ts';
import { pageOf } from '../core/schema.ts';
import { read, router } from '../core/trpc.ts';
import { selectPagos } from './pagos.queries.ts';
import { listPagos, pago } from './pagos.schema.ts';

export const pagosRouter = router({
  list: read(...STAFF)
    .meta({
      rest: {
        method: 'GET',
        path: '/pagos',
        tag: 'Pagos',
        summary: 'Pagos, del más reciente al más antiguo',
        list: true,
      },
    })
    .input(listPagos)
    .output(pageOf(pago))
    .query(async ({ ctx: { t }, input }) => {
      const [after] = readCursor(input, 'number') ?? [];
      return toPage(await selectPagos(t, { ...input, after }), input, ({ id }) => [id]);
    }),
});
