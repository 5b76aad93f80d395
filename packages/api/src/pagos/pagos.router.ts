import { registroDeVentanilla } from '../cajas/registro-de-ventanilla.ts';
import { numeroDeCaja } from '../cajas/numero-caja.ts';
import { Archivo, archivo, archivoPorPartes } from '../core/archivo.ts';
import { hoyDe } from '../core/clock.ts';
import type { WriteContext } from '../core/context.ts';
import { invalid, notFound, refuse } from '../core/errors.ts';
import { visibleClientes } from '../core/identity.ts';
import { readCursor, toPage } from '../core/page.ts';
import { STAFF } from '../core/roles.ts';
import { pageOf } from '../core/schema.ts';
import { read, router, write } from '../core/trpc.ts';
import { empresaDe } from '../documento/empresa.ts';
import { reciboPdf } from '../documento/recibo-pdf.ts';
import { selectRecibo } from '../documento/recibo.queries.ts';
import { exigirNoFuturo, registroDe } from './registro.ts';
import { numeroDeRecibo, reciboDe } from './numero-recibo.ts';
import { selectPago, selectPagoByRecibo, selectPagos, selectReciboDe } from './pagos.queries.ts';
import {
  type CreatePago,
  byId,
  consultaRecibo,
  createPago,
  exportarPagos,
  cruce,
  cruzarSaldo,
  listPagos,
  pago,
  pagoConVerificacion,
  reciboPublico,
  simulacionPago,
  simularPago as simularInput,
} from './pagos.schema.ts';
import { cruzarSaldos } from './cruzar-saldos.ts';
import { selectCuentasPorCruzar } from './cruzar-saldos.queries.ts';
import { lockDestinos } from './registrar-pagos.queries.ts';
import { planillaDePagos } from './planilla-de-pagos.ts';
import { PLANILLAS, archivoDePlanilla } from '../planilla/archivo-de-planilla.ts';
import { type NuevoPago, registrarPagos, simularPago } from './registrar-pagos.ts';

const tag = 'Pagos';
const missing = (pago_id: number) => notFound('el pago', pago_id);
const toPago = <R extends { recibo: number }>(row: R) => ({ ...row, recibo: numeroDeRecibo(row.recibo) });

type Destino = Pick<CreatePago, 'numero_factura' | 'facturas' | 'numero_cuenta'>;

function destinoDe({ numero_factura, facturas, numero_cuenta = '' }: Destino): NuevoPago['destino'] {
  if (facturas) return { facturas };
  return numero_factura === undefined ? { numero_cuenta } : { facturas: [{ numero_factura }] };
}

