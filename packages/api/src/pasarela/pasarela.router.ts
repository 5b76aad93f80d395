import { type AmbientePasarela, MONEDA, medioDe } from '@cunservicios/domain/recaudo/pasarela';
import { hoyDe } from '../core/clock.ts';
import type { ReadContext, WriteContext } from '../core/context.ts';
import { invalid, notFound, refuse } from '../core/errors.ts';
import { readCursor, toPage } from '../core/page.ts';
import { pageOf } from '../core/schema.ts';
import { checkVersion } from '../core/transaction.ts';
import { read, router, write } from '../core/trpc.ts';
import { numeroDeRecibo } from '../pagos/numero-recibo.ts';
import { registroDe } from '../pagos/registro.ts';
import { registrarPagos } from '../pagos/registrar-pagos.ts';
import { SECRETOS, abrirPasarela } from './abrir-pasarela.ts';
import { seguirIntento } from './aplicar-transaccion.ts';
import { consultarIntento } from './consultar-intento.ts';
import { lockIntento, selectIntento, selectIntentos } from './intentos.queries.ts';
import { selectPasarela, upsertPasarela } from './pasarela.queries.ts';
import {
  byReferencia,
  eventoPasarela,
  eventoRecibido,
  intento,
  intentoCompleto,
  intentoConsultado,
  listIntentos,
  listNovedades,
  pasarela,
  resolverNovedad,
  transaccionPasarela,
  updatePasarela,
} from './pasarela.schema.ts';
import { recibirEvento } from './recibir-evento.ts';
import {
  holdTransaccion,
  selectEventosDeIntento,
  selectNovedades,
  selectTransaccionById,
  selectTransaccionesPorReferencia,
  setTransaccion,
} from './transacciones.queries.ts';

const tag = 'Pasarela';
const COBRAN = ['admin', 'recaudo', 'consulta', 'atencion'] as const;
const missing = (referencia: string) => notFound('el pago', referencia);
const conRecibo = <R extends { recibo: number | null }>(row: R) => ({
  ...row,
  recibo: row.recibo === null ? null : numeroDeRecibo(row.recibo),
});

async function ajustesDe({ services, t, tenant }: ReadContext) {
  const abierta = await abrirPasarela(services, t);
  return {
    ambientes: Object.keys(services.pasarelas.direcciones) as AmbientePasarela[],
    configurada: abierta !== undefined,
    activa: abierta?.activa ?? false,
    ambiente: abierta?.ambiente ?? null,
    llave_publica: abierta?.llave_publica ?? null,
    minimo: abierta?.minimo ?? null,
    legible: abierta === undefined || abierta.secretos !== undefined,
    url_eventos: new URL(`/api/pasarela/eventos/${tenant.id}`, services.publicUrl).href,
    updated_at: abierta?.updated_at ?? null,
    version: abierta?.version ?? 0,
  };
}

async function completo({ t }: Pick<ReadContext, 't'>, referencia: string) {
  const row = (await selectIntento(t, referencia)) ?? missing(referencia);
  const [transacciones, eventos] = await Promise.all([
    selectTransaccionesPorReferencia(t, row.id),
    selectEventosDeIntento(t, row.id, 100),
  ]);
  return { ...conRecibo(row), transacciones: transacciones.map(conRecibo), eventos };
}

