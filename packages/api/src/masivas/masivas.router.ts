import type { TenantTx } from '@cunservicios/db/tenant';
import { tipoDeNota } from '@cunservicios/domain/cartera/nota';
import { hoyDe } from '../core/clock.ts';
import type { ReadContext, WriteContext } from '../core/context.ts';
import { notFound, refuse } from '../core/errors.ts';
import { readCursor, toPage } from '../core/page.ts';
import { STAFF } from '../core/roles.ts';
import { pageOf } from '../core/schema.ts';
import { read, router, write } from '../core/trpc.ts';
import { insertEvento } from '../core/transaction.queries.ts';
import { versionCorregida } from '../correcciones/version-corregida.ts';
import { selectEjecucion } from '../ejecuciones/ejecuciones.queries.ts';
import { showEjecucion } from '../ejecuciones/show-ejecucion.ts';
import { startEjecucion } from '../ejecuciones/start-ejecucion.ts';
import type { ParametrosMasiva } from './correr-masiva.ts';
import { selectFacturasMasiva } from './facturas-masiva.queries.ts';
import {
  type MasivaRow,
  deleteFacturasMasiva,
  insertMasiva,
  lockMasiva,
  selectMasiva,
  selectMasivas,
  setMasiva,
} from './masivas.queries.ts';
import {
  applyMasiva,
  approveMasiva,
  byId,
  createMasiva,
  facturaMasiva,
  listFacturasMasiva,
  listMasivas,
  masiva,
  rejectMasiva,
  resumenMasiva,
  undoMasiva,
} from './masivas.schema.ts';

const tag = 'Notas y correcciones';
const missing = (masiva_id: number) => notFound('la corrección masiva', masiva_id);
const location = ({ id }: { id: number }) => `/correcciones-masivas/${id}`;

