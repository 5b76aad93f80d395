import { plazoRespuesta } from '@cunservicios/domain/plazos/plazos';
import { radicado as radicadoDe } from '@cunservicios/domain/pqr/radicado';
import { validarTransicion } from '@cunservicios/domain/pqr/transiciones';
import type { TenantDb } from '@cunservicios/db/tenant';
import { today } from '../core/clock.ts';
import { invalid, notFound } from '../core/errors.ts';
import { isStaff, visibleClientes } from '../core/identity.ts';
import { readCursor, toPage } from '../core/page.ts';
import { STAFF } from '../core/roles.ts';
import { pageOf } from '../core/schema.ts';
import { checkVersion } from '../core/transaction.ts';
import { insertEvento, takeNumbers } from '../core/transaction.queries.ts';
import { read, router, write } from '../core/trpc.ts';
import { selectClienteExists } from '../clientes/clientes.queries.ts';
import {
  countPqrs,
  insertPqr,
  insertPqrEvento,
  lockPqr,
  selectFestivos,
  selectPqr,
  selectPqrEventos,
  selectPqrs,
  setPqrEstado,
} from './pqrs.queries.ts';
import { byRadicado, changeEstado, createPqr, listPqrs, pqr, pqrResumen } from './pqrs.schema.ts';

const tag = 'PQR';
const missing = (radicado: string) => notFound('un caso con el radicado', radicado);

async function withEventos(t: TenantDb, radicado: string) {
  const row = (await selectPqr(t, radicado)) ?? missing(radicado);
  return { ...row, eventos: await selectPqrEventos(t, row.id) };
}

export const pqrsRouter = router({
  list: read(...STAFF, 'ciudadano')
    .meta({
      rest: {
        method: 'GET',
        path: '/pqrs',
        tag,
        summary: 'Peticiones, quejas, reclamos y recursos',
        description: 'Staff see all cases; a citizen those of the accounts linked to them. Newest first.',
        list: true,
      },
    })
    .input(listPqrs)
    .output(pageOf(pqrResumen))
    .query(async ({ ctx, input }) => {
      const [after] = readCursor(input, 'number') ?? [];
      const filter = { ...input, visible: await visibleClientes(ctx) };
      const rows = await selectPqrs(ctx.t, { ...filter, after });
      return toPage(rows, input, ({ id }) => [id], input.count ? await countPqrs(ctx.t, filter) : undefined);
    }),

  get: read(...STAFF, 'ciudadano')
    .meta({
      rest: {
        method: 'GET',
        path: '/pqrs/{radicado}',
        tag,
        summary: 'Un caso con todo lo que le ha pasado',
        etag: true,
      },
    })
    .input(byRadicado)
    .output(pqr)
    .query(async ({ ctx, input: { radicado } }) => {
      const [row, visible] = await Promise.all([withEventos(ctx.t, radicado), visibleClientes(ctx)]);
      return !visible || visible.includes(row.cliente_id) ? row : missing(radicado);
    }),

  create: write('admin', 'atencion', 'facturacion', 'recaudo', 'consulta', 'lector', 'ciudadano')
    .meta({
      idempotent: true,
      rest: {
        method: 'POST',
        path: '/pqrs',
        tag,
        summary: 'Radicar un caso',
        description:
          'Files a case: radicado and both limits of 15 business days (Ley 142 of 1994 art. 158) from today.',
        status: 201,
        location: ({ radicado }: { radicado: string }) => `/pqrs/${radicado}`,
        example: {
          tipo: 'Reclamo',
          asunto: 'Consumo muy alto',
          descripcion: 'El consumo de este mes es el doble del anterior y no cambió nada.',
          cliente_id: 1,
        },
      },
    })
    .input(createPqr)
    .output(pqr)
    .mutation(async ({ ctx, input }) => {
      const fecha_radicacion = today(ctx.services.clock, ctx.tenant.zona_horaria);
      const visible = await visibleClientes(ctx);
      return ctx.tx(async (t) => {
        const exists = await selectClienteExists(t, input.cliente_id);
        if (!exists || (visible && !visible.includes(input.cliente_id)))
          invalid('cliente_id', `No existe el cliente ${input.cliente_id}.`);
        const propios = await selectFestivos(t, fecha_radicacion);
        const plazo = plazoRespuesta(fecha_radicacion, {
          dias_propios: new Set(propios.map(({ fecha }) => fecha)),
          sabados_habiles: ctx.tenant.sabado_habil,
        });
        const consecutivo = await takeNumbers(t, `pqr-${fecha_radicacion}`);
        const radicado = radicadoDe(ctx.tenant.id, fecha_radicacion, consecutivo);
        const { id } = await insertPqr(t, {
          ...input,
          radicado,
          fecha_radicacion,
          limite_seguro: plazo.limite_seguro,
          limite_legal: plazo.limite_legal,
          regla_plazo: '15 días hábiles (Ley 142 de 1994, art. 158; Decreto-ley 2150 de 1995, art. 123)',
        });
        await insertPqrEvento(t, {
          pqr_id: id,
          tipo: 'radicada',
          de_estado: null,
          a_estado: 'Recibido',
          user_id: ctx.user?.id ?? null,
          nota: isStaff(ctx.user) ? 'Radicado en la oficina' : 'Radicado por el ciudadano',
        });
        await insertEvento(t, 'pqr.radicada', { radicado });
        const created = await withEventos(t, radicado);
        ctx.audit(`pqrs/${radicado}`, { despues: { tipo: input.tipo, limite_legal: plazo.limite_legal } });
        return created;
      });
    }),

  changeEstado: write('admin', 'atencion')
    .meta({
      rest: {
        method: 'PATCH',
        path: '/pqrs/{radicado}/estado',
        tag,
        summary: 'Cambiar el estado de un caso',
        description: 'Moves a case along its states; a move that is not allowed is a 409 and changes nothing.',
        query: ['estado'],
        etag: true,
        example: { estado: 'En trámite', nota: 'Asignado a la revisión de la lectura' },
      },
    })
    .input(changeEstado)
    .output(pqr)
    .mutation(({ ctx, input: { radicado, estado, nota } }) =>
      ctx.tx(async (t) => {
        const before = (await lockPqr(t, radicado)) ?? missing(radicado);
        checkVersion(ctx, before.version);
        validarTransicion(before.estado, estado);
        await setPqrEstado(t, before.id, estado);
        await insertPqrEvento(t, {
          pqr_id: before.id,
          tipo: 'estado',
          de_estado: before.estado,
          a_estado: estado,
          nota,
          user_id: ctx.user?.id ?? null,
        });
        if (estado === 'Respondido') await insertEvento(t, 'pqr.respondida', { radicado });
        ctx.audit(`pqrs/${radicado}`, { antes: { estado: before.estado }, despues: { estado } });
        return withEventos(t, radicado);
      }),
    ),
});
