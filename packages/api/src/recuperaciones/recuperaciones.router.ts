// Consumption that was not billed in time.
import { hoyDe } from '../core/clock.ts';
import { invalid, notFound } from '../core/errors.ts';
import { readCursor, toPage } from '../core/page.ts';
import { STAFF } from '../core/roles.ts';
import { pageOf } from '../core/schema.ts';
import { read, router, write } from '../core/trpc.ts';
import { planearRecuperacion, recuperarConsumo } from './recuperar-consumo.ts';
import { selectRecuperacion, selectRecuperaciones } from './recuperaciones.queries.ts';
import {
  byRecuperacion,
  createRecuperacion,
  listRecuperaciones,
  recuperacion,
  simulacionRecuperacion,
  simularRecuperacion,
} from './recuperaciones.schema.ts';

const tag = 'Facturas';
const missing = (numero_factura: string) => notFound('una factura de recuperación', numero_factura);
const example = { factura_omitida: 'SPD000000001', m3: 12 };

export const recuperacionesRouter = router({
  list: read(...STAFF)
    .meta({
      rest: {
        method: 'GET',
        path: '/recuperaciones',
        tag,
        summary: 'Facturas de consumo recuperado',
        description: 'Bills of consumption that was not billed in time, newest first.',
        list: true,
      },
    })
    .input(listRecuperaciones)
    .output(pageOf(recuperacion))
    .query(async ({ ctx: { t }, input }) => {
      const [after] = readCursor(input, 'number') ?? [];
      return toPage(await selectRecuperaciones(t, { ...input, after }), input, ({ factura_id }) => [factura_id]);
    }),

  get: read(...STAFF)
    .meta({
      rest: {
        method: 'GET',
        path: '/recuperaciones/{numero_factura}',
        tag,
        summary: 'Fundamentos de una recuperación',
      },
    })
    .input(byRecuperacion)
    .output(recuperacion)
    .query(
      async ({ ctx: { t }, input: { numero_factura } }) =>
        (await selectRecuperacion(t, numero_factura)) ?? missing(numero_factura),
    ),

  simular: read(...STAFF)
    .meta({
      rest: {
        method: 'POST',
        path: '/recuperaciones/simular',
        tag,
        summary: 'Ver cuánto cobraría una recuperación de consumo',
        description: 'The m³ at the tariff and ranges of their own period; nothing is written.',
        example,
      },
    })
    .input(simularRecuperacion)
    .output(simulacionRecuperacion)
    .query(async ({ ctx: { t }, input }) => {
      const { entrada, conceptos, valor_total, limite } = await planearRecuperacion(t, input);
      return { facturado_m3: entrada.facturado_m3, conceptos, valor_total, limite };
    }),

  create: write('admin', 'facturacion')
    .meta({
      idempotent: true,
      rest: {
        method: 'POST',
        path: '/recuperaciones',
        tag,
        summary: 'Facturar consumo recuperado',
        description:
          'A document of its own with its technical and legal ground and its calculation. 409 more than five months after the bill that should have had it, unless fraud is proven (Ley 142 of 1994 art. 150).',
        status: 201,
        location: ({ numero_factura }: { numero_factura: string }) => `/recuperaciones/${numero_factura}`,
        example: {
          ...example,
          fundamento_tecnico: 'Medidor frenado según prueba de laboratorio 118; aforo individual de 12 m³.',
          fundamento_legal: 'Ley 142 de 1994, arts. 146, 149 y 150; contrato, cláusula 21',
          fraude: 'Acta 45: derivación antes del medidor, firmada por el usuario, con fotos.',
          fecha_vencimiento: '2030-01-31',
        },
      },
    })
    .input(createRecuperacion)
    .output(recuperacion)
    .mutation(({ ctx, input }) =>
      ctx.tx(async (t) => {
        const hoy = hoyDe(ctx);
        if (input.fecha_vencimiento < hoy) invalid('fecha_vencimiento', 'La fecha límite de pago ya pasó.');
        const facts = { ...input, fraude: input.fraude ?? null, hoy, user_id: ctx.user?.id ?? null };
        const numero_factura = await recuperarConsumo(t, facts);
        const created = (await selectRecuperacion(t, numero_factura)) ?? missing(numero_factura);
        ctx.audit(`facturas/${numero_factura}`, { despues: created });
        return created;
      }),
    ),
});
