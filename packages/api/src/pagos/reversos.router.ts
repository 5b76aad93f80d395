import type { TenantTx } from '@cunservicios/db/tenant';
import { formatPesos } from '@cunservicios/domain/pesos';
import { hoyDe } from '../core/clock.ts';
import type { WriteContext } from '../core/context.ts';
import { notFound, refuse } from '../core/errors.ts';
import { readCursor, toPage } from '../core/page.ts';
import { STAFF } from '../core/roles.ts';
import { pageOf } from '../core/schema.ts';
import { insertEvento } from '../core/transaction.queries.ts';
import { read, router, write } from '../core/trpc.ts';
import { numeroDeRecibo } from './numero-recibo.ts';
import { selectPagoFacts } from './pagos.queries.ts';
import {
  aprobarReverso,
  listReversos,
  rechazarReverso,
  reversarPago as reversarInput,
  reverso,
} from './pagos.schema.ts';
import { reversarPago } from './reversar-pago.ts';
import { insertReverso, lockReverso, selectReverso, selectReversos, setReverso } from './reversos.queries.ts';

const tag = 'Pagos';
const missing = (reverso_id: number) => notFound('el reverso', reverso_id);
const toReverso = <R extends { recibo: number }>(row: R) => ({ ...row, recibo: numeroDeRecibo(row.recibo) });
const show = async (t: TenantTx, id: number) => toReverso((await selectReverso(t, id)) ?? missing(id));

export const reversosRouter = router({
  list: read(...STAFF)
    .meta({
      rest: {
        method: 'GET',
        path: '/reversos',
        tag,
        summary: 'Reversos de pagos, del más reciente al más antiguo',
        description: 'With `estado=pendiente`, those that wait for a second person.',
        list: true,
      },
    })
    .input(listReversos)
    .output(pageOf(reverso))
    .query(async ({ ctx: { t }, input }) => {
      const [after] = readCursor(input, 'number') ?? [];
      return toPage((await selectReversos(t, { ...input, after })).map(toReverso), input, ({ id }) => [id]);
    }),

  create: write('admin', 'recaudo')
    .meta({
      idempotent: true,
      rest: {
        method: 'POST',
        path: '/pagos/{pago_id}/reversar',
        tag,
        summary: 'Deshacer un pago',
        description:
          'A new document that takes back exactly what the payment did, also what its advance paid later. Up to `ajustes.limite_reverso` at once; above it waits for a second person. 409 `duplicado` when it was undone already.',
        status: 201,
        example: { causa: 'cheque_devuelto', motivo: 'El banco devolvió el cheque sin fondos' },
      },
    })
    .input(reversarInput)
    .output(reverso)
    .mutation(({ ctx, input: { pago_id, causa, motivo } }) =>
      ctx.tx(async (t) => {
        const pago = (await selectPagoFacts(t, pago_id)) ?? notFound('el pago', pago_id);
        const fecha = hoyDe(ctx);
        const facts = { pago_id, causa, motivo, user_id: ctx.user?.id ?? null };
        const id =
          pago.valor <= ctx.tenant.ajustes.limite_reverso
            ? await reversarPago(t, pago, {
                fecha,
                write: async (numero) => (await insertReverso(t, { ...facts, estado: 'aplicado', numero, fecha })).id,
              })
            : await esperar(t, facts, pago.valor);
        const created = await show(t, id);
        ctx.audit(`pagos/${pago_id}`, { despues: created });
        return created;
      }),
    ),

  approve: write('admin', 'recaudo')
    .meta({
      idempotent: true,
      rest: {
        method: 'POST',
        path: '/reversos/{reverso_id}/aprobar',
        tag,
        summary: 'Aprobar un reverso que espera',
        description: 'Applies it: number, ledger entries, balances. 409 for who asked for it.',
        example: { observacion: 'Revisado con el extracto del banco' },
      },
    })
    .input(aprobarReverso)
    .output(reverso)
    .mutation(({ ctx, input: { reverso_id, observacion = null } }) =>
      ctx.tx(async (t) => {
        const { pago_id } = await lockPendiente(ctx, t, reverso_id);
        const pago = (await selectPagoFacts(t, pago_id)) ?? notFound('el pago', pago_id);
        const fecha = hoyDe(ctx);
        await reversarPago(t, pago, {
          fecha,
          write: async (numero) => {
            await setReverso(t, reverso_id, { ...resuelto(ctx), observacion, estado: 'aplicado', numero, fecha });
            return reverso_id;
          },
        });
        const approved = await show(t, reverso_id);
        ctx.audit(`pagos/${pago_id}`, { despues: approved });
        return approved;
      }),
    ),

  reject: write('admin', 'recaudo')
    .meta({
      rest: {
        method: 'POST',
        path: '/reversos/{reverso_id}/rechazar',
        tag,
        summary: 'Rechazar un reverso que espera',
        description: 'The payment stands as it was. 409 for who asked for it.',
        example: { observacion: 'El banco sí pagó el cheque' },
      },
    })
    .input(rechazarReverso)
    .output(reverso)
    .mutation(({ ctx, input: { reverso_id, observacion } }) =>
      ctx.tx(async (t) => {
        await lockPendiente(ctx, t, reverso_id);
        await setReverso(t, reverso_id, {
          ...resuelto(ctx),
          observacion,
          estado: 'rechazado',
          numero: null,
          fecha: null,
        });
        const rejected = await show(t, reverso_id);
        ctx.audit(`pagos/${rejected.pago_id}`, { despues: rejected });
        return rejected;
      }),
    ),
});

async function esperar(
  t: TenantTx,
  facts: Pick<Parameters<typeof insertReverso>[1], 'pago_id' | 'causa' | 'motivo' | 'user_id'>,
  valor: number,
) {
  const { id } = await insertReverso(t, { ...facts, estado: 'pendiente', numero: null, fecha: null });
  await insertEvento(t, 'reverso.por_aprobar', { reverso_id: id, pago_id: facts.pago_id, valor });
  return id;
}

/** An undoing that waits, held for a second person. */
async function lockPendiente(ctx: WriteContext, t: TenantTx, reverso_id: number) {
  const found = (await lockReverso(t, reverso_id)) ?? missing(reverso_id);
  if (found.estado !== 'pendiente') refuse('reverso_resuelto', `El reverso ya está ${found.estado}.`);
  if (found.user_id === (ctx.user?.id ?? null))
    refuse(
      'misma_persona',
      `El pago es de más de ${formatPesos(ctx.tenant.ajustes.limite_reverso)}: otra persona decide si se deshace.`,
    );
  return found;
}

const resuelto = (ctx: WriteContext) => ({
  resuelto_por: ctx.user?.id ?? null,
  resuelto_en: ctx.services.clock.now().toISOString(),
});
