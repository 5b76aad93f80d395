// The way to the gateway and back of somebody without a session, who holds the paper of a bill.
import { randomBytes } from 'node:crypto';
import { MONEDA, enCentavos, esperaDe } from '@cunservicios/domain/recaudo/pasarela';
import { formatPesos } from '@cunservicios/domain/pesos';
import type { Context, ReadContext } from '../core/context.ts';
import { invalid, notFound, refuse } from '../core/errors.ts';
import { read, router, write } from '../core/trpc.ts';
import { numeroDeRecibo } from '../pagos/numero-recibo.ts';
import { abrirPasarela } from './abrir-pasarela.ts';
import { consultarIntento } from './consultar-intento.ts';
import { firmaDeIntegridad } from './firma.ts';
import { claimConsulta, insertIntento, selectIntento } from './intentos.queries.ts';
import { type Papel, opcionesDe } from './opciones.ts';
import {
  byReferencia,
  consultarPago,
  estadoDePago,
  iniciarPago,
  opcionesDePago,
  opcionesPago,
  pagoIniciado,
} from './pasarela.schema.ts';

const tag = 'Público';
const ESPERAN_RESPUESTA = ['creado', 'pendiente', 'vencido'];
/** The gateway is asked at most once in this time for one attempt, however many ask us. */
const CADA_MS = 5_000;

async function estadoDe({ t }: Pick<ReadContext, 't'>, referencia: string) {
  const row = (await selectIntento(t, referencia)) ?? notFound('el pago', referencia);
  return {
    ...row,
    recibo: row.recibo === null ? null : numeroDeRecibo(row.recibo),
    de_prueba: row.ambiente !== 'produccion',
  };
}

/** The gateway on which a payment may begin now. */
async function pasarelaActiva({ services, t }: ReadContext) {
  const pasarela = await abrirPasarela(services, t);
  const { secretos, direcciones } = pasarela ?? {};
  return pasarela?.activa && secretos && direcciones ? { ...pasarela, secretos, direcciones } : undefined;
}

