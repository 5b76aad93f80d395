import type { TenantDb } from '@cunservicios/db/tenant';
import { type TarifaPreparada, prepararTarifa } from '@cunservicios/domain/tarifa/corrida';
import type { VersionTarifa } from '@cunservicios/domain/tarifa/version';
import { selectTarifaById } from '../tarifas/tarifas.queries.ts';
import type { ReglasPeriodo } from './calcular-cuenta.ts';

/**
 * The tariffs that bills were made with, each read and prepared once; undefined when a version is not there.
 * `propuesta` stands for the version of id 0, which nobody has saved.
 */
export function tarifasUsadas(t: TenantDb, propuesta?: VersionTarifa) {
  const known = new Map<string, TarifaPreparada>();
  return async ({ tarifa_id, altitud_msnm, meses, fecha }: ReglasPeriodo) => {
    const key = `${tarifa_id} ${altitud_msnm} ${meses} ${fecha}`;
    const found = known.get(key);
    if (found) return found;
    const version = tarifa_id === 0 ? propuesta : await selectTarifaById(t, tarifa_id);
    if (!version) return undefined;
    const tarifa = prepararTarifa(version, { altitud_msnm, meses, fecha });
    known.set(key, tarifa);
    return tarifa;
  };
}
