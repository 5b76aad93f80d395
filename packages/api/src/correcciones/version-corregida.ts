import type { TenantDb } from '@cunservicios/db/tenant';
import type { VersionTarifa } from '@cunservicios/domain/tarifa/version';
import { refuse } from '../core/errors.ts';
import { exigirTarifa, mismaVersion } from '../tarifas/save-tarifa.ts';
import { selectLiquidadoDesde, selectTarifaFrom } from '../tarifas/tarifas.queries.ts';

/** The version that bills are corrected with, when it is saved already. 409 when it could not be saved. */
export async function versionCorregida(t: TenantDb, tarifa: VersionTarifa) {
  exigirTarifa(tarifa);
  const existing = await selectTarifaFrom(t, tarifa.vigente_desde);
  if (existing && !mismaVersion(existing, tarifa))
    refuse(
      'duplicado',
      `Ya hay otra versión que rige desde el ${tarifa.vigente_desde}: póngale a esta la fecha del día siguiente.`,
    );
  const liquidado = existing ? undefined : await selectLiquidadoDesde(t, tarifa.vigente_desde);
  if (liquidado)
    refuse('tarifa_en_uso', `El periodo ${liquidado} se liquidó con otra versión y no se ha emitido: emítalo primero.`);
  return existing;
}
