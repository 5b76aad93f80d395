import { exigirDevolucionPosible, lineasDeNota, tipoDeNota, valorDe } from '@cunservicios/domain/cartera/nota';
import { formatPesos } from '@cunservicios/domain/pesos';
import type { TenantTx } from '@cunservicios/db/tenant';
import { hoyDe } from '../core/clock.ts';
import type { WriteContext } from '../core/context.ts';
import { invalid, notFound, refuse } from '../core/errors.ts';
import { visibleClientes } from '../core/identity.ts';
import { readCursor, toPage } from '../core/page.ts';
import { STAFF } from '../core/roles.ts';
import { pageOf } from '../core/schema.ts';
import { read, router, write } from '../core/trpc.ts';
import { insertEvento } from '../core/transaction.queries.ts';
import { causaDe, restablecerServicio } from '../ordenes/restablecer-servicio.ts';
import { asentarNota, emitirNota, exigirEnPlazo } from './emitir-nota.ts';
import { insertNota, lockFacturaConNotas, lockNota, selectNota, selectNotas, setNota } from './notas.queries.ts';
import { approveNota, byId, createNota, listNotas, nota, rejectNota } from './notas.schema.ts';

const tag = 'Notas y correcciones';
const missing = (nota_id: number) => notFound('la nota', nota_id);
const show = async (t: TenantTx, nota_id: number) => (await selectNota(t, nota_id)) ?? missing(nota_id);

export const notasRouter = router({
  list: read(...STAFF)
    .meta({
      rest: {
        method: 'GET',
        path: '/notas',
        tag,
        summary: 'Notas crédito y débito, de la más reciente a la más antigua',
        description: 'With `estado=pendiente`, those that wait for a second person.',
        list: true,
      },
    })
    .input(listNotas)
    .output(pageOf(nota))
    .query(async ({ ctx: { t }, input }) => {
      const [after] = readCursor(input, 'number') ?? [];
      return toPage(await selectNotas(t, { ...input, after }), input, ({ id }) => [id]);
    }),

  get: read(...STAFF, 'ciudadano')
    .meta({ rest: { method: 'GET', path: '/notas/{nota_id}', tag, summary: 'Una nota con sus líneas' } })
    .input(byId)
    .output(nota)
    .query(async ({ ctx, input: { nota_id } }) => {
      const [row, visible] = await Promise.all([selectNota(ctx.t, nota_id), visibleClientes(ctx)]);
      // A citizen sees what was done to a bill of theirs, not what the office thinks of doing.
      const may = row && (!visible || (visible.includes(row.cliente_id) && row.estado === 'aprobada'));
      return may ? row : missing(nota_id);
    }),

  create: write('admin', 'facturacion')
    .meta({
      idempotent: true,
      rest: {
        method: 'POST',
        path: '/notas',
        tag,
        summary: 'Hacer una nota crédito o débito de una factura',
        description:
          'Up to `ajustes.limite_nota` it is applied at once; above it waits for a second person. 409 a debit later than five months after the bill (Ley 142 art. 150), or a credit of more than was charged.',
        status: 201,
        location: (created: { id: number }) => `/notas/${created.id}`,
        example: {
          numero_factura: 'MANUAL-0001',
          motivo: 'Se cobró una revisión que no se hizo',
          lineas: [{ linea: 0, valor: -5000 }],
        },
      },
    })
    .input(createNota)
    .output(nota)
    .mutation(({ ctx, input: { numero_factura, lineas, motivo, sustento = null } }) =>
      ctx.tx(async (t) => {
        const factura = (await lockFacturaConNotas(t, { numero_factura })) ?? notFound('la factura', numero_factura);
        const conceptos = lineasDeNota(factura.conceptos, lineas);
        const valor = valorDe(conceptos);
        if (valor === 0) invalid('lineas', 'Las líneas suman cero: una nota devuelve o cobra.');
        const hoy = hoyDe(ctx);
        exigirPosible(factura, valor, sustento, hoy);
        const facts = {
          conceptos,
          motivo,
          sustento,
          origen: 'manual' as const,
          correccion_id: null,
          user_id: ctx.user?.id ?? null,
        };
        // Many small notes of one bill weigh as one.
        const alone = Math.abs(valor) + factura.sin_segunda_persona <= ctx.tenant.ajustes.limite_nota;
        const { nota_id } = alone
          ? await emitirNota(t, factura, { ...facts, fecha: hoy })
          : await esperar(t, { ...facts, factura_id: factura.id, valor });
        if (alone)
          await restablecerServicio(t, factura.cliente_id, causaDe(ctx, `Nota a la factura ${numero_factura}`));
        const created = await show(t, nota_id);
        ctx.audit(`notas/${nota_id}`, { despues: created });
        return created;
      }),
    ),

  approve: write('admin', 'facturacion')
    .meta({
      rest: {
        method: 'POST',
        path: '/notas/{nota_id}/aprobar',
        tag,
        summary: 'Aprobar una nota que espera',
        description:
          'Applies it: number, ledger entry, balances. 409 for who wrote it, or when its term has passed since.',
        example: { observacion: 'Revisada con el acta de la visita' },
      },
    })
    .input(approveNota)
    .output(nota)
    .mutation(({ ctx, input: { nota_id, observacion } }) =>
      ctx.tx(async (t) => {
        const hoy = hoyDe(ctx);
        const { valor, sustento, factura_id } = await lockPendiente(ctx, t, nota_id);
        const factura = (await lockFacturaConNotas(t, { id: factura_id })) ?? notFound('la factura', factura_id);
        exigirPosible(factura, valor, sustento, hoy);
        await asentarNota(t, factura, {
          valor,
          fecha: hoy,
          write: async (numero) => {
            await setNota(t, nota_id, { ...resuelta(ctx, observacion), estado: 'aprobada', numero, fecha: hoy });
            return nota_id;
          },
        });
        const causa = causaDe(ctx, `Nota a la factura ${factura.numero_factura}`);
        await restablecerServicio(t, factura.cliente_id, causa);
        const approved = await show(t, nota_id);
        ctx.audit(`notas/${nota_id}`, { despues: approved });
        return approved;
      }),
    ),

  reject: write('admin', 'facturacion')
    .meta({
      rest: {
        method: 'POST',
        path: '/notas/{nota_id}/rechazar',
        tag,
        summary: 'Rechazar una nota que espera',
        description: 'It moves nothing and takes no number. 409 for who wrote it.',
        example: { observacion: 'La revisión sí se hizo' },
      },
    })
    .input(rejectNota)
    .output(nota)
    .mutation(({ ctx, input: { nota_id, observacion } }) =>
      ctx.tx(async (t) => {
        await lockPendiente(ctx, t, nota_id);
        await setNota(t, nota_id, { ...resuelta(ctx, observacion), estado: 'rechazada', numero: null, fecha: null });
        const rejected = await show(t, nota_id);
        ctx.audit(`notas/${nota_id}`, { despues: rejected });
        return rejected;
      }),
    ),
});

