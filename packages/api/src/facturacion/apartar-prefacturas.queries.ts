import type { TenantTx } from '@cunservicios/db/tenant';
import { sql } from 'kysely';

/** Periods of the account's cycle whose bills are still to come. */
export async function lockPeriodosPorEmitir({ db, tenant_id }: TenantTx, cliente_id: number) {
  const { rows } = await sql<{ id: number }>`
    select p.id from periodos p
    where p.tenant_id = ${tenant_id} and p.estado in ('abierto', 'liquidado')
      and p.ciclo_id = (select ciclo_id from clientes where tenant_id = ${tenant_id} and id = ${cliente_id})
    order by p.id for update`.execute(db);
  return rows.map(({ id }) => id);
}

/** The account's prefacturas of these periods, out of their totals; a period that lost one is no longer approved. */
export const setApartada = ({ db, tenant_id }: TenantTx, cliente_id: number, periodos: number[], motivo: string) =>
  sql`
    with antes as (
      select periodo_id, consumo_m3, valor_total from prefacturas
      where tenant_id = ${tenant_id} and cliente_id = ${cliente_id} and periodo_id = any(${periodos}::bigint[]) and estado = 'lista'),
    apartadas as (
      update prefacturas r set estado = 'apartada', motivo = ${motivo}, metodo = null, consumo_m3 = null, lectura_anterior = null,
        lectura_actual = null, desviacion = false, advertencias = '{}', valor_total = 0, conceptos = '[]'
      from antes a where r.tenant_id = ${tenant_id} and r.cliente_id = ${cliente_id} and r.periodo_id = a.periodo_id)
    update periodos p set cuentas = p.cuentas - 1, consumo_m3 = p.consumo_m3 - a.consumo_m3, valor_total = p.valor_total - a.valor_total,
      aprobado_por = null, aprobado_en = null, version = p.version + 1
    from antes a where p.tenant_id = ${tenant_id} and p.id = a.periodo_id`.execute(db);
