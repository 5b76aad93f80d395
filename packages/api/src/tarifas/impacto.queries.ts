import { type TenantDb, batch } from '@cunservicios/db/tenant';
import { sql } from 'kysely';
import type { Calculo } from '../facturacion/calcular-cuenta.ts';

export type CuentaDeImpacto = { numero_cuenta: string; nombre: string; consumo_m3: number; calculo: Calculo };

/** What a chunk of the prefacturas of a period was calculated from. */
export async function selectCalculos(
  { db, tenant_id }: TenantDb,
  periodo_id: number,
  { desde, hasta }: { desde: number; hasta: number },
) {
  const { rows } = await sql<CuentaDeImpacto>`${batch}
    select c.numero_cuenta, c.nombre, r.consumo_m3, r.calculo
    from prefacturas r join clientes c on c.tenant_id = r.tenant_id and c.id = r.cliente_id
    where r.tenant_id = ${tenant_id} and r.periodo_id = ${periodo_id} and r.estado = 'lista' and r.cliente_id > ${desde} and r.cliente_id <= ${hasta}
    order by r.cliente_id`.execute(db);
  return rows;
}
