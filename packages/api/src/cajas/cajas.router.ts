import { formatPesos } from '@cunservicios/domain/pesos';
import { contarEfectivo, diferenciaDeCaja } from '@cunservicios/domain/recaudo/caja';
import type { TenantDb, TenantTx } from '@cunservicios/db/tenant';
import type { WriteContext } from '../core/context.ts';
import { invalid, notFound, refuse } from '../core/errors.ts';
import { readCursor, toPage } from '../core/page.ts';
import { pageOf } from '../core/schema.ts';
import { insertEvento, takeNumbers } from '../core/transaction.queries.ts';
import { read, router, write } from '../core/trpc.ts';
import {
  insertCaja,
  insertRetiro,
  lockCaja,
  selectCaja,
  selectCajaAbierta,
  selectCajas,
  selectEsperado,
  selectRetiros,
  setCaja,
} from './cajas.queries.ts';
import {
  abrirCaja,
  aprobarCaja,
  byCaja,
  caja,
  cajaDetallada,
  cerrarCaja,
  listCajas,
  miCaja,
  rechazarCaja,
  retirarDeCaja,
} from './cajas.schema.ts';
import { SERIE_CAJAS, numeroDeCaja } from './numero-caja.ts';

const tag = 'Caja';
const VEN = ['admin', 'recaudo', 'consulta'] as const;
const missing = (caja_id: number) => notFound('la caja', caja_id);
const toCaja = <R extends { numero: number }>(row: R) => ({ ...row, numero: numeroDeCaja(row.numero) });

async function show(t: TenantDb, id: number) {
  const [row, retiros] = await Promise.all([selectCaja(t, id), selectRetiros(t, id)]);
  return row ? { ...toCaja(row), retiros } : missing(id);
}

export const cajasRouter = router({
  list: read(...VEN)
    .meta({
      rest: {
        method: 'GET',
        path: '/cajas',
        tag,
        summary: 'Turnos de caja, del más reciente al más antiguo',
        description: 'With `estado=por_aprobar`, those whose difference waits for a second person.',
        list: true,
      },
    })
    .input(listCajas)
    .output(pageOf(caja))
    .query(async ({ ctx: { t, tenant }, input }) => {
      const [after] = readCursor(input, 'number') ?? [];
      const rows = await selectCajas(t, { ...input, after, zona: tenant.zona_horaria });
      return toPage(rows.map(toCaja), input, ({ id }) => [id]);
    }),

  mine: read('admin', 'recaudo')
    .meta({
      rest: { method: 'GET', path: '/cajas/mia', tag, summary: 'La caja que tengo abierta, con sus totales de ahora' },
    })
    .output(miCaja)
    .query(async ({ ctx: { t, user } }) => {
      const abierta = user && (await selectCajaAbierta(t, user.id));
      return { caja: abierta ? await show(t, abierta.id) : null };
    }),

  get: read(...VEN)
    .meta({
      rest: {
        method: 'GET',
        path: '/cajas/{caja_id}',
        tag,
        summary: 'Un turno de caja: lo que entró, lo que salió y lo que se contó',
        description: 'Its payments are `GET /pagos?caja_id=`.',
      },
    })
    .input(byCaja)
    .output(cajaDetallada)
    .query(({ ctx: { t }, input: { caja_id } }) => show(t, caja_id)),

  open: write('admin', 'recaudo')
    .meta({
      idempotent: true,
      rest: {
        method: 'POST',
        path: '/cajas',
        tag,
        summary: 'Abrir la caja',
        description:
          'From now on the payments that this user books at the counter are of this session. 409 `duplicado` when they have one open.',
        status: 201,
        location: ({ id }: { id: number }) => `/cajas/${id}`,
        example: { base: 100000 },
      },
    })
    .input(abrirCaja)
    .output(cajaDetallada)
    .mutation(({ ctx, input: { base } }) =>
      ctx.tx(async (t) => {
        const user_id = ctx.user?.id ?? refuse('sin_sesion', 'Inicie sesión para continuar.');
        const numero = await takeNumbers(t, SERIE_CAJAS);
        const { id } = await insertCaja(t, { numero, user_id, base, abierta_en: ahora(ctx) });
        const opened = await show(t, id);
        ctx.audit(`cajas/${id}`, { despues: opened });
        return opened;
      }),
    ),

  withdraw: write('admin', 'recaudo')
    .meta({
      idempotent: true,
      rest: {
        method: 'POST',
        path: '/cajas/{caja_id}/retiros',
        tag,
        summary: 'Sacar dinero de la caja: al banco o a quien lo guarda',
        description: 'Never more than there should be of that means. It is not changed afterwards.',
        status: 201,
        example: { tipo: 'consignacion', medio: 'Efectivo', valor: 50000, referencia: 'CONS-0098', motivo: 'Mediodía' },
      },
    })
    .input(retirarDeCaja)
    .output(cajaDetallada)
    .mutation(({ ctx, input: { caja_id, valor, medio, referencia = null, ...facts } }) =>
      ctx.tx(async (t) => {
        await lockAbierta(ctx, t, caja_id);
        const hay = (await selectEsperado(t, caja_id))[medio] ?? 0;
        if (valor > hay) invalid('valor', `En la caja debe haber ${formatPesos(hay)} en ${medio.toLowerCase()}.`);
        await insertRetiro(t, { ...facts, caja_id, medio, valor, referencia, user_id: ctx.user?.id ?? null });
        ctx.audit(`cajas/${caja_id}`, { despues: { ...facts, medio, valor, referencia } });
        return show(t, caja_id);
      }),
    ),

  close: write('admin', 'recaudo')
    .meta({
      rest: {
        method: 'POST',
        path: '/cajas/{caja_id}/cerrar',
        tag,
        summary: 'Arquear y cerrar la caja',
        description:
          'What was counted against what the database expects. No difference closes; one needs `explicacion`, and above `ajustes.limite_diferencia_caja` waits for a second person. Either way the session takes no more payments.',
        example: {
          denominaciones: { '50000': 1, '20000': 2, '10000': 1 },
          contado: { Cheque: 0 },
          explicacion: 'Aún no se ha contado bien',
        },
      },
    })
    .input(cerrarCaja)
    .output(cajaDetallada)
    .mutation(({ ctx, input: { caja_id, denominaciones, contado: otros, explicacion = null } }) =>
      ctx.tx(async (t) => {
        await lockAbierta(ctx, t, caja_id);
        const contado = { ...otros, Efectivo: contarEfectivo(denominaciones) };
        const { descuadre, por_medio } = diferenciaDeCaja(contado, await selectEsperado(t, caja_id));
        if (descuadre > 0 && explicacion === null) invalid('explicacion', faltaExplicar(por_medio));
        const espera = descuadre > ctx.tenant.ajustes.limite_diferencia_caja;
        await setCaja(t, caja_id, {
          estado: espera ? 'por_aprobar' : 'cerrada',
          denominaciones: JSON.stringify(denominaciones),
          contado: JSON.stringify(contado),
          explicacion,
          contada_en: ahora(ctx),
          contada_por: ctx.user?.id ?? null,
          resuelta_por: null,
          resuelta_en: null,
          observacion: null,
        });
        const closed = await show(t, caja_id);
        await insertEvento(t, espera ? 'caja.por_aprobar' : 'caja.cerrada', { caja_id, descuadre });
        ctx.audit(`cajas/${caja_id}`, { despues: closed });
        return closed;
      }),
    ),

  approve: write('admin', 'recaudo')
    .meta({
      rest: {
        method: 'POST',
        path: '/cajas/{caja_id}/aprobar',
        tag,
        summary: 'Aprobar la diferencia de una caja y cerrarla',
        description: '409 `misma_persona` for its cashier and for whoever counted it.',
        example: { observacion: 'Se contó otra vez delante de mí' },
      },
    })
    .input(aprobarCaja)
    .output(cajaDetallada)
    .mutation(({ ctx, input: { caja_id, observacion = null } }) =>
      resolver(ctx, caja_id, (t, descuadre) =>
        Promise.all([
          setCaja(t, caja_id, { estado: 'cerrada', observacion, ...resuelta(ctx) }),
          insertEvento(t, 'caja.cerrada', { caja_id, descuadre }),
        ]),
      ),
    ),

  reject: write('admin', 'recaudo')
    .meta({
      rest: {
        method: 'POST',
        path: '/cajas/{caja_id}/rechazar',
        tag,
        summary: 'Devolver una caja para que se cuente otra vez',
        description: 'It is open again. 409 when its cashier has opened another one meanwhile.',
        example: { observacion: 'Falta contar las monedas' },
      },
    })
    .input(rechazarCaja)
    .output(cajaDetallada)
    .mutation(({ ctx, input: { caja_id, observacion } }) =>
      resolver(ctx, caja_id, (t) =>
        setCaja(t, caja_id, {
          estado: 'abierta',
          denominaciones: null,
          contado: null,
          contada_en: null,
          contada_por: null,
          observacion,
          ...resuelta(ctx),
        }),
      ),
    ),
});

