import type { TenantTx } from '@cunservicios/db/tenant';
import { addDays } from '@cunservicios/domain/calendario/fechas';
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
export const exigirTarifa = (version: VersionTarifa) => exigir('La tarifa', problemasDe(version));

type VersionDeArchivo = VersionTarifa & { vigente_hasta?: string | undefined };

/** The same for all the versions of a file, with every gap and overlap between them. */
export const exigirTarifas = (versiones: readonly VersionDeArchivo[]) =>
  exigir('El archivo', [
    ...versiones.flatMap((version, i) => problemasDe(version, `versiones.${i}.`)),
    ...crucesDe(versiones),
  ]);

function crucesDe(versiones: readonly VersionDeArchivo[]) {
  const enOrden = versiones
    .map((version, i) => ({ ...version, i }))
    .toSorted((a, b) => a.vigente_desde.localeCompare(b.vigente_desde));
  return enOrden.flatMap(({ i, vigente_desde, vigente_hasta }, n) => {
    const otra = enOrden[n + 1];
    const siguiente = otra?.vigente_desde;
    if (otra && siguiente === vigente_desde)
      return [
        { path: `versiones.${otra.i}.vigente_desde`, message: 'Otra versión del archivo rige desde el mismo día.' },
      ];
    if (vigente_hasta === undefined) return [];
    const path = `versiones.${i}.vigente_hasta`;
    if (vigente_hasta < vigente_desde) return [{ path, message: 'La versión termina antes de empezar.' }];
    const fin = siguiente === undefined ? vigente_hasta : addDays(siguiente, -1);
    if (vigente_hasta < fin)
      return [{ path, message: `Del ${addDays(vigente_hasta, 1)} al ${fin} no habría tarifas.` }];
    return vigente_hasta > fin ? [{ path, message: `Se cruza con la versión que rige desde el ${siguiente}.` }] : [];
  });
}

const problemasDe = (version: VersionTarifa, donde = '') =>
  validarTarifa(version).map(({ campo, mensaje }) => ({ path: `${donde}${campo}`, message: mensaje }));

function exigir(que: string, errors: { path: string; message: string }[]) {
  const [first, second] = errors;
  if (first)
    refuse('validacion', `${que} tiene ${second ? `${errors.length} problemas` : 'un problema'}: ${first.message}`, {
      errors,
    });
}

export const mismaVersion = (a: VersionTarifa, b: VersionTarifa) =>
  canonical([a.fuente, a.servicios, a.factores]) === canonical([b.fuente, b.servicios, b.factores]);
