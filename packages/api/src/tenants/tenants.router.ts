import { defined } from '../core/defined.ts';
import { invalid, notFound } from '../core/errors.ts';
import { forgetTenant } from '../core/identity.ts';
import { readCursor, toPage } from '../core/page.ts';
import { pageOf } from '../core/schema.ts';
import { read, router, write } from '../core/trpc.ts';
import { checkDigit, createTenant } from './create-tenant.ts';
import { countTenants, lockTenant, selectTenant, selectTenants, setTenant } from './tenants.queries.ts';
import { createTenant as createInput, currentTenant, listTenants, tenant, updateTenant } from './tenants.schema.ts';

const tag = 'Empresas';

export const tenantsRouter = router({
  list: read('plataforma')
    .meta({ rest: { method: 'GET', path: '/tenants', tag, summary: 'Empresas de la instalación', list: true } })
    .input(listTenants)
    .output(pageOf(tenant))
    .query(async ({ ctx, input }) => {
      const { none } = ctx.services.tenants;
      const [after] = readCursor(input, 'string') ?? [];
      const rows = await selectTenants(none, { ...input, after });
      return toPage(rows, input, ({ id }) => [id], input.count ? await countTenants(none) : undefined);
    }),

  create: write('plataforma')
    .meta({
      rest: {
        method: 'POST',
        path: '/tenants',
        tag,
        summary: 'Crear una empresa con su primer administrador',
        description: 'Makes a utility and its first administrator. 409 when the id is taken.',
        status: 201,
        location: () => '/tenants',
        example: {
          id: 'aguas-del-sur',
          nombre: 'Aguas del Sur E.S.P.',
          admin_email: 'gerencia@ejemplo.co',
          admin_password: 'una contraseña larga',
          altitud_msnm: 2120,
        },
      },
    })
    .input(createInput)
    .output(tenant)
    .mutation(async ({ ctx, input }) => {
      const created = await createTenant(ctx.services, input);
      await ctx.tx(async () => ctx.audit(`tenants/${created.id}`, { despues: created }));
      return created;
    }),

  current: read('anyone')
    .meta({
      rest: {
        method: 'GET',
        path: '/tenants/actual',
        tag,
        summary: 'La empresa de esta dirección',
        description: 'The utility of this request, as anyone may know it.',
      },
    })
    .output(currentTenant)
    .query(
      async ({ ctx }) =>
        (await selectTenant(ctx.services.tenants.none, ctx.tenant.id)) ?? notFound('la empresa', ctx.tenant.id),
    ),

  settings: read('admin')
    .meta({
      rest: {
        method: 'GET',
        path: '/tenants/actual/ajustes',
        tag,
        summary: 'Ajustes de la empresa',
        description: "The settings of one's own utility.",
      },
    })
    .output(tenant)
    .query(
      async ({ ctx }) =>
        (await selectTenant(ctx.services.tenants.none, ctx.tenant.id)) ?? notFound('la empresa', ctx.tenant.id),
    ),

  update: write('admin')
    .meta({
      rest: {
        method: 'PATCH',
        path: '/tenants/actual/ajustes',
        tag,
        summary: 'Cambiar los ajustes de la empresa',
        description:
          'Altitude, deviation policy and business days count from the next run or case on; issued bills keep theirs.',
        example: { altitud_msnm: 2120, politica_desviacion: 'retener' },
      },
    })
    .input(updateTenant)
    .output(tenant)
    .mutation(async ({ ctx, input }) => {
      const updated = await ctx.tx(async (t) => {
        const antes = await lockTenant(t);
        const nit = input.nit === undefined ? antes.nit : input.nit;
        const change = {
          ...defined(input),
          ajustes: defined(input.ajustes ?? {}),
          dv: checkDigit({ nit, dv: input.dv }) ?? null,
        };
        const despues = await setTenant(t, change);
        if (despues.periodicidad === 'bimestral' && (despues.ajustes.periodos_suspension ?? 0) > 2)
          invalid(
            'ajustes.periodos_suspension',
            'Con facturación bimestral son dos periodos como máximo (Ley 142, art. 140).',
          );
        ctx.audit(`tenants/${antes.id}`, { antes, despues });
        return despues;
      });
      forgetTenant(ctx.services, ctx.tenant.id);
      return updated;
    }),
});
