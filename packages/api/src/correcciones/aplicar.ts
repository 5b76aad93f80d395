// Does what a plan says, in the transaction of its caller.
import type { TenantTx } from '@cunservicios/db/tenant';
import type { OrigenNota } from '@cunservicios/domain/cartera/listas';
import { exigirDevolucionPosible, valorDe } from '@cunservicios/domain/cartera/nota';
import { refuse } from '../core/errors.ts';
import { insertEvento } from '../core/transaction.queries.ts';
import { apartarPrefacturas } from '../facturacion/apartar-prefacturas.ts';
import { emitirNota } from '../notas/emitir-nota.ts';
import { lockCadena } from './cadena.queries.ts';
import { type Resultado, insertAjusteConsumo, insertCorreccionFactura } from './correcciones.queries.ts';
import { type Plan, huellaDe, totalesDe } from './plan.ts';

/**
 * Holds the account and its bills still, plans again and compares with what was seen.
 * 409 `vista_vieja`.
 */
export async function planSeguro(t: TenantTx, cliente_id: number, huella: string, replan: () => Promise<Plan>) {
  await lockCadena(t, cliente_id);
  const plan = await replan();
  if (huellaDe(plan) !== huella)
    refuse('vista_vieja', 'Los libros cambiaron desde la vista previa: véala de nuevo antes de aplicarla.');
  return plan;
}

export function resultadoDe(plan: Plan): Resultado {
  const { facturas, diferencia, diferencia_m3 } = totalesDe(plan);
  const { antes, despues } = plan.estado ?? { antes: null, despues: null };
  return { facturas, diferencia, diferencia_m3, antes: plan.antes, estado_antes: antes, estado_despues: despues };
}

type Hechos = { motivo: string; sustento: string | null; hoy: string; user_id: number | null; origen: OrigenNota };

/**
 * Writes everything a correction changes: facts, notes of all bills, how each bill now stands, consumption from here on.
 * 409 `ejecucion_en_curso`.
 */
export async function aplicarPlan(
  t: TenantTx,
  plan: Plan,
  correccion_id: number,
  { motivo, sustento, hoy, user_id, origen }: Hechos,
) {
  if (plan.estado || plan.escrituras.length > 0) await apartarPrefacturas(t, plan.cliente_id);
  for (const { write } of plan.escrituras) await write(t);
  for (const { factura, debida, lineas, omitida } of plan.tocadas) {
    const diferencia = valorDe(lineas);
    exigirDevolucionPosible(factura.valor_total, factura.notas, diferencia);
    if (lineas.length > 0)
      await emitirNota(t, factura, { conceptos: lineas, motivo, sustento, origen, correccion_id, fecha: hoy, user_id });
    const { conceptos, consumo_m3, calculo } = debida;
    await insertCorreccionFactura(t, {
      correccion_id,
      factura_id: factura.id,
      conceptos,
      consumo_m3,
      calculo: calculo.tarifa_id === 0 && plan.version ? { ...calculo, tarifa_id: plan.version.id } : calculo,
      diferencia,
      omitida,
    });
  }
  if (plan.estado) {
    const { factura_id, despues } = plan.estado;
    await insertAjusteConsumo(t, {
      cliente_id: plan.cliente_id,
      factura_id,
      estado: despues,
      motivo,
      user_id,
      correccion_id,
    });
  }
  const { numero_cuenta, tipo } = plan;
  await insertEvento(t, 'correccion.aplicada', { correccion_id, tipo, numero_cuenta, ...totalesDe(plan) });
}
