// Payment agreements: what is owed in instalments, on the bills of the months to come.
import type { TenantDb } from '@cunservicios/db/tenant';
import { sumar } from '@cunservicios/domain/pesos';
import { selectClienteId } from '../clientes/clientes.queries.ts';
import { hoyDe } from '../core/clock.ts';
import type { Context } from '../core/context.ts';
import { notFound } from '../core/errors.ts';
import { readCursor, toPage } from '../core/page.ts';
import { STAFF } from '../core/roles.ts';
import { pageOf } from '../core/schema.ts';
import { checkVersion } from '../core/transaction.ts';
import { read, router, write } from '../core/trpc.ts';
import { restablecerServicio } from '../ordenes/restablecer-servicio.ts';
import { selectConvenio, selectConvenios, selectCubiertas, selectPlan, selectPorPagar } from './convenios.queries.ts';
import {
  type CreateConvenio,
  byConvenio,
  convenio,
  convenioResumen,
  createConvenio,
  incumplirConvenio as incumplirInput,
  listConvenios,
  simulacionConvenio,
} from './convenios.schema.ts';
import { firmarConvenio, planear } from './firmar-convenio.ts';
import { incumplirConvenio } from './incumplir-convenio.ts';

const tag = 'Convenios';
const missing = (numero_convenio: string) => notFound('el convenio', numero_convenio);
const example = { numero_cuenta: '05440-0001', cuotas: 6, tasa_anual: '0.06', primera_cuota: '2030-01-15' };

async function shown(t: TenantDb, numero_convenio: string) {
  const row = (await selectConvenio(t, numero_convenio)) ?? missing(numero_convenio);
  return { ...row, plan: await selectPlan(t, row.id), facturas: await selectCubiertas(t, row.id) };
}

const clienteDe = async (t: TenantDb, numero_cuenta: string) =>
  (await selectClienteId(t, numero_cuenta)) ?? notFound('la cuenta', numero_cuenta);

/** Instalments come as often as bills do. */
const condicionesDe = (ctx: Context, { cuotas, tasa_anual, primera_cuota }: CreateConvenio) => ({
  cuotas,
  tasa_anual,
  primera_cuota,
  fecha: hoyDe(ctx),
  cada_meses: ctx.tenant.periodicidad === 'bimestral' ? 2 : 1,
});

export const conveniosRouter = router({
  list: read(...STAFF)
    .meta({ rest: { method: 'GET', path: '/convenios', tag, summary: 'Convenios de pago', list: true } })
    .input(listConvenios)
    .output(pageOf(convenioResumen))
    .query(async ({ ctx: { t }, input }) => {
      const [after] = readCursor(input, 'number') ?? [];
      return toPage(await selectConvenios(t, { ...input, after }), input, ({ id }) => [id]);
    }),

  get: read(...STAFF)
    .meta({
      rest: {
        method: 'GET',
        path: '/convenios/{numero_convenio}',
        tag,
        summary: 'Un convenio con sus cuotas y las facturas que cubre',
        etag: true,
      },
    })
    .input(byConvenio)
    .output(convenio)
    .query(({ ctx: { t }, input: { numero_convenio } }) => shown(t, numero_convenio)),

  simular: read(...STAFF)
    .meta({
      rest: {
        method: 'POST',
        path: '/convenios/simular',
        tag,
        summary: 'Ver las cuotas de un convenio antes de firmarlo',
        description: 'What would be covered and its instalments; nothing is written.',
        example: { ...example, numero_cuenta: '05440-0006' },
      },
    })
    .input(createConvenio)
    .output(simulacionConvenio)
    .query(async ({ ctx, input }) => {
      const { id } = await clienteDe(ctx.t, input.numero_cuenta);
      const facturas = await selectPorPagar(ctx.t, id);
      const { cubiertas, capital, plan } = planear(facturas, input.facturas, condicionesDe(ctx, input));
      return {
        capital,
        plan,
        intereses: sumar(plan.map(({ interes }) => interes)),
        facturas: cubiertas.map(({ numero_factura, saldo }) => ({ numero_factura, valor: saldo })),
      };
    }),

  create: write('admin', 'facturacion', 'atencion')
    .meta({
      idempotent: true,
      rest: {
        method: 'POST',
        path: '/convenios',
        tag,
        summary: 'Firmar un convenio de pago',
        description:
          'Moves what the covered bills owe to an agreement; each instalment goes on the bill of its month. Suspension is frozen, and a suspended service comes back. 409 when the account has an agreement in force.',
        status: 201,
        location: ({ numero_convenio }: { numero_convenio: string }) => `/convenios/${numero_convenio}`,
        example,
      },
    })
    .input(createConvenio)
    .output(convenio)
    .mutation(({ ctx, input }) =>
      ctx.tx(async (t) => {
        const { id } = await clienteDe(t, input.numero_cuenta);
        const user_id = ctx.user?.id ?? null;
        const terms = { ...condicionesDe(ctx, input), facturas: input.facturas, user_id };
        const numero_convenio = await firmarConvenio(t, id, terms);
        const { zona_horaria } = ctx.tenant;
        const motivo = `Convenio ${numero_convenio} firmado`;
        await restablecerServicio(t, id, { ahora: ctx.services.clock.now(), zona_horaria, motivo, user_id });
        const created = await shown(t, numero_convenio);
        ctx.audit(`convenios/${numero_convenio}`, { despues: created });
        return created;
      }),
    ),

  incumplir: write('admin', 'facturacion')
    .meta({
      rest: {
        method: 'POST',
        path: '/convenios/{numero_convenio}/incumplir',
        tag,
        summary: 'Declarar incumplido un convenio',
        description: 'What was not billed yet goes back to the bills it came from; its instalments are taken back.',
        etag: true,
        example: { motivo: 'No pagó dos cuotas seguidas' },
      },
    })
    .input(incumplirInput)
    .output(convenio)
    .mutation(({ ctx, input: { numero_convenio, motivo } }) =>
      ctx.tx(async (t) => {
        const found = (await selectConvenio(t, numero_convenio)) ?? missing(numero_convenio);
        checkVersion(ctx, found.version);
        await incumplirConvenio(t, found, { motivo, hoy: hoyDe(ctx), ahora: ctx.services.clock.now() });
        const ended = await shown(t, numero_convenio);
        ctx.audit(`convenios/${numero_convenio}`, {
          antes: { estado: found.estado, saldo: found.saldo },
          despues: { motivo },
        });
        return ended;
      }),
    ),
});