export const masivasRouter = router({
  list: read(...STAFF)
    .meta({
      rest: {
        method: 'GET',
        path: '/correcciones-masivas',
        tag,
        summary: 'Correcciones de todas las cuentas, de la más reciente a la más antigua',
        list: true,
      },
    })
    .input(listMasivas)
    .output(pageOf(masiva))
    .query(async ({ ctx, input }) => {
      const [after] = readCursor(input, 'number') ?? [];
      const { items, ...rest } = toPage(await selectMasivas(ctx.t, { ...input, after }), input, ({ id }) => [id]);
      return { ...rest, items: await Promise.all(items.map((row) => mostrar(ctx, ctx.t, row))) };
    }),

  get: read(...STAFF)
    .meta({
      rest: {
        method: 'GET',
        path: '/correcciones-masivas/{masiva_id}',
        tag,
        summary: 'Una corrección de todas las cuentas, con sus sumas',
        description: 'By use and estrato, the accounts it moves most, and how far its run is.',
      },
    })
    .input(byId)
    .output(masiva)
    .query(({ ctx, input: { masiva_id } }) => show(ctx, ctx.t, masiva_id)),

  facturas: read(...STAFF)
    .meta({
      rest: {
        method: 'GET',
        path: '/correcciones-masivas/{masiva_id}/facturas',
        tag,
        summary: 'Las facturas que toca, una por una',
        list: true,
      },
    })
    .input(listFacturasMasiva)
    .output(pageOf(facturaMasiva))
    .query(async ({ ctx: { t }, input }) => {
      if (!(await selectMasiva(t, input.masiva_id))) return missing(input.masiva_id);
      const [after] = readCursor(input, 'number') ?? [];
      const page = toPage(await selectFacturasMasiva(t, { ...input, after }), input, ({ factura_id }) => [factura_id]);
      return {
        ...page,
        items: page.items.map(({ factura_id: _, ...row }) => ({
          ...row,
          nota: row.lineas.length > 0 ? tipoDeNota(row.diferencia) : null,
        })),
      };
    }),

  create: write('admin', 'facturacion')
    .meta({
      idempotent: true,
      rest: {
        method: 'POST',
        path: '/correcciones-masivas',
        tag,
        summary: 'Calcular una corrección de tarifas de todas las cuentas',
        description:
          'What every bill of those periods should have been with the version, and the notes that would make up for it. Changes nothing: follow its `ejecucion`, see it, then apply it with its `huella`.',
        status: 202,
        location,
        example: {
          cambio: {
            tipo: 'tarifa',
            desde: '2026-01-01',
            hasta: '2026-06-30',
            tarifa: {
              vigente_desde: '2026-01-02',
              fuente: 'Acuerdo 012 de 2025, corregido',
              servicios: {
                acueducto: { cargo_fijo: '4276.37', consumo: '1300.00' },
                alcantarillado: { cargo_fijo: '1964.59', consumo: '900.00' },
              },
              factores: {
                residencial: { '1': '-0.30', '2': '-0.20', '3': '0', '4': '0', '5': '0.50', '6': '0.60' },
                comercial: '0.50',
                industrial: '0.30',
                oficial: '0',
                especial: '0',
              },
            },
          },
          motivo: 'El acuerdo se digitó con otro precio',
        },
      },
    })
    .input(createMasiva)
    .output(masiva)
    .mutation(({ ctx, input: { cambio, motivo, sustento = null } }) =>
      ctx.tx(async (t) => {
        await versionCorregida(t, cambio.tarifa);
        return calcular(ctx, t, { cambio, motivo, sustento, deshace_id: null });
      }),
    ),

  aplicar: write('admin', 'facturacion')
    .meta({
      rest: {
        method: 'POST',
        path: '/correcciones-masivas/{masiva_id}/aplicar',
        tag,
        summary: 'Aplicar una corrección que se vio',
        description:
          'All its notes in one transaction. Above `ajustes.limite_nota` it waits for another person than the one who calculated it. When the books moved since, its run ends with the reason and nothing is done. Again after a run that broke off, it goes on.',
        status: 202,
        location,
        example: { huella: '0'.repeat(64) },
      },
    })
    .input(applyMasiva)
    .output(masiva)
    .mutation(({ ctx, input: { masiva_id, huella } }) =>
      ctx.tx(async (t) => {
        const found = (await lockMasiva(t, masiva_id)) ?? missing(masiva_id);
        if (await sigue(t, found)) return aplicar(ctx, t, found, {});
        if (found.estado !== 'prevista') refuse('correccion_resuelta', `La corrección está ${found.estado}.`);
        if (found.huella !== huella) refuse('vista_vieja', 'Esa no es la huella de lo calculado: véala de nuevo.');
        const propia = found.user_id === (ctx.user?.id ?? null);
        if (!requiereAprobacion(ctx, found)) return aplicar(ctx, t, found, {});
        if (!propia) return aplicar(ctx, t, found, resuelta(ctx));
        await setMasiva(t, masiva_id, { estado: 'pendiente' });
        await insertEvento(t, 'correccion_masiva.por_aprobar', { masiva_id });
        return audited(ctx, t, masiva_id);
      }),
    ),

  approve: write('admin', 'facturacion')
    .meta({
      rest: {
        method: 'POST',
        path: '/correcciones-masivas/{masiva_id}/aprobar',
        tag,
        summary: 'Aprobar y aplicar una corrección que espera',
        description: 'Applies it as it was seen. 409 for who calculated it.',
        status: 202,
        location,
        example: { observacion: 'Revisada con el acuerdo' },
      },
    })
    .input(approveMasiva)
    .output(masiva)
    .mutation(({ ctx, input: { masiva_id, observacion } }) =>
      ctx.tx(async (t) => {
        const found = (await lockMasiva(t, masiva_id)) ?? missing(masiva_id);
        if (found.estado !== 'pendiente') refuse('correccion_resuelta', `La corrección está ${found.estado}.`);
        if (found.user_id === (ctx.user?.id ?? null))
          refuse('misma_persona', 'Quien calculó la corrección no la aprueba: pídalo a otra persona.');
        return aplicar(ctx, t, found, { ...resuelta(ctx), observacion: observacion ?? null });
      }),
    ),

  reject: write('admin', 'facturacion')
    .meta({
      rest: {
        method: 'POST',
        path: '/correcciones-masivas/{masiva_id}/rechazar',
        tag,
        summary: 'Rechazar o desistir de una corrección que no se ha aplicado',
        description: 'Nothing of it is done, and what was calculated is let go. 409 while a run works on it.',
        example: { observacion: 'El acuerdo estaba bien' },
      },
    })
    .input(rejectMasiva)
    .output(masiva)
    .mutation(({ ctx, input: { masiva_id, observacion } }) =>
      ctx.tx(async (t) => {
        const found = (await lockMasiva(t, masiva_id)) ?? missing(masiva_id);
        if (found.estado === 'aplicada' || found.estado === 'rechazada')
          refuse('correccion_resuelta', `La corrección está ${found.estado}.`);
        if (found.estado === 'calculando' || found.estado === 'aplicando') {
          const corrida = found.ejecucion_id === null ? undefined : await selectEjecucion(t, found.ejecucion_id);
          if (corrida?.estado !== 'fallida')
            refuse('ejecucion_en_curso', `La corrección está ${found.estado}: espere a que termine.`);
        }
        await deleteFacturasMasiva(t, masiva_id);
        const propia = found.user_id === (ctx.user?.id ?? null);
        await setMasiva(t, masiva_id, { estado: 'rechazada', observacion, ...(!propia && resuelta(ctx)) });
        return audited(ctx, t, masiva_id);
      }),
    ),

  undo: write('admin', 'facturacion')
    .meta({
      idempotent: true,
      rest: {
        method: 'POST',
        path: '/correcciones-masivas/{masiva_id}/deshacer',
        tag,
        summary: 'Calcular cómo se deshace una corrección de todas las cuentas',
        description:
          'The exact opposite notes as another correction, to be seen and applied like any. Accounts with something later on top (another correction, money given back) stay corrected and are named.',
        status: 202,
        location,
        example: { motivo: 'El acuerdo estaba bien digitado' },
      },
    })
    .input(undoMasiva)
    .output(masiva)
    .mutation(({ ctx, input: { masiva_id, motivo } }) =>
      ctx.tx(async (t) => {
        const found = (await lockMasiva(t, masiva_id)) ?? missing(masiva_id);
        if (found.estado !== 'aplicada' || found.deshace_id !== null)
          refuse('correccion_resuelta', 'Solo se deshace una corrección aplicada, y no la que deshace a otra.');
        return calcular(ctx, t, { cambio: { deshace: masiva_id }, motivo, sustento: null, deshace_id: masiva_id });
      }),
    ),
});