const ahora = ({ services }: WriteContext) => services.clock.now().toISOString();
const resuelta = (ctx: WriteContext) => ({ resuelta_por: ctx.user?.id ?? null, resuelta_en: ahora(ctx) });

/** A session held open for a change by its cashier, or by an administrator in their place. */
async function lockAbierta(ctx: WriteContext, t: TenantTx, caja_id: number) {
  const found = (await lockCaja(t, caja_id)) ?? missing(caja_id);
  if (found.user_id !== ctx.user?.id && !ctx.user?.roles.includes('admin'))
    refuse('caja_ajena', 'La caja es de otra persona: la cierra ella o quien administra.');
  if (found.estado !== 'abierta') refuse('caja_cerrada', 'La caja ya se contó: no admite más movimientos.');
}

/** The second person's answer to a session that waits. */
async function resolver(
  ctx: WriteContext,
  caja_id: number,
  decide: (t: TenantTx, descuadre: number) => Promise<unknown>,
) {
  return ctx.tx(async (t) => {
    const found = (await lockCaja(t, caja_id)) ?? missing(caja_id);
    if (found.estado !== 'por_aprobar') refuse('caja_cerrada', 'Esta caja no espera a nadie.');
    const yo = ctx.user?.id ?? null;
    if (yo === found.user_id || yo === found.contada_por)
      refuse(
        'misma_persona',
        `La diferencia pasa de ${formatPesos(ctx.tenant.ajustes.limite_diferencia_caja)}: decide otra persona.`,
      );
    await decide(t, found.descuadre ?? 0);
    const despues = await show(t, caja_id);
    ctx.audit(`cajas/${caja_id}`, { despues });
    return despues;
  });
}

const faltaExplicar = (por_medio: Readonly<Record<string, number>>) =>
  `Explique la diferencia: ${Object.entries(por_medio)
    .map(([medio, n]) => `${n < 0 ? 'faltan' : 'sobran'} ${formatPesos(Math.abs(n))} en ${medio.toLowerCase()}`)
    .join(', ')}.`;
