import type { TenantTx } from '@cunservicios/db/tenant';
import { z } from 'zod';
import { refuse } from '../core/errors.ts';
import { fecha } from '../core/schema.ts';
import { createTarifa } from '../tarifas/tarifas.schema.ts';
import { exigirTarifas, saveTarifa } from '../tarifas/save-tarifa.ts';
import type { LoteImportado } from './lote-importado.ts';

/** A file of tariffs: its versions, and facts of the municipality that the tenant already has. */
const file = z.object({
  versiones: z
    .array(
      createTarifa.extend({
        vigente_hasta: fecha.optional().meta({ description: 'Last day, where the source says so: checked, not kept' }),
      }),
    )
    .min(1)
    .max(500),
});

/** Imports all versions of a file in one transaction, or none: 422 names every error. */
export async function importTarifas(t: TenantTx, text: string, user_id: number | null): Promise<LoteImportado> {
  const { versiones } = file.parse(readJson(text));
  exigirTarifas(versiones);
  const lote: LoteImportado = { creadas: 0, actualizadas: 0, sin_cambio: 0, rechazos: [] };
  for (const { vigente_desde, fuente, servicios, factores } of versiones) {
    const { accion } = await saveTarifa(t, { vigente_desde, fuente, servicios, factores }, user_id);
    if (accion === 'creada') lote.creadas++;
    else if (accion === 'actualizada') lote.actualizadas++;
    else lote.sin_cambio++;
  }
  return lote;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return refuse('validacion', 'El archivo no es JSON válido.');
  }
}
