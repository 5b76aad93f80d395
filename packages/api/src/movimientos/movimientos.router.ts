import { formatPesos } from '@cunservicios/domain/pesos';
import { explicarSaldo } from '@cunservicios/domain/recaudo/explicar-saldo';
import { cuentaVisible } from '../clientes/cuenta-visible.ts';
import { hoyDe } from '../core/clock.ts';
import { notFound, refuse } from '../core/errors.ts';
import { readCursor, toPage } from '../core/page.ts';
import { STAFF } from '../core/roles.ts';
import { pageOf } from '../core/schema.ts';
import { read, router } from '../core/trpc.ts';
import { numeroDeRecibo } from '../pagos/numero-recibo.ts';
import { selectMovimientos } from './movimientos.queries.ts';
import { byCuenta, listMovimientos, movimiento, saldoExplicado } from './movimientos.schema.ts';
import { selectSaldo } from './saldo.queries.ts';

const ULTIMOS_PAGOS = 5;
const conRecibo = <T extends { recibo: number }>(row: T) => ({ ...row, recibo: numeroDeRecibo(row.recibo) });

export const movimientosRouter = router({
  list: read(...STAFF, 'ciudadano')
    .meta({
      rest: {
        method: 'GET',
        path: '/movimientos',
        tag: 'Pagos',
        summary: 'Movimientos de una cuenta',
        description:
          'The ledger of one account, newest first, with what caused each entry and the balance after it. Its balance is the sum.',
        list: true,
      },
    })
    .input(listMovimientos)
    .output(pageOf(movimiento))
    .query(async ({ ctx, input }) => {
      const [after] = readCursor(input, 'number') ?? [];
      const cliente_id = await cuentaVisible(ctx, input.numero_cuenta);
      const rows = await selectMovimientos(ctx.t, { ...input, cliente_id, after });
      const items = rows.map((row) => ({ ...row, recibo: row.recibo === null ? null : numeroDeRecibo(row.recibo) }));
      return toPage(items, input, ({ id }) => [id]);
    }),

  saldo: read(...STAFF, 'ciudadano')
    .meta({
      rest: {
        method: 'GET',
        path: '/clientes/{numero_cuenta}/saldo',
        tag: 'Pagos',
        summary: 'Por qué el saldo de una cuenta es el que es',
        description:
          'Bill by bill, what is under claim, agreements that no bill carries yet, what is in favour and where it came from. 409 `no_cuadra` when the books do not add up.',
      },
    })
    .input(byCuenta)
    .output(saldoExplicado)
    .query(async ({ ctx, input: { numero_cuenta } }) => {
      const cliente_id = await cuentaVisible(ctx, numero_cuenta);
      const cuenta = (await selectSaldo(ctx.t, cliente_id, ULTIMOS_PAGOS)) ?? notFound('la cuenta', numero_cuenta);
      const { diferencia, ...explicado } = explicarSaldo({
        ...cuenta,
        hoy: hoyDe(ctx),
        anticipos: cuenta.anticipos.map(conRecibo),
        pagos: cuenta.pagos.map(conRecibo),
      });
      if (diferencia !== 0)
        refuse(
          'no_cuadra',
          `El saldo de la cuenta ${numero_cuenta} no cuadra por ${formatPesos(diferencia)}. Ejecute «cunservicios verify».`,
        );
      return { numero_cuenta, saldo: cuenta.saldo, ...explicado };
    }),
});