type Factura = NonNullable<Awaited<ReturnType<typeof lockFacturaConNotas>>>;

function exigirPosible(factura: Factura, valor: number, sustento: string | null, hoy: string) {
  if (factura.anulada) refuse('factura_anulada', 'La factura está anulada: no admite notas.');
  exigirEnPlazo(factura, valor, sustento, hoy);
  exigirDevolucionPosible(factura.valor_total, factura.notas, valor);
}

async function esperar(
  t: TenantTx,
  { valor, ...facts }: Omit<Parameters<typeof insertNota>[1], 'tipo' | 'estado' | 'numero' | 'fecha'>,
) {
  const tipo = tipoDeNota(valor);
  const { id } = await insertNota(t, { ...facts, tipo, valor, numero: null, fecha: null, estado: 'pendiente' });
  await insertEvento(t, 'nota.por_aprobar', { nota_id: id, valor });
  return { nota_id: id };
}

/** A note that waits, held for a second person. */
async function lockPendiente(ctx: WriteContext, t: TenantTx, nota_id: number) {
  const found = (await lockNota(t, nota_id)) ?? missing(nota_id);
  if (found.estado !== 'pendiente') refuse('nota_resuelta', `La nota ya está ${found.estado}.`);
  if (found.user_id === (ctx.user?.id ?? null))
    refuse(
      'misma_persona',
      `La nota es de ${formatPesos(Math.abs(found.valor))}, más de lo que una sola persona decide: la resuelve otra.`,
    );
  return found;
}

const resuelta = (ctx: WriteContext, observacion: string | undefined) => ({
  resuelta_por: ctx.user?.id ?? null,
  resuelta_en: ctx.services.clock.now().toISOString(),
  observacion: observacion ?? null,
});
