// Proof of corrections of all accounts: what was seen is what was done, and nothing before somebody applied it.
import type { TenantDb } from '@cunservicios/db/tenant';
import { selectHuellaMasiva } from '../masivas/facturas-masiva.queries.ts';
import { selectMasivasCalculadas, selectMasivasDescuadradas } from './verify-masivas.queries.ts';
import type { Hallazgo } from './verify.ts';

export async function verifyMasivas(t: TenantDb): Promise<Hallazgo[]> {
  const hallazgos: Hallazgo[] = (await selectMasivasDescuadradas(t)).map(({ objeto, detalle }) => ({
    que: 'corrección masiva',
    objeto,
    detalle,
  }));
  for (const { id, huella } of await selectMasivasCalculadas(t))
    if ((await selectHuellaMasiva(t, id)) !== huella)
      hallazgos.push({
        que: 'corrección masiva',
        objeto: `corrección masiva ${id}`,
        detalle: 'lo calculado no es lo que se vio',
      });
  return hallazgos;
}
