import type { TenantTx } from '@cunservicios/db/tenant';
import { devolverAFacturas } from '@cunservicios/domain/cartera/convenio';
import { sumar } from '@cunservicios/domain/pesos';
import { setCargosAnulados } from '../cargos/cargos.queries.ts';
import { refuse } from '../core/errors.ts';
import { insertEvento } from '../core/transaction.queries.ts';
import { apartarPrefacturas } from '../facturacion/apartar-prefacturas.ts';
import { addToFacturaSaldo } from '../facturas/facturas.queries.ts';
import { lockCuentasPorId } from '../movimientos/deudas.queries.ts';
import { insertMovimiento } from '../movimientos/movimientos.queries.ts';
import { lockServicio } from '../ordenes/ordenes.queries.ts';
import {
  lockConvenio,
  lockCubiertas,
  lockCuotasPendientes,
  selectCubiertas,
  setConvenioIncumplido,
} from './convenios.queries.ts';

type Convenio = { id: number; numero_convenio: string; cliente_id: number };
type Causa = { motivo: string; hoy: string; ahora: Date };

/**
 * Ends an agreement that was not kept: what no bill has asked for yet goes back to the bills it came from, to the peso,
 * and its instalments are taken back. What was billed stays owed where it was billed. 409 `convenio_terminado`.
 */
export async function incumplirConvenio(
  t: TenantTx,
  { id, numero_convenio, cliente_id }: Convenio,
  { motivo, hoy, ahora }: Causa,
) {
  await lockCuentasPorId(t, [cliente_id]);
  await lockCubiertas(t, id);
  await apartarPrefacturas(t, cliente_id);
  await lockServicio(t, cliente_id);
  const { estado, capital } = await lockConvenio(t, id);
  if (estado !== 'vigente') refuse('convenio_terminado', `El convenio ${numero_convenio} ya está ${estado}.`);
  const pendientes = await lockCuotasPendientes(t, id);
  const resto = sumar(pendientes.map((cuota) => cuota.capital));
  const asiento = { cliente_id, tipo: 'convenio' as const, convenio_id: id, fecha: hoy };
  for (const { factura_id, valor } of devolverAFacturas(await selectCubiertas(t, id), capital - resto)) {
    await insertMovimiento(t, { ...asiento, valor, factura_id });
    await addToFacturaSaldo(t, factura_id, valor);
  }
  if (resto > 0) await insertMovimiento(t, { ...asiento, valor: -resto, factura_id: null });
  const cargos = pendientes.flatMap(({ cargo_id, cargo_interes_id }) => [cargo_id, cargo_interes_id ?? []].flat());
  const why = { anulado_en: ahora.toISOString(), motivo: `Convenio ${numero_convenio} incumplido: ${motivo}` };
  if (cargos.length > 0) await setCargosAnulados(t, cargos, why);
  await setConvenioIncumplido(t, id, hoy, motivo);
  await insertEvento(t, 'convenio.incumplido', { numero_convenio, devuelto: resto });
}
