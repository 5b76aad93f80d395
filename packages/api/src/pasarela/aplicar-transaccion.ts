// What the gateway says of a transaction, done: money booked once, given back once, or put on the desk. Everything else
// that is heard again, late or out of order changes nothing.
import type { TenantTx } from '@cunservicios/db/tenant';
import { fechaEnBogota } from '@cunservicios/domain/calendario/fechas';
import {
  ESPERAN,
  type EstadoTransaccion,
  type ResultadoEvento,
  SIGUE,
  avanzar,
  esperaDe,
  estadoDeIntento,
  medioDe,
  novedadDe,
} from '@cunservicios/domain/recaudo/pasarela';
import { today } from '../core/clock.ts';
import type { Services, Tenant } from '../core/context.ts';
import { insertEvento } from '../core/transaction.queries.ts';
import { selectPagoFacts, selectReciboDe } from '../pagos/pagos.queries.ts';
import { type NuevoPago, type Registro, registrarPagos } from '../pagos/registrar-pagos.ts';
import { reversarPago } from '../pagos/reversar-pago.ts';
import { insertReverso, selectReversoDePago } from '../pagos/reversos.queries.ts';
import { type IntentoRow, lockIntento, selectTransaccionesDeIntento, setIntento } from './intentos.queries.ts';
import { holdTransaccion, insertTransaccion, selectTransaccion, setTransaccion } from './transacciones.queries.ts';

export type AvisoTransaccion = {
  /** The gateway's number. */
  transaccion: string;
  /** Ours, of the attempt. */
  referencia: string;
  estado: EstadoTransaccion;
  centavos: number;
  moneda: string;
  /** Its payment_method_type. */
  metodo: string;
  /** When the gateway says it happened. */
  momento: Date | undefined;
};

/** Who books what the gateway says: nobody of the utility. */
export const registroDePasarela = ({ clock }: Services, { zona_horaria, ajustes }: Tenant): Registro => ({
  origen: 'pasarela',
  user_id: null,
  ahora: clock.now(),
  zona_horaria,
  hoy: today(clock, zona_horaria),
  ajustes,
});

/**
 * Applies what is said of a transaction, in the transaction it is given. `aplicado` when it changed something; `repetido`
 * when it was known or overtaken; `contradice` when it cannot be true beside what is known (another reference, a refusal of
 * what was voided): nothing is done then.
 */
export async function aplicarTransaccion(
  t: TenantTx,
  aviso: AvisoTransaccion,
  registro: Registro,
): Promise<Extract<ResultadoEvento, 'aplicado' | 'repetido' | 'contradice'>> {
  await holdTransaccion(t, aviso.transaccion);
  const intento = await lockIntento(t, aviso.referencia);
  const antes = await selectTransaccion(t, aviso.transaccion);
  if (antes && antes.referencia !== aviso.referencia) return 'contradice';
  const estado = antes ? avanzar(antes.estado, aviso.estado) : aviso.estado;
  if (antes?.estado === estado)
    return aviso.estado === estado || SIGUE[aviso.estado].includes(estado) ? 'repetido' : 'contradice';

  const ahora = registro.ahora.toISOString();
  const { transaccion, referencia, centavos, moneda, metodo } = aviso;
  const facts = { estado, valor_centavos: centavos, moneda, metodo, updated_at: ahora };
  if (antes) await setTransaccion(t, antes.id, facts);
  const id =
    antes?.id ??
    (
      await insertTransaccion(t, {
        ...facts,
        transaccion,
        referencia,
        intento_id: intento?.id ?? null,
        created_at: ahora,
      })
    ).id;
  const pago_id = estado === 'APPROVED' ? await cobrar(t, id, aviso, intento, registro) : null;
  if (estado === 'VOIDED' && antes) await devolver(t, { ...antes, id }, registro);
  if (intento) await seguirIntento(t, pago_id === null ? intento : { ...intento, pago_id }, ahora);
  return 'aplicado';
}