export const pagosRouter = router({
  list: read(...STAFF, 'ciudadano')
    .meta({
      rest: {
        method: 'GET',
        path: '/pagos',
        tag,
        summary: 'Pagos, del más reciente al más antiguo',
        description: 'Staff see all payments; a citizen those of the accounts linked to them. In the order of booking.',
        list: true,
      },
    })
    .input(listPagos)
    .output(pageOf(pago))
    .query(async ({ ctx, input: { recibo, ...input } }) => {
      const [after] = readCursor(input, 'number') ?? [];
      const numero = recibo === undefined ? undefined : numeroPedido(recibo);
      const rows = await selectPagos(ctx.t, { ...input, recibo: numero, after, visible: await visibleClientes(ctx) });
      return toPage(rows.map(toPago), input, ({ id }) => [id]);
    }),

  get: read(...STAFF, 'ciudadano')
    .meta({ rest: { method: 'GET', path: '/pagos/{pago_id}', tag, summary: 'Un pago: a dónde fue cada peso' } })
    .input(byId)
    .output(pagoConVerificacion)
    .query(async ({ ctx, input: { pago_id } }) => {
      const [row, visible] = await Promise.all([selectPago(ctx.t, pago_id), visibleClientes(ctx)]);
      return row && (!visible || visible.includes(row.cliente_id)) ? toPago(row) : missing(pago_id);
    }),

  recibo: read(...STAFF, 'ciudadano')
    .meta({
      rest: {
        method: 'GET',
        path: '/pagos/{pago_id}/recibo',
        tag,
        summary: 'El recibo de un pago en PDF',
        description:
          'Half a letter sheet: where every peso went when it came in, and a QR where anyone may check it. Undone, it says so.',
        produces: 'application/pdf',
      },
    })
    .input(byId)
    .output(archivo)
    .query(async ({ ctx, input: { pago_id } }) => {
      const [row, visible, empresa] = await Promise.all([
        selectRecibo(ctx.t, pago_id),
        visibleClientes(ctx),
        empresaDe(ctx),
      ]);
      if (!row || (visible && !visible.includes(row.cliente_id))) return missing(pago_id);
      const numeros = { recibo: numeroDeRecibo(row.recibo), caja: row.caja === null ? null : numeroDeCaja(row.caja) };
      const pdf = reciboPdf(row, numeros, empresa, ctx.tenant.zona_horaria);
      return new Archivo(`recibo-${numeros.recibo}.pdf`, 'application/pdf', pdf);
    }),

  exportar: read('admin', 'recaudo', 'consulta')
    .meta({
      rest: {
        method: 'GET',
        path: '/pagos/exportar',
        tag,
        summary: 'Pagos de un filtro, como archivo (CSV, XLSX)',
        description:
          'All that the filters of `GET /pagos` find, newest first, sent while they are read. A row a payment.',
        produces: PLANILLAS,
      },
    })
    .input(exportarPagos)
    .output(archivoPorPartes)
    .query(({ ctx, input: { recibo, formato, ...filtro } }) => {
      const numero = recibo === undefined ? undefined : numeroPedido(recibo);
      return archivoDePlanilla(planillaDePagos(ctx.t, { ...filtro, recibo: numero }, ctx.tenant.zona_horaria), formato);
    }),

  create: write('admin', 'recaudo')
    .meta({
      idempotent: true,
      rest: {
        method: 'POST',
        path: '/pagos',
        tag,
        summary: 'Registrar un pago',
        description:
          "Of one bill, several, or an account; partial, above what is owed, or dated before today. By a cashier with a session open it is of their session (`origen` caja). The answer says where every peso went: by the utility's rule (`ajustes.asignacion_*`), what is under claim left out unless `incluye_reclamo`, what nothing takes as an advance that the next issue uses. 409 `duplicado` for a `medio` and `referencia` booked already: with an Idempotency-Key a repeated call gets the first answer instead.",
        status: 201,
        location: ({ id }: { id: number }) => `/pagos/${id}`,
        example: { numero_factura: 'MANUAL-0001', valor: 20000, medio: 'Efectivo', referencia: 'CAJA-1-000123' },
      },
    })
    .input(createPago)
    .output(pagoConVerificacion)
    .mutation(({ ctx, input }) =>
      ctx
        .tx(async (t) => {
          const { valor, medio, fecha_pago = hoyDe(ctx), referencia = null, incluye_reclamo, observaciones } = input;
          exigirNoFuturo(ctx, fecha_pago);
          const { registro, caja_id } = await registroDeVentanilla(ctx, t, medio);
          const nuevo = {
            valor,
            medio,
            fecha_pago,
            referencia,
            incluye_reclamo,
            observaciones,
            destino: destinoDe(input),
            caja_id,
          };
          const [hecho = missing(0)] = await registrarPagos(t, [nuevo], registro);
          const row = toPago({ ...hecho, id: hecho.pago_id, reverso: null });
          ctx.audit(`pagos/${row.id}`, { despues: row });
          return row;
        })
        .catch((error: unknown) => decirRecibo(ctx, input, error)),
    ),

  simular: read(...STAFF, 'ciudadano')
    .meta({
      rest: {
        method: 'POST',
        path: '/pagos/simular',
        tag,
        summary: 'A dónde iría un pago, antes de hacerlo',
        description: 'Nothing is booked. A citizen may ask for the accounts linked to them.',
        example: { numero_cuenta: '05440-0001', valor: 50000 },
      },
    })
    .input(simularInput)
    .output(simulacionPago)
    .query(async ({ ctx, input }) => {
      const { valor, incluye_reclamo } = input;
      const nuevo = {
        valor,
        incluye_reclamo,
        medio: 'Efectivo' as const,
        referencia: null,
        fecha_pago: hoyDe(ctx),
        destino: destinoDe(input),
      };
      const [hecho, visible] = await Promise.all([
        simularPago(ctx.t, nuevo, registroDe(ctx, 'oficina')),
        visibleClientes(ctx),
      ]);
      if (visible && !visible.includes(hecho.cliente_id)) notFound('la cuenta o la factura', input.numero_cuenta ?? '');
      return hecho;
    }),

  cruzar: write('admin', 'recaudo')
    .meta({
      idempotent: true,
      rest: {
        method: 'POST',
        path: '/clientes/{numero_cuenta}/cruzar-saldo',
        tag,
        summary: 'Pagar lo que una cuenta debe con su saldo a favor',
        description:
          'Now, instead of at the next issue: advances, and what credit notes gave back beyond a bill. Does nothing when there is nothing in favour or nothing owed.',
        example: {},
      },
    })
    .input(cruzarSaldo)
    .output(cruce)
    .mutation(({ ctx, input: { numero_cuenta } }) =>
      ctx.tx(async (t) => {
        const [cuenta] = await lockDestinos(t, { facturas: [], cuentas: [numero_cuenta], ids: [] });
        if (!cuenta) return notFound('la cuenta', numero_cuenta);
        const momento = { ...registroDe(ctx, 'oficina'), fecha: hoyDe(ctx) };
        const facturas = await cruzarSaldos(t, await selectCuentasPorCruzar(t, { ids: [cuenta.id] }), momento);
        const despues = { numero_cuenta, facturas };
        ctx.audit(`clientes/${numero_cuenta}`, { despues });
        return despues;
      }),
    ),

  consultaPublica: read('anyone')
    .meta({
      rest: {
        method: 'GET',
        path: '/publico/recibo',
        tag: 'Público',
        summary: 'Comprobar un recibo con su número y su código',
        description: 'Whether a receipt is ours and still stands; both are printed on it. No name comes back.',
      },
    })
    .input(consultaRecibo)
    .output(reciboPublico)
    .query(async ({ ctx, input: { recibo, verificacion } }) => {
      const numero = reciboDe(recibo);
      const row = numero === undefined ? undefined : await selectPagoByRecibo(ctx.t, numero);
      if (row?.verificacion !== verificacion) return notFound('un recibo con ese número y ese código:', recibo);
      return { ...toPago(row), empresa: ctx.tenant.nombre, vigente: row.reverso?.estado !== 'aplicado' };
    }),
});

const numeroPedido = (recibo: string) =>
  reciboDe(recibo) ?? invalid('recibo', 'Escriba un número de recibo, como RC000000123.');

/** A means and a reference booked already: the refusal names their receipt. */
async function decirRecibo(ctx: WriteContext, { medio, referencia }: CreatePago, error: unknown): Promise<never> {
  const repetida = (error as { constraint?: string }).constraint === 'pagos_referencia_unica';
  const hay = repetida && referencia !== undefined && (await selectReciboDe(ctx.t, medio, referencia));
  if (hay)
    refuse('duplicado', `Ese pago ya está registrado: ${medio} ${referencia}, recibo ${numeroDeRecibo(hay.recibo)}.`);
  throw error;
}
