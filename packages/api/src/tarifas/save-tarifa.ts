import type { TenantTx } from '@cunservicios/db/tenant';
import { validarTarifa } from '@cunservicios/domain/tarifa/limites';
import type { VersionTarifa } from '@cunservicios/domain/tarifa/version';
import { canonical } from '../core/canonical.ts';
import { refuse } from '../core/errors.ts';
import { insertTarifa, lockTarifaFrom, selectPeriodoUsing, setTarifa } from './tarifas.queries.ts';

/**
 * Adds a version of the tariffs. 422 with every broken rule at once (caps of subsidies, minima of contributions:
 * Ley 1450/2011 art. 125); 409 when a period of its time was already liquidated with another.
 * The same version again changes nothing; another of the same day replaces it while nobody has used it.
 */
export async function saveTarifa(t: TenantTx, version: VersionTarifa, user_id: number | null) {
  exigirTarifa(version);
  const existing = await lockTarifaFrom(t, version.vigente_desde);
  if (existing && mismaVersion(existing, version)) return { accion: 'sin_cambio' as const, tarifa: existing };
  const used = await selectPeriodoUsing(t, version.vigente_desde);
  if (used)
    refuse('tarifa_en_uso', `El periodo ${used.codigo} ya se liquidó con otra versión: use una fecha posterior.`);
  if (!existing) return { accion: 'creada' as const, tarifa: await insertTarifa(t, { ...version, user_id }) };
  await setTarifa(t, existing.id, { ...version, user_id });
  return { accion: 'actualizada' as const, tarifa: { ...existing, ...version } };
}

/** 422 with every broken rule of a version at once (Ley 1450/2011 art. 125). */
export function exigirTarifa(version: VersionTarifa) {
  const problemas = validarTarifa(version);
  if (problemas.length > 0)
    refuse(
      'validacion',
      `La tarifa tiene ${problemas.length === 1 ? 'un problema' : `${problemas.length} problemas`}: ${problemas[0]?.mensaje}`,
      {
        errors: problemas.map(({ campo, mensaje }) => ({ path: campo, message: mensaje })),
      },
    );
}

export const mismaVersion = (a: VersionTarifa, b: VersionTarifa) =>
  canonical([a.fuente, a.servicios, a.factores]) === canonical([b.fuente, b.servicios, b.factores]);