/** Books the money as the payment of its attempt, or puts it on the desk. Answers the payment. */
async function cobrar(
  t: TenantTx,
  id: number,
  aviso: AvisoTransaccion,
  intento: IntentoRow | undefined,
  registro: Registro,
) {
  const { transaccion, centavos, moneda, metodo, momento } = aviso;
  const medio = medioDe(metodo);
  const distinta = novedadDe(
    { centavos, moneda },
    intento && { valor: intento.valor, pagado: intento.pago_id !== null },
  );
  const novedad = distinta ?? ((await selectReciboDe(t, medio, transaccion)) && 'ya_registrada');
  if (novedad || !intento) {
    await setTransaccion(t, id, { novedad: novedad ?? 'referencia_desconocida' });
    await insertEvento(t, 'pasarela.novedad', { transaccion, novedad });
    return null;
  }
  const [hecho] = await registrarPagos(
    t,
    [pagoDe(intento, { medio, referencia: transaccion }, momento, registro)],
    registro,
  );
  const pago_id = hecho?.pago_id ?? null;
  if (pago_id !== null) await setTransaccion(t, id, { pago_id });
  return pago_id;
}

function pagoDe(
  { que, valor, numero_factura, cliente_id, created_at }: IntentoRow,
  como: Pick<NuevoPago, 'medio' | 'referencia'>,
  momento: Date | undefined,
  { hoy, zona_horaria }: Registro,
): NuevoPago {
  const deLaCuenta = que === 'cuenta' || que === 'sin_reclamo';
  const empezo = fechaEnBogota(new Date(created_at), zona_horaria);
  const dicho = momento ? fechaEnBogota(momento, zona_horaria) : hoy;
  return {
    ...como,
    valor,
    fecha_pago: dicho < empezo || dicho > hoy ? hoy : dicho,
    destino: deLaCuenta ? { cliente_id } : { facturas: [{ numero_factura }] },
    incluye_reclamo: que === 'cuenta',
  };
}

type Anulada = NonNullable<Awaited<ReturnType<typeof selectTransaccion>>>;

/** The gateway took the money back: the payment is undone, whoever would have to approve it otherwise; a wait at the desk ends. */
async function devolver(t: TenantTx, { id, transaccion, pago_id, novedad, resolucion }: Anulada, registro: Registro) {
  const resuelta_en = registro.ahora.toISOString();
  if (novedad !== null && resolucion === null)
    await setTransaccion(t, id, {
      resolucion: 'anulada',
      resuelta_en,
      observacion: 'La pasarela anuló la transacción: no queda dinero por registrar.',
    });
  if (pago_id === null) return;
  const reverso = await selectReversoDePago(t, pago_id);
  if (reverso?.estado === 'aplicado') return;
  if (reverso) {
    await setTransaccion(t, id, {
      novedad: 'reverso_en_espera',
      resolucion: null,
      resuelta_por: null,
      resuelta_en: null,
      observacion: null,
    });
    await insertEvento(t, 'pasarela.novedad', { transaccion, novedad: 'reverso_en_espera' });
    return;
  }
  const pago = await selectPagoFacts(t, pago_id);
  if (!pago) return;
  await reversarPago(t, pago, {
    fecha: registro.hoy,
    write: async (numero) =>
      (
        await insertReverso(t, {
          pago_id,
          causa: 'reembolso',
          motivo: `La pasarela anuló la transacción ${transaccion} y devolvió el dinero.`,
          user_id: null,
          estado: 'aplicado',
          numero,
          fecha: registro.hoy,
        })
      ).id,
  });
}

/** Writes what an attempt is at, from its transactions. */
export async function seguirIntento(t: TenantTx, intento: Pick<IntentoRow, 'id' | 'pago_id'>, ahora: string) {
  const transacciones = await selectTransaccionesDeIntento(t, intento.id);
  const estado = estadoDeIntento(transacciones);
  const espera = ESPERAN.includes(estado);
  const decide = transacciones.find(({ pago_id }) => pago_id !== null) ?? transacciones.at(-1);
  await setIntento(t, intento.id, {
    estado,
    transaccion_id: decide?.id ?? null,
    pago_id: intento.pago_id,
    resuelto_en: espera ? null : ahora,
    siguiente: espera ? new Date(Date.parse(ahora) + esperaDe(0)).toISOString() : null,
  });
}