export const pasarelaRouter = router({
  get: read('admin', 'recaudo')
    .meta({
      rest: {
        method: 'GET',
        path: '/pasarela',
        tag,
        summary: 'Ajustes de la pasarela de pagos',
        description: 'Without its secrets: nobody reads them again.',
        etag: true,
      },
    })
    .output(pasarela)
    .query(({ ctx }) => ajustesDe(ctx)),

  update: write('admin')
    .meta({
      rest: {
        method: 'PUT',
        path: '/pasarela',
        tag,
        summary: 'Cambiar los ajustes de la pasarela',
        description:
          'Keys and secrets are copied from the panel of the gateway; those left out stay as they are. They are sealed before they are stored. The address follows from `ambiente`: a utility cannot name another.',
        etag: true,
        example: {
          ambiente: 'pruebas',
          activa: true,
          llave_publica: 'pub_test_EJEMPLO0123456789',
          llave_privada: 'prv_test_EJEMPLO0123456789',
          secreto_eventos: 'test_events_EJEMPLO',
          secreto_integridad: 'test_integrity_EJEMPLO',
        },
      },
    })
    .input(updatePasarela)
    .output(pasarela)
    .mutation(async ({ ctx, input }) => {
      const { services, tenant } = ctx;
      if (!services.pasarelas.direcciones[input.ambiente])
        invalid('ambiente', 'Este servidor no tiene un simulador de pagos: use producción o pruebas.');
      await ctx.tx(async (t) => {
        const antes = await selectPasarela(t);
        checkVersion(ctx, antes?.version ?? 0);
        const sellar = (nombre: (typeof SECRETOS)[number]) => {
          const nuevo = input[nombre];
          if (nuevo !== undefined) return services.cofre.cerrar(tenant.id, nombre, nuevo);
          return antes?.[nombre] ?? invalid(nombre, 'Falta este dato: cópielo del panel de la pasarela.');
        };
        const { ambiente, activa, llave_publica, minimo } = input;
        const visible = { ambiente, activa, llave_publica, minimo };
        await upsertPasarela(t, {
          ...visible,
          llave_privada: sellar('llave_privada'),
          secreto_eventos: sellar('secreto_eventos'),
          secreto_integridad: sellar('secreto_integridad'),
          user_id: ctx.user?.id ?? null,
          updated_at: services.clock.now().toISOString(),
        });
        const cambiados = SECRETOS.filter((nombre) => input[nombre] !== undefined);
        ctx.audit('pasarela', {
          antes: antes && {
            ambiente: antes.ambiente,
            activa: antes.activa,
            llave_publica: antes.llave_publica,
            minimo: antes.minimo,
          },
          despues: { ...visible, secretos_cambiados: cambiados },
        });
      });
      return ajustesDe(ctx);
    }),

  evento: write('anyone')
    .meta({
      rest: {
        method: 'POST',
        path: '/pasarela/eventos/{empresa}',
        tenant: 'empresa',
        tag,
        summary: 'Recibir un evento de la pasarela',
        description:
          'The gateway calls it. The checksum says whether it is the gateway; amount, currency and reference are held against our record. 200 for what was understood, also when it was known already; 403 `evento_falso`.',
        example: {
          event: 'transaction.updated',
          data: {
            transaction: {
              id: '12345-1720000000-67890',
              status: 'APPROVED',
              amount_in_cents: 8_745_000,
              reference: 'P0123456789abcdef0123456789abcdef',
              currency: 'COP',
              payment_method_type: 'PSE',
            },
          },
          timestamp: 1_720_000_123,
          signature: {
            properties: ['transaction.id', 'transaction.status', 'transaction.amount_in_cents'],
            checksum: '21eaa8cde885c90b99d1f61a93899693b67bb88f5df81708faca0af8c4c33ea3',
          },
        },
      },
    })
    .input(eventoPasarela)
    .output(eventoRecibido)
    .mutation(async ({ ctx, input }) => {
      if (input.empresa !== ctx.tenant.id) notFound('la empresa', input.empresa);
      return { resultado: await recibirEvento(ctx, input) };
    }),

  intentos: read(...COBRAN)
    .meta({
      rest: {
        method: 'GET',
        path: '/pasarela/intentos',
        tag,
        summary: 'Pagos en línea que la gente empezó, del más reciente al más antiguo',
        list: true,
      },
    })
    .input(listIntentos)
    .output(pageOf(intento))
    .query(async ({ ctx: { t }, input }) => {
      const [after] = readCursor(input, 'number') ?? [];
      return toPage((await selectIntentos(t, { ...input, after })).map(conRecibo), input, ({ id }) => [id]);
    }),

  intento: read(...COBRAN)
    .meta({
      rest: {
        method: 'GET',
        path: '/pasarela/intentos/{referencia}',
        tag,
        summary: 'Un pago en línea con todo lo que la pasarela dijo de él',
      },
    })
    .input(byReferencia)
    .output(intentoCompleto)
    .query(({ ctx, input: { referencia } }) => completo(ctx, referencia)),

  consultar: write('admin', 'recaudo')
    .meta({
      rest: {
        method: 'POST',
        path: '/pasarela/intentos/{referencia}/consultar',
        tag,
        summary: 'Preguntarle de nuevo a la pasarela por un intento',
        description:
          'Whatever its state. `respondio` says whether the gateway answered: nothing changes when it does not.',
        example: {},
      },
    })
    .input(byReferencia)
    .output(intentoConsultado)
    .mutation(async ({ ctx, input: { referencia } }) => {
      if (!(await selectIntento(ctx.t, referencia))) missing(referencia);
      const respondio = await consultarIntento(ctx.services, ctx.tenant, referencia);
      return { ...(await completo(ctx, referencia)), respondio };
    }),

  novedades: read(...COBRAN)
    .meta({
      rest: {
        method: 'GET',
        path: '/pasarela/novedades',
        tag,
        summary: 'Dinero de la pasarela que espera una decisión',
        description:
          'Approved transactions that do not agree with an attempt of ours: nothing of them is booked by itself.',
        list: true,
      },
    })
    .input(listNovedades)
    .output(pageOf(transaccionPasarela))
    .query(async ({ ctx: { t }, input }) => {
      const [after] = readCursor(input, 'number') ?? [];
      return toPage((await selectNovedades(t, { ...input, after })).map(conRecibo), input, ({ id }) => [id]);
    }),

  resolver: write('admin', 'recaudo')
    .meta({
      idempotent: true,
      rest: {
        method: 'POST',
        path: '/pasarela/novedades/{transaccion_id}/resolver',
        tag,
        summary: 'Decidir qué se hace con una novedad de la pasarela',
        description:
          '`registrada` books it as a payment of an account; `devuelta` and `descartada` only say what was done. 409 `novedad_resuelta` when it was decided already.',
        example: { resolucion: 'devuelta', observacion: 'Se devolvió desde el panel de la pasarela' },
      },
    })
    .input(resolverNovedad)
    .output(transaccionPasarela)
    .mutation(({ ctx, input }) =>
      ctx.tx(async (t) => {
        const { transaccion_id, resolucion, observacion } = input;
        const nadie = () => notFound('la novedad', transaccion_id);
        const antes = (await selectTransaccionById(t, transaccion_id)) ?? nadie();
        await holdTransaccion(t, antes.transaccion);
        const intentado = await lockIntento(t, antes.referencia);
        const row = (await selectTransaccionById(t, transaccion_id)) ?? nadie();
        if (row.novedad === null) nadie();
        if (row.resolucion !== null) refuse('novedad_resuelta', `Esta novedad ya está ${row.resolucion}.`);
        const pago_id = resolucion === 'registrada' ? await registrar(ctx, t, row, input.numero_cuenta) : undefined;
        const ahora = ctx.services.clock.now().toISOString();
        await setTransaccion(t, transaccion_id, {
          resolucion,
          observacion,
          resuelta_por: ctx.user?.id ?? null,
          resuelta_en: ahora,
          ...(pago_id !== undefined && { pago_id }),
        });
        if (intentado) await seguirIntento(t, { ...intentado, pago_id: intentado.pago_id ?? pago_id ?? null }, ahora);
        const resuelta = conRecibo((await selectTransaccionById(t, transaccion_id)) ?? nadie());
        ctx.audit(`pasarela/novedades/${transaccion_id}`, { antes: row, despues: resuelta });
        return resuelta;
      }),
    ),
});

