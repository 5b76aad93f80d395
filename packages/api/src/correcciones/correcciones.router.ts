import type { TenantTx } from '@cunservicios/db/tenant';
import { hoyDe } from '../core/clock.ts';
import type { ReadContext, WriteContext } from '../core/context.ts';
import { notFound, refuse } from '../core/errors.ts';
import { readCursor, toPage } from '../core/page.ts';
import { STAFF } from '../core/roles.ts';
import { pageOf } from '../core/schema.ts';
import { insertEvento } from '../core/transaction.queries.ts';
import { read, router, write } from '../core/trpc.ts';
import { causaDe, restablecerServicio } from '../ordenes/restablecer-servicio.ts';
import { aplicarPlan, planSeguro, resultadoDe } from './aplicar.ts';
import {
  insertCorreccion,
  lockCorreccion,
  selectCorreccion,
  selectCorrecciones,
  setCorreccion,
  type CorreccionRow,
} from './correcciones.queries.ts';
import {
  approveCorreccion,
  byId,
  correccion,
  createCorreccion,
  listCorrecciones,
  rejectCorreccion,
  undoCorreccion,
  vista,
  vistaPrevia,
  type Cambio,
} from './correcciones.schema.ts';
import { type Plan, huellaDe, pesosMovidos, vistaDe } from './plan.ts';
import { planearDeshacer } from './planear-deshacer.ts';
import { planear } from './planear.ts';

const tag = 'Notas y correcciones';
const missing = (correccion_id: number) => notFound('la corrección', correccion_id);
const find = async (t: ReadContext['t'], correccion_id: number) =>
  (await selectCorreccion(t, correccion_id)) ?? missing(correccion_id);

const contexto = (ctx: ReadContext, t: ReadContext['t'], sustento: string | null) => ({
  t,
  sustento,
  hoy: hoyDe(ctx),
  user_id: ctx.user?.id ?? null,
});

const example = {
  tipo: 'titular',
  numero_cuenta: '05440-0001',
  desde: '2026-01-01',
  nombre: 'Ana Gómez',
  tipo_documento: 'CC',
  documento: '43123456',
};

export const correccionesRouter = router({
  list: read(...STAFF)
    .meta({
      rest: {
        method: 'GET',
        path: '/correcciones',
        tag,
        summary: 'Correcciones, de la más reciente a la más antigua',
        list: true,
      },
    })
    .input(listCorrecciones)
    .output(pageOf(correccion))
    .query(async ({ ctx: { t }, input }) => {
      const [after] = readCursor(input, 'number') ?? [];
      return toPage(await selectCorrecciones(t, { ...input, after }), input, ({ id }) => [id]);
    }),

  get: read(...STAFF)
    .meta({ rest: { method: 'GET', path: '/correcciones/{correccion_id}', tag, summary: 'Una corrección' } })
    .input(byId)
    .output(correccion)
    .query(({ ctx: { t }, input: { correccion_id } }) => find(t, correccion_id)),

  preview: read('admin', 'facturacion')
    .meta({
      rest: {
        method: 'POST',
        path: '/correcciones/previa',
        tag,
        summary: 'Ver lo que haría una corrección',
        description:
          'Every bill that the change touches, before and after by line, the difference in pesos and m³, and its note. Debits later than five months after their bill are left out (Ley 142 art. 150). Changes nothing.',
        example: { cambio: example },
      },
    })
    .input(vistaPrevia)
    .output(vista)
    .query(async ({ ctx, input: { cambio, sustento = null } }) =>
      vistaDe(await planear(contexto(ctx, ctx.t, sustento), cambio), ctx.tenant.ajustes.limite_nota),
    ),

  create: write('admin', 'facturacion')
    .meta({
      idempotent: true,
      rest: {
        method: 'POST',
        path: '/correcciones',
        tag,
        summary: 'Aplicar una corrección que se vio antes',
        description:
          'With the `huella` of its preview: the notes of all bills, the reading, the account, the consumption it goes on from, in one transaction. 409 when the books moved since. Above `ajustes.limite_nota` it waits for a second person.',
        status: 201,
        location: (created: { id: number }) => `/correcciones/${created.id}`,
        example: { cambio: example, motivo: 'Venta del predio, escritura 1234', huella: '0'.repeat(64) },
      },
    })
    .input(createCorreccion)
    .output(correccion)
    .mutation(({ ctx, input: { cambio, motivo, sustento = null, huella } }) =>
      ctx.tx(async (t) => {
        const replan = () => planear(contexto(ctx, t, sustento), cambio);
        return registrar(ctx, t, await replan(), { cambio, motivo, sustento, huella, deshace_id: null }, replan);
      }),
    ),

  undo: write('admin', 'facturacion')
    .meta({
      idempotent: true,
      rest: {
        method: 'POST',
        path: '/correcciones/{correccion_id}/deshacer',
        tag,
        summary: 'Deshacer una corrección',
        description:
          'The exact opposite notes, and bills, account and consumption as they stood. 409 when something later stands on it: a bill, another correction, money given back.',
        status: 201,
        location: (created: { id: number }) => `/correcciones/${created.id}`,
        example: { motivo: 'Se corrigió la cuenta equivocada' },
      },
    })
    .input(undoCorreccion)
    .output(correccion)
    .mutation(({ ctx, input: { correccion_id, motivo } }) =>
      ctx.tx(async (t) => {
        await lockCorreccion(t, correccion_id);
        const replan = async () => planearDeshacer(contexto(ctx, t, null), await find(t, correccion_id));
        const plan = await replan();
        const facts = { cambio: { deshace: correccion_id }, motivo, sustento: null, deshace_id: correccion_id };
        return registrar(ctx, t, plan, { ...facts, huella: huellaDe(plan) }, replan);
      }),
    ),

  approve: write('admin', 'facturacion')
    .meta({
      rest: {
        method: 'POST',
        path: '/correcciones/{correccion_id}/aprobar',
        tag,
        summary: 'Aprobar una corrección que espera',
        description: 'Applies it as it was seen. 409 for who asked for it, or when the books moved since.',
        example: { observacion: 'Revisada con el acta de la visita' },
      },
    })
    .input(approveCorreccion)
    .output(correccion)
    .mutation(({ ctx, input: { correccion_id, observacion } }) =>
      ctx.tx(async (t) => {
        const pending = await lockPendiente(ctx, t, correccion_id);
        const { cliente_id, huella, motivo, sustento, deshace_id } = pending;
        const plan = await planSeguro(t, cliente_id, huella, async () =>
          deshace_id === null
            ? planear(contexto(ctx, t, sustento), pending.cambio as unknown as Cambio)
            : planearDeshacer(contexto(ctx, t, null), await find(t, deshace_id)),
        );
        await setCorreccion(t, correccion_id, { ...resuelta(ctx, observacion), estado: 'aplicada' }, resultadoDe(plan));
        await aplicarPlan(t, plan, correccion_id, { ...hechos(ctx, plan, deshace_id), motivo, sustento });
        await restablecerServicio(t, cliente_id, causaDe(ctx, `Corrección ${correccion_id}`));
        return show(ctx, t, correccion_id);
      }),
    ),

  reject: write('admin', 'facturacion')
    .meta({
      rest: {
        method: 'POST',
        path: '/correcciones/{correccion_id}/rechazar',
        tag,
        summary: 'Rechazar una corrección que espera',
        description: 'Nothing of it is done. 409 for who asked for it.',
        example: { observacion: 'La lectura era la correcta' },
      },
    })
    .input(rejectCorreccion)
    .output(correccion)
    .mutation(({ ctx, input: { correccion_id, observacion } }) =>
      ctx.tx(async (t) => {
        await lockPendiente(ctx, t, correccion_id);
        await setCorreccion(t, correccion_id, { ...resuelta(ctx, observacion), estado: 'rechazada' });
        return show(ctx, t, correccion_id);
      }),
    ),
});

