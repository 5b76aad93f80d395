// What a run of a period needs to know of it.
import type { TenantDb } from '@cunservicios/db/tenant';
import { prepararTarifa } from '@cunservicios/domain/tarifa/corrida';
import type { Tenant } from '../core/context.ts';
import { refuse } from '../core/errors.ts';
import { selectDesincentivo } from './especiales.queries.ts';
import { selectTasasMora } from '../cartera/parametros.queries.ts';
import { selectTarifaVigente } from '../tarifas/tarifas.queries.ts';
import type { ReglasPeriodo } from './calcular-cuenta.ts';

export type PeriodoRow = {
  id: number;
  ciclo_id: number;
  codigo: string;
  periodicidad: 'mensual' | 'bimestral';
  desde: string;
  hasta: string;
  fecha_emision: string;
  fecha_vencimiento: string;
  estado: 'abierto' | 'liquidado' | 'emitido' | 'cerrado';
};

/** The rules of the period and its tariff, read once for all its accounts. 409 without a version in force on its first day. */
export async function reglasDelPeriodo(t: TenantDb, tenant: Tenant, periodo: PeriodoRow) {
  const version =
    (await selectTarifaVigente(t, periodo.desde)) ??
    refuse('conflicto', `No hay tarifas vigentes el ${periodo.desde}: cárguelas antes de liquidar.`);
  const desincentivo = await selectDesincentivo(t, periodo.desde);
  const reglas: ReglasPeriodo = {
    tarifa_id: version.id,
    altitud_msnm: tenant.altitud_msnm,
    meses: periodo.periodicidad === 'bimestral' ? 2 : 1,
    politica: tenant.politica_desviacion,
    fecha: periodo.desde,
    max_sin_lectura: tenant.ajustes.max_sin_lectura,
    max_en_cero: tenant.ajustes.max_en_cero,
    ...(desincentivo && { desincentivo }),
  };
  const mora = tenant.ajustes.interes_mora && {
    mora: { tasas: await selectTasasMora(t, '1994-01-01', periodo.fecha_emision) },
  };
  return { reglas, tarifa: prepararTarifa(version, reglas), ...mora };
}
