// Rows of collection files, and the desk of those that wait for a person.
import { POR_RESOLVER } from '@cunservicios/domain/recaudo/listas';
import { medioDeCanal } from '@cunservicios/domain/recaudo/recaudo-de-banco';
import type { TenantTx } from '@cunservicios/db/tenant';
import type { WriteContext } from '../core/context.ts';
import { notFound, refuse } from '../core/errors.ts';
import { readCursor, toPage } from '../core/page.ts';
import { STAFF } from '../core/roles.ts';
import { pageOf } from '../core/schema.ts';
import { read, router, write } from '../core/trpc.ts';
import { selectFactura } from '../facturas/facturas.queries.ts';
import { numeroDeRecibo } from '../pagos/numero-recibo.ts';
import { registrarPagos } from '../pagos/registrar-pagos.ts';
import { registroDe } from '../pagos/registro.ts';
import { referenciaDe } from './aplicar-archivo.ts';
import { asignarRecaudo, byRecaudo, descartarRecaudo, listRecaudos, recaudo } from './archivos-recaudo.schema.ts';
import { type RecaudoRow, lockRecaudo, selectRecaudo, selectRecaudos, setResuelto } from './recaudos.queries.ts';

const tag = 'Archivos de recaudo';
const missing = (id: number) => notFound('la fila de recaudo', id);
const toRecaudo = (row: RecaudoRow) => ({
  ...row,
  medio: medioDeCanal(row.canal),
  recibo: row.recibo === null ? null : numeroDeRecibo(row.recibo),
});

export const recaudosRouter = router({
  list: read(...STAFF)
    .meta({
      rest: {
        method: 'GET',
        path: '/recaudos',
        tag,
        summary: 'Filas de los archivos de recaudo',
        description: 'In the order in which they came in; `por_resolver` leaves those that wait for a person.',
        list: true,
      },
    })
    .input(listRecaudos)
    .output(pageOf(recaudo))
    .query(async ({ ctx: { t }, input }) => {
      const [after] = readCursor(input, 'number') ?? [];
      return toPage((await selectRecaudos(t, { ...input, after })).map(toRecaudo), input, ({ id, linea }) => [
        input.archivo_recaudo_id ? linea : id,
      ]);
    }),

  get: read(...STAFF)
    .meta({
      rest: { method: 'GET', path: '/recaudos/{recaudo_id}', tag, summary: 'Una fila de un archivo de recaudo' },
    })
    .input(byRecaudo)
    .output(recaudo)
    .query(async ({ ctx: { t }, input: { recaudo_id } }) =>
      toRecaudo((await selectRecaudo(t, recaudo_id)) ?? missing(recaudo_id)),
    ),

  asignar: write('admin', 'recaudo')
    .meta({
      idempotent: true,
      rest: {
        method: 'POST',
        path: '/recaudos/{recaudo_id}/asignar',
        tag,
        summary: 'Decir de quién es el dinero de una fila, y pagarlo',
        description:
          'Books the whole pesos of a row that was not identified, is a duplicate or has cents as a payment of that bill or account. 409 for a row that is resolved, or whose file was not applied.',
        example: { numero_cuenta: '05440-0001', observacion: 'El usuario trajo el comprobante' },
      },
    })
    .input(asignarRecaudo)
    .output(recaudo)
    .mutation(({ ctx, input: { recaudo_id, numero_factura, numero_cuenta = '', observacion } }) =>
      ctx.tx(async (t) => {
        const antes = await porResolver(t, recaudo_id);
        if (antes.valor === 0) refuse('conflicto', 'La fila no trae dinero: descártela.');
        const destino = numero_factura === undefined ? { numero_cuenta } : { facturas: [{ numero_factura }] };
        const { valor, fecha: fecha_pago, canal } = antes;
        const pago = { valor, medio: medioDeCanal(canal), referencia: referenciaDe(antes), fecha_pago, destino };
        // A payment booked by hand with the reference of this row is in the way: this one is told from it.
        const referencia = antes.motivo === 'pago_registrado' ? `${pago.referencia}-${antes.id}` : pago.referencia;
        const [hecho = missing(recaudo_id)] = await registrarPagos(
          t,
          [{ ...pago, referencia, observaciones: observacion }],
          registroDe(ctx, 'archivo'),
        );
        const factura = numero_factura === undefined ? undefined : await selectFactura(t, numero_factura);
        const { cliente_id, pago_id } = hecho;
        await setResuelto(t, recaudo_id, {
          ...resuelta(ctx, observacion),
          estado: 'aplicado',
          resolucion: 'asignado',
          cliente_id,
          factura_id: factura?.id ?? null,
          pago_id,
        });
        return audited(ctx, t, antes);
      }),
    ),

  descartar: write('admin', 'recaudo')
    .meta({
      rest: {
        method: 'POST',
        path: '/recaudos/{recaudo_id}/descartar',
        tag,
        summary: 'Descartar una fila: no es dinero por aplicar',
        description: 'Books nothing; the row stays with its reason. 409 for a row that is resolved.',
        example: { observacion: 'El banco repitió la fila en su segundo archivo' },
      },
    })
    .input(descartarRecaudo)
    .output(recaudo)
    .mutation(({ ctx, input: { recaudo_id, observacion } }) =>
      ctx.tx(async (t) => {
        const antes = await porResolver(t, recaudo_id);
        await setResuelto(t, recaudo_id, {
          ...resuelta(ctx, observacion),
          estado: 'descartado',
          resolucion: 'descartado',
        });
        return audited(ctx, t, antes);
      }),
    ),
});

/** A row that waits for a person, held. */
async function porResolver(t: TenantTx, recaudo_id: number) {
  const row = (await lockRecaudo(t, recaudo_id)) ?? missing(recaudo_id);
  if (!(POR_RESOLVER as readonly string[]).includes(row.estado))
    refuse('solo_filas_nuevas', `La fila ya está resuelta: ${row.estado.replace('_', ' ')}.`);
  if (row.estado_archivo !== 'aplicado' && row.estado_archivo !== 'aplicando')
    refuse('conflicto', 'Aplique primero el archivo: sus filas se resuelven después.');
  return row;
}

const resuelta = (ctx: WriteContext, observacion: string) => ({
  observacion,
  resuelto_por: ctx.user?.id ?? null,
  resuelto_en: ctx.services.clock.now().toISOString(),
});

async function audited(ctx: WriteContext, t: TenantTx, antes: RecaudoRow) {
  const despues = toRecaudo((await selectRecaudo(t, antes.id)) ?? missing(antes.id));
  ctx.audit(`recaudos/${antes.id}`, { antes: toRecaudo(antes), despues });
  return despues;
}
