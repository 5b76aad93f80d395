// What is to be done at an account, and what was.
import type { TenantTx } from '@cunservicios/db/tenant';
import { estadoTrasOrden } from '@cunservicios/domain/cartera/ordenes';
import { selectClienteId } from '../clientes/clientes.queries.ts';
import { today } from '../core/clock.ts';
import type { Context } from '../core/context.ts';
import { invalid, notFound, refuse } from '../core/errors.ts';
import { readCursor, toPage } from '../core/page.ts';
import { STAFF } from '../core/roles.ts';
import { pageOf } from '../core/schema.ts';
import { checkVersion } from '../core/transaction.ts';
import { read, router, write } from '../core/trpc.ts';
import { exigirSinExclusiones } from '../suspension/exclusiones.ts';
import { crearOrden } from './crear-orden.ts';
import { ejecutarOrden } from './ejecutar-orden.ts';
import { readFoto } from './foto.ts';
import {
  type OrdenRow,
  lockOrden,
  lockServicio,
  selectOrden,
  selectOrdenes,
  setOrdenAnulada,
} from './ordenes.queries.ts';
import {
  anularOrden,
  byOrden,
  createOrden,
  ejecutarOrden as ejecutarInput,
  foto as fotoSchema,
  listOrdenes,
  orden,
} from './ordenes.schema.ts';

const tag = 'Órdenes';
const missing = (numero_orden: string) => notFound('la orden', numero_orden);

const toOrden = ({ foto_id, ...row }: OrdenRow, now: Date) => ({
  ...row,
  con_foto: foto_id !== null,
  atrasada: row.estado === 'pendiente' && row.limite !== null && new Date(row.limite) < now,
});

const shown = async (ctx: Context, t: TenantTx, numero_orden: string) =>
  toOrden((await selectOrden(t, numero_orden)) ?? missing(numero_orden), ctx.services.clock.now());