type Facts = Omit<Parameters<typeof insertMasiva>[1], 'fecha' | 'user_id'>;

async function calcular(ctx: WriteContext, t: TenantTx, facts: Facts) {
  const { id } = await insertMasiva(t, { ...facts, fecha: hoyDe(ctx), user_id: ctx.user?.id ?? null });
  const parametros: ParametrosMasiva = { masiva_id: id };
  const { id: ejecucion_id } = await startEjecucion(ctx, t, { tipo: 'prever_correccion', parametros });
  await setMasiva(t, id, { ejecucion_id });
  return audited(ctx, t, id);
}

async function aplicar(
  ctx: WriteContext,
  t: TenantTx,
  { id, estado }: MasivaRow,
  change: Parameters<typeof setMasiva>[2],
) {
  const parametros: ParametrosMasiva = { masiva_id: id };
  const { id: ejecucion_id } = await startEjecucion(ctx, t, { tipo: 'aplicar_correccion', parametros });
  await setMasiva(t, id, { ...change, ejecucion_id, ...(estado !== 'aplicada' && { estado: 'aplicando' }) });
  return audited(ctx, t, id);
}

/** Its run broke off, before or after it moved the books. */
async function sigue(t: TenantTx, { estado, ejecucion_id }: MasivaRow) {
  if ((estado !== 'aplicando' && estado !== 'aplicada') || ejecucion_id === null) return false;
  return (await selectEjecucion(t, ejecucion_id))?.estado === 'fallida';
}

const requiereAprobacion = ({ tenant }: ReadContext, { debito, credito }: MasivaRow) =>
  debito - credito > tenant.ajustes.limite_nota;

const resuelta = (ctx: WriteContext) => ({
  resuelta_por: ctx.user?.id ?? null,
  resuelta_en: ctx.services.clock.now().toISOString(),
});

async function mostrar(ctx: ReadContext, t: ReadContext['t'], { ejecucion_id, resumen, ...row }: MasivaRow) {
  const ejecucion = ejecucion_id === null ? undefined : await selectEjecucion(t, ejecucion_id);
  return {
    ...row,
    resumen: resumenMasiva.parse(resumen),
    requiere_aprobacion: requiereAprobacion(ctx, { ejecucion_id, resumen, ...row }),
    ejecucion: ejecucion ? showEjecucion(ejecucion, ctx.services) : null,
  };
}

const show = async (ctx: ReadContext, t: ReadContext['t'], masiva_id: number) =>
  mostrar(ctx, t, (await selectMasiva(t, masiva_id)) ?? missing(masiva_id));

async function audited(ctx: WriteContext, t: TenantTx, masiva_id: number) {
  const shown = await show(ctx, t, masiva_id);
  ctx.audit(`correcciones-masivas/${masiva_id}`, { despues: { ...shown, resumen: undefined } });
  return shown;
}