type Novedad = NonNullable<Awaited<ReturnType<typeof selectTransaccionById>>>;

/** Books the money of the desk: as a payment of an account, its bills in the order of the rule. */
async function registrar(
  ctx: WriteContext,
  t: Parameters<typeof registrarPagos>[0],
  { transaccion, numero_cuenta, valor_centavos, moneda, metodo, novedad }: Novedad,
  elegida: string | undefined,
) {
  if (novedad === 'reverso_en_espera' || novedad === 'ya_registrada')
    invalid('resolucion', 'Ese dinero ya está registrado: apruebe o rechace el reverso, o descarte la novedad.');
  if (moneda !== MONEDA)
    invalid('resolucion', `El dinero llegó en ${moneda}: devuélvalo desde el panel de la pasarela.`);
  if (valor_centavos % 100 !== 0 || valor_centavos === 0)
    invalid('resolucion', 'El valor no es de pesos enteros: devuélvalo desde el panel de la pasarela.');
  const cuenta =
    elegida ?? numero_cuenta ?? invalid('numero_cuenta', 'Escriba la cuenta en la que se registra el pago.');
  const [hecho] = await registrarPagos(
    t,
    [
      {
        valor: valor_centavos / 100,
        medio: medioDe(metodo),
        referencia: transaccion,
        fecha_pago: hoyDe(ctx),
        destino: { numero_cuenta: cuenta },
      },
    ],
    registroDe(ctx, 'pasarela'),
  );
  return hecho?.pago_id;
}