export const ordenesRouter = router({
  list: read(...STAFF)
    .meta({
      rest: {
        method: 'GET',
        path: '/ordenes',
        tag,
        summary: 'Órdenes de trabajo en terreno',
        description: 'Orders to suspend, restore, cut, reconnect or inspect, newest first.',
        list: true,
      },
    })
    .input(listOrdenes)
    .output(pageOf(orden))
    .query(async ({ ctx, input }) => {
      const [after] = readCursor(input, 'number') ?? [];
      const page = toPage(await selectOrdenes(ctx.t, { ...input, after }), input, ({ id }) => [id]);
      return { ...page, items: page.items.map((row) => toOrden(row, ctx.services.clock.now())) };
    }),

  get: read(...STAFF)
    .meta({ rest: { method: 'GET', path: '/ordenes/{numero_orden}', tag, summary: 'Una orden', etag: true } })
    .input(byOrden)
    .output(orden)
    .query(async ({ ctx, input: { numero_orden } }) =>
      toOrden((await selectOrden(ctx.t, numero_orden)) ?? missing(numero_orden), ctx.services.clock.now()),
    ),

  create: write('admin', 'facturacion', 'atencion')
    .meta({
      idempotent: true,
      rest: {
        method: 'POST',
        path: '/ordenes',
        tag,
        summary: 'Ordenar un trabajo en una cuenta',
        description:
          'An inspection, a cut, or a service to restore. Suspensions for arrears are ordered from their list, after the notice. One of the same kind that is pending is answered again.',
        status: 201,
        location: ({ numero_orden }: { numero_orden: string }) => `/ordenes/${numero_orden}`,
        example: { numero_cuenta: '05440-0001', tipo: 'inspeccion', motivo: 'Consumo muy alto: revisar fugas' },
      },
    })
    .input(createOrden)
    .output(orden)
    .mutation(({ ctx, input: { numero_cuenta, tipo, motivo, programada_para } }) =>
      ctx.tx(async (t) => {
        if (tipo === 'suspension')
          refuse(
            'orden_no_procede',
            'La suspensión se ordena desde la lista de cuentas por suspender, después del aviso.',
          );
        const cliente =
          (await selectClienteId(t, numero_cuenta)) ??
          invalid('numero_cuenta', `No existe la cuenta ${numero_cuenta}.`);
        const hoy = today(ctx.services.clock, ctx.tenant.zona_horaria);
        estadoTrasOrden(tipo, (await lockServicio(t, cliente.id)).estado);
        if (tipo === 'corte') await exigirSinExclusiones(t, cliente.id);
        const facts = { cliente_id: cliente.id, tipo, motivo, fecha: hoy, programada_para };
        const { numero_orden } = await crearOrden(t, { ...facts, user_id: ctx.user?.id ?? null });
        const created = await shown(ctx, t, numero_orden);
        ctx.audit(`ordenes/${numero_orden}`, { despues: created });
        return created;
      }),
    ),

  ejecutar: write('admin', 'facturacion', 'atencion', 'lector')
    .meta({
      idempotent: true,
      rest: {
        method: 'POST',
        path: '/ordenes/{numero_orden}/ejecutar',
        tag,
        summary: 'Registrar la ejecución de una orden con su evidencia',
        description:
          'Closes an order. `efectiva` changes the state of the service and charges for it up to the share of the minimum wage of CRA 424 of 2007; `no_efectiva` does neither. 409 when it was closed before, `sin_norma` when the minimum wage of the year is not loaded.',
        etag: true,
        example: {
          resultado: 'efectiva',
          evidencia: 'Se revisó la instalación en presencia del usuario: sin fugas.',
          operario: 'Carlos Ruiz',
        },
      },
    })
    .input(ejecutarInput)
    .output(orden)
    .mutation(({ ctx, input: { numero_orden, operario, ejecutada_en, ...hecho } }) =>
      ctx.tx(async (t) => {
        const now = ctx.services.clock.now();
        const found = (await selectOrden(t, numero_orden)) ?? missing(numero_orden);
        checkVersion(ctx, found.version);
        const when = ejecutada_en === undefined ? now : new Date(ejecutada_en);
        if (when > now) invalid('ejecutada_en', 'La ejecución está en el futuro.');
        await ejecutarOrden(t, ctx.tenant, found, {
          ...hecho,
          ejecutada_en: when,
          operario: operario ?? (ctx.user?.nombre || ctx.user?.email) ?? '',
          user_id: ctx.user?.id ?? null,
        });
        const done = await shown(ctx, t, numero_orden);
        ctx.audit(`ordenes/${numero_orden}`, { despues: { resultado: done.resultado, cargo: done.cargo } });
        return done;
      }),
    ),

  anular: write('admin', 'facturacion')
    .meta({
      rest: {
        method: 'POST',
        path: '/ordenes/{numero_orden}/anular',
        tag,
        summary: 'Anular una orden pendiente',
        etag: true,
        example: { motivo: 'Se ordenó por error' },
      },
    })
    .input(anularOrden)
    .output(orden)
    .mutation(({ ctx, input: { numero_orden, motivo } }) =>
      ctx.tx(async (t) => {
        const found = (await selectOrden(t, numero_orden)) ?? missing(numero_orden);
        checkVersion(ctx, found.version);
        await lockServicio(t, found.cliente_id);
        const { id, estado } = await lockOrden(t, found.id);
        if (estado !== 'pendiente') refuse('orden_cerrada', `La orden ${numero_orden} ya está ${estado}.`);
        await setOrdenAnulada(t, id, { motivo, user_id: ctx.user?.id ?? null });
        ctx.audit(`ordenes/${numero_orden}`, { despues: { anulada: motivo } });
        return shown(ctx, t, numero_orden);
      }),
    ),

  foto: read(...STAFF)
    .meta({ rest: { method: 'GET', path: '/ordenes/{numero_orden}/foto', tag, summary: 'Foto de la ejecución' } })
    .input(byOrden)
    .output(fotoSchema)
    .query(async ({ ctx: { t }, input: { numero_orden } }) => {
      const found = (await selectOrden(t, numero_orden)) ?? missing(numero_orden);
      return found.foto_id === null ? notFound('una foto de la orden', numero_orden) : readFoto(t, found.foto_id);
    }),
});
