// A version that was wrong, as a person puts it right: what the bills of some periods should have been made with.
import { createMasiva } from '@cunservicios/api/masivas/masivas.schema';
import { vistaPrevia } from '@cunservicios/api/correcciones/correcciones.schema';
import { addDays } from '@cunservicios/domain/calendario/fechas';
import type { VersionTarifa } from '@cunservicios/domain/tarifa/version';
import { z } from 'zod';
import { camposVersion, escribirVersion, versionConReglas } from './version-escrita.ts';
import type { VersionEscrita } from './version-escrita.ts';

const campos = camposVersion.extend({
  desde: z.string(),
  hasta: z.string(),
  motivo: z.string(),
  sustento: z.string(),
});
export type CorregidaEscrita = z.infer<typeof campos>;

/** For all accounts. Every broken rule at its field, all at once. */
export const masivaEscrita = campos.transform(({ desde, hasta, motivo, sustento, ...version }, { issues }) => {
  const tarifa = versionConReglas(version, (falla) => issues.push(falla));
  const pedido = {
    cambio: { tipo: 'tarifa' as const, desde, ...(hasta && { hasta }), tarifa },
    motivo: motivo.trim(),
    ...(sustento.trim() && { sustento: sustento.trim() }),
  };
  llevar(createMasiva.safeParse(pedido), issues);
  if (hasta && hasta < desde)
    issues.push({
      code: 'custom',
      input: hasta,
      path: ['hasta'],
      message: 'La última fecha no puede ser anterior a la primera.',
    });
  return pedido;
});

/** For one account: what is asked of the preview. Its reason is written when it was seen. */
export const tarifaDeCuentaEscrita = (numero_cuenta: string) =>
  campos.transform(({ desde, hasta: _, motivo: __, sustento, ...version }, { issues }) => {
    const tarifa = versionConReglas(version, (falla) => issues.push(falla));
    const pedido = {
      cambio: { tipo: 'tarifa' as const, numero_cuenta, desde, tarifa },
      ...(sustento.trim() && { sustento: sustento.trim() }),
    };
    llevar(vistaPrevia.safeParse(pedido), issues);
    return pedido;
  });

/** What the API would say of the other fields. Those of the version have their own words above. */
function llevar({ error }: z.ZodSafeParseResult<unknown>, issues: unknown[]) {
  for (const { path, message } of error?.issues ?? []) {
    if (path.includes('tarifa')) continue;
    issues.push({ code: 'custom', input: undefined, path: path.slice(-1), message });
  }
}

type Version = VersionTarifa & { vigente_hasta?: string | null };

/** Beginning from the wrong version: its dates, and its prices to be put right. The new one needs a day of its own. */
export function corregidaDe(mala: Version, versiones: readonly { vigente_desde: string }[]): CorregidaEscrita {
  let dia = addDays(mala.vigente_desde, 1);
  while (versiones.some(({ vigente_desde }) => vigente_desde === dia)) dia = addDays(dia, 1);
  return {
    ...(escribirVersion(mala, dia, `${mala.fuente}, corregido`) satisfies VersionEscrita),
    desde: mala.vigente_desde,
    hasta: mala.vigente_hasta ?? '',
    motivo: '',
    sustento: '',
  };
}
