import type { TenantDb, TenantTx } from '@cunservicios/db/tenant';
import { limiteCobro } from '@cunservicios/domain/plazos/plazos';
import { addToSaldo } from '../clientes/clientes.queries.ts';
import { invalid, notFound, refuse } from '../core/errors.ts';
import { insertEvento, takeNumbers } from '../core/transaction.queries.ts';
import { tarifasUsadas } from '../facturacion/tarifa-usada.ts';
import { SERIE_RECUPERACIONES, numeroDeRecuperacion } from '../facturas/numero-factura.ts';
import { insertMovimiento } from '../movimientos/movimientos.queries.ts';
import { lockServicio } from '../ordenes/ordenes.queries.ts';
import { calcularRecuperacion } from './calcular-recuperacion.ts';
import { insertFacturaRecuperada, insertRecuperacion, lockOmitida, selectOmitida } from './recuperaciones.queries.ts';

type Omision = { factura_omitida: string; m3: number };

/** What recovering m³ that a bill should have had would charge. 422 for a bill that is not of consumption, or void. */
export async function planearRecuperacion(t: TenantDb, { factura_omitida, m3 }: Omision) {
  const omitida = (await selectOmitida(t, factura_omitida)) ?? notFound('la factura', factura_omitida);
  const { calculo, consumo_m3, anulada } = omitida;
  if (calculo === null || consumo_m3 === null || anulada)
    return invalid('factura_omitida', `La factura ${factura_omitida} no es una factura de consumo vigente.`);
  const tarifa = (await tarifasUsadas(t)(calculo)) ?? notFound('la versión de tarifas', calculo.tarifa_id);
  const entrada = { calculo, facturado_m3: consumo_m3 + omitida.recuperado_m3, m3 };
  const { conceptos, valor_total } = calcularRecuperacion(tarifa, entrada);
  return { omitida, entrada, conceptos, valor_total, limite: limiteCobro(omitida.fecha_emision) };
}

type Recuperacion = Omision & {
  fundamento_tecnico: string;
  fundamento_legal: string;
  fraude: string | null;
  hoy: string;
  fecha_vencimiento: string;
  user_id: number | null;
};

/**
 * Bills consumption that was not billed in time, as a document of its own with its grounds and calculation. 409
 * `cobro_fuera_de_plazo` more than five months after the bill that should have had it, unless the user's fraud is
 * proven (Ley 142 art. 150; dominio 2.6).
 */
export async function recuperarConsumo(t: TenantTx, { hoy, fecha_vencimiento, ...facts }: Recuperacion) {
  await lockOmitida(t, facts.factura_omitida);
  const { omitida, entrada, conceptos, valor_total, limite } = await planearRecuperacion(t, facts);
  if (hoy > limite && facts.fraude === null)
    refuse(
      'cobro_fuera_de_plazo',
      `Se podía cobrar hasta el ${limite} (Ley 142, art. 150). Solo un fraude probado lo permite después: escriba su evidencia.`,
    );
  const { cliente_id } = omitida;
  const { saldo } = await lockServicio(t, cliente_id);
  const numero_factura = numeroDeRecuperacion(await takeNumbers(t, SERIE_RECUPERACIONES));
  const { id: factura_id } = await insertFacturaRecuperada(t, {
    numero_factura,
    cliente_id,
    fecha_emision: hoy,
    fecha_vencimiento,
    valor_total,
    saldo_anterior: saldo,
    conceptos,
    observaciones: `Recuperación de ${facts.m3} m³ de la factura ${facts.factura_omitida}. ${facts.fundamento_tecnico} ${facts.fundamento_legal}`,
  });
  const { m3, fundamento_tecnico, fundamento_legal, fraude, user_id } = facts;
  const grounds = { m3, fundamento_tecnico, fundamento_legal, fraude, user_id };
  await insertRecuperacion(t, { ...grounds, factura_id, omitida_id: omitida.id, limite, entrada });
  await insertMovimiento(t, { cliente_id, tipo: 'factura', valor: valor_total, factura_id, fecha: hoy });
  await addToSaldo(t, cliente_id, valor_total);
  await insertEvento(t, 'factura.emitida', { numero_factura, valor_total });
  return numero_factura;
}