export const pagarRouter = router({
  opciones: read('anyone')
    .meta({
      rest: {
        method: 'GET',
        path: '/publico/pagar',
        tag,
        summary: 'Qué se puede pagar con los dos números del papel',
        description:
          'Choices and their pesos: this bill, all that the account owes, the same without what is under claim.',
      },
    })
    .input(opcionesPago)
    .output(opcionesDePago)
    .query(async ({ ctx, input }) => {
      const [opciones, pasarela] = await Promise.all([opcionesDe(ctx.t, input), pasarelaActiva(ctx)]);
      return {
        ...input,
        ...opciones,
        en_linea: pasarela !== undefined,
        de_prueba: pasarela !== undefined && pasarela.ambiente !== 'produccion',
        minimo: pasarela?.minimo ?? 0,
      };
    }),

  iniciar: write('anyone')
    .meta({
      idempotent: true,
      rest: {
        method: 'POST',
        path: '/publico/pagar',
        tag,
        summary: 'Empezar un pago en línea',
        description:
          'Writes the attempt down under an unpredictable reference and answers what the checkout of the gateway needs, signed. Nothing is paid yet. 409 `pasarela_no_activa` when the utility takes no payments online.',
        status: 201,
        location: ({ referencia }: { referencia: string }) => `/publico/pagar/${referencia}`,
        example: { numero_cuenta: '05440-0001', numero_factura: 'MANUAL-0001', que: 'factura' },
      },
    })
    .input(iniciarPago)
    .output(pagoIniciado)
    .mutation(async ({ ctx, input }) => {
      const [{ factura, opciones }, pasarela] = await Promise.all([opcionesDe(ctx.t, input), pasarelaActiva(ctx)]);
      if (!pasarela)
        return refuse(
          'pasarela_no_activa',
          'Esta empresa no recibe pagos en línea por ahora. Pague en los puntos de siempre.',
        );
      const { que } = input;
      const valor =
        input.valor ??
        opciones.find((opcion) => opcion.que === que)?.valor ??
        invalid('que', 'Ya no hay nada que pagar así: consulte de nuevo la factura.');
      if (opciones.length === 0) invalid('que', 'La cuenta no debe nada.');
      if (valor < pasarela.minimo) invalid('valor', `En línea se paga desde ${formatPesos(pasarela.minimo)}.`);
      const referencia = `P${randomBytes(16).toString('hex')}`;
      const ahora = ctx.services.clock.now();
      const datos = {
        public_key: pasarela.llave_publica,
        currency: MONEDA,
        amount_in_cents: enCentavos(valor),
        reference: referencia,
        signature_integrity: firmaDeIntegridad(referencia, enCentavos(valor), pasarela.secretos.secreto_integridad),
        redirect_url: vueltaDe(ctx, referencia),
      };
      return ctx.tx(async (t) => {
        await insertIntento(t, {
          referencia,
          cliente_id: factura.cliente_id,
          factura_id: factura.id,
          ambiente: pasarela.ambiente,
          que,
          valor,
          created_at: ahora.toISOString(),
          proxima_consulta: new Date(ahora.getTime() + esperaDe(0)).toISOString(),
        });
        ctx.audit(`intentos_pago/${referencia}`, { despues: { ...papelDe(input), que, valor } });
        return { referencia, valor, datos, direccion: direccionDe(pasarela.direcciones.pago, datos) };
      });
    }),

  estado: read('anyone')
    .meta({
      rest: {
        method: 'GET',
        path: '/publico/pagar/{referencia}',
        tag,
        summary: 'Cómo va un pago en línea',
        description: 'Whoever has the reference of the attempt may ask. Pending is said as long as no answer has come.',
      },
    })
    .input(byReferencia)
    .output(estadoDePago)
    .query(({ ctx, input: { referencia } }) => estadoDe(ctx, referencia)),

  consultar: write('anyone')
    .meta({
      rest: {
        method: 'POST',
        path: '/publico/pagar/{referencia}/consultar',
        tag,
        summary: 'Preguntarle de nuevo a la pasarela por un pago',
        description:
          'At most once in five seconds for one attempt; in between, and when the gateway does not answer, it says what is known.',
        example: {},
      },
    })
    .input(consultarPago)
    .output(estadoDePago)
    .mutation(async ({ ctx, input: { referencia, transaccion } }) => {
      const antes = await estadoDe(ctx, referencia);
      if (!ESPERAN_RESPUESTA.includes(antes.estado)) return antes;
      const ahora = ctx.services.clock.now();
      const desde = { ahora: ahora.toISOString(), antes: new Date(ahora.getTime() - CADA_MS).toISOString() };
      const mine = await ctx.services.tenants.transaction(ctx.tenant.id, (t) => claimConsulta(t, referencia, desde));
      if (!mine) return antes;
      await consultarIntento(ctx.services, ctx.tenant, referencia, transaccion);
      return estadoDe(ctx, referencia);
    }),
});

const papelDe = ({ numero_cuenta, numero_factura }: Papel) => ({ numero_cuenta, numero_factura });

/** Where the gateway sends people back to. */
function vueltaDe({ services, tenant }: Context, referencia: string) {
  const url = new URL('/pago', services.publicUrl);
  url.search = new URLSearchParams({ empresa: tenant.id, referencia }).toString();
  return url.href;
}

/** The page of the gateway with what it needs, under the names that it gives them. */
function direccionDe(pago: string, datos: Record<string, string | number>) {
  const url = new URL(pago);
  const names: Record<string, string> = { signature_integrity: 'signature:integrity' };
  for (const [name, value] of Object.entries(datos))
    url.searchParams.set(names[name] ?? name.replaceAll('_', '-'), String(value));
  // Its own page writes the colon as it is.
  url.search = url.search.replace('signature%3Aintegrity', 'signature:integrity');
  return url.href;
}
