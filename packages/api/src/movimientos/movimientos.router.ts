import { selectClienteId } from '../clientes/clientes.queries.ts';
import { notFound } from '../core/errors.ts';
import { visibleClientes } from '../core/identity.ts';
import { readCursor, toPage } from '../core/page.ts';
import { STAFF } from '../core/roles.ts';
import { pageOf } from '../core/schema.ts';
import { read, router } from '../core/trpc.ts';
import { selectMovimientos } from './movimientos.queries.ts';
import { listMovimientos, movimiento } from './movimientos.schema.ts';

export const movimientosRouter = router({
  list: read(...STAFF, 'ciudadano')
    .meta({
      rest: {
        method: 'GET',
        path: '/movimientos',
        tag: 'Pagos',
        summary: 'Movimientos de una cuenta',
        description: 'The ledger of one account, newest first: its balance is the sum.',
        list: true,
      },
    })
    .input(listMovimientos)
    .output(pageOf(movimiento))
    .query(async ({ ctx, input }) => {
      const [after] = readCursor(input, 'number') ?? [];
      const [cliente, visible] = await Promise.all([selectClienteId(ctx.t, input.numero_cuenta), visibleClientes(ctx)]);
      if (!cliente || (visible && !visible.includes(cliente.id))) return notFound('la cuenta', input.numero_cuenta);
      return toPage(await selectMovimientos(ctx.t, { ...input, cliente_id: cliente.id, after }), input, ({ id }) => [
        id,
      ]);
    }),
});