type Facts = {
  cambio: object;
  motivo: string;
  sustento: string | null;
  huella: string;
  deshace_id: number | null;
};

/** Writes a correction down: applied at once within the limit of one person, else waiting for a second one. */
async function registrar(ctx: WriteContext, t: TenantTx, seen: Plan, facts: Facts, replan: () => Promise<Plan>) {
  const { tipo, cliente_id } = seen;
  const row = { ...facts, tipo, cliente_id, user_id: ctx.user?.id ?? null };
  const plan = await planSeguro(t, cliente_id, facts.huella, replan);
  const waits = pesosMovidos(plan) > ctx.tenant.ajustes.limite_nota;
  const { id } = await insertCorreccion(t, row, waits ? 'pendiente' : 'aplicada', resultadoDe(plan));
  if (waits) await insertEvento(t, 'correccion.por_aprobar', { correccion_id: id });
  else {
    await aplicarPlan(t, plan, id, { ...hechos(ctx, plan, facts.deshace_id), ...facts });
    await restablecerServicio(t, cliente_id, causaDe(ctx, `Corrección ${id}`));
  }
  return show(ctx, t, id);
}

const hechos = (ctx: WriteContext, { tipo }: Plan, deshace_id: number | null) => ({
  hoy: hoyDe(ctx),
  user_id: ctx.user?.id ?? null,
  origen: deshace_id !== null ? ('reversion' as const) : tipo === 'desviacion' ? tipo : ('correccion' as const),
});

async function lockPendiente(ctx: WriteContext, t: TenantTx, correccion_id: number): Promise<CorreccionRow> {
  await lockCorreccion(t, correccion_id);
  const found = await find(t, correccion_id);
  if (found.estado !== 'pendiente') refuse('correccion_resuelta', `La corrección ya está ${found.estado}.`);
  if (found.user_id === (ctx.user?.id ?? null))
    refuse('misma_persona', 'Quien pidió la corrección no la resuelve: pídalo a otra persona.');
  return found;
}

const resuelta = (ctx: WriteContext, observacion: string | undefined) => ({
  resuelta_por: ctx.user?.id ?? null,
  resuelta_en: ctx.services.clock.now().toISOString(),
  observacion: observacion ?? null,
});

async function show(ctx: WriteContext, t: TenantTx, correccion_id: number) {
  const row = await find(t, correccion_id);
  ctx.audit(`correcciones/${correccion_id}`, { despues: row });
  return row;
}
