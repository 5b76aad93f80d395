import { type TenantDb, batch } from '@cunservicios/db/tenant';
import { type RawBuilder, sql } from 'kysely';

type Cuentas = { ids: number[] } | { periodo_id: number; desde: number; hasta: number };

/** Accounts that have pesos in their favour and owe something too. Most chunks of a period have none. */
export async function selectCuentasPorCruzar({ db, tenant_id }: TenantDb, cuentas: Cuentas) {
  // On each side, so that a chunk reads what its own accounts have, not what the whole utility has.
  const en = (cuenta: RawBuilder<unknown>) =>
    'ids' in cuentas
      ? sql`${cuenta} = any(${cuentas.ids}::bigint[])`
      : sql`${cuenta} > ${cuentas.desde} and ${cuenta} <= ${cuentas.hasta}`;
  const facturada =
    'ids' in cuentas
      ? sql``
      : sql`and exists (select from facturas n where n.tenant_id = ${tenant_id} and n.periodo_id = ${cuentas.periodo_id} and n.cliente_id = f.id and not n.anulada)`;
  const { rows } = await sql<{ id: number }>`${batch}
    select f.id from (
      select id from clientes where tenant_id = ${tenant_id} and saldo_favor > 0 and ${en(sql`id`)}
      union select cliente_id from facturas where tenant_id = ${tenant_id} and saldo < 0 and ${en(sql`cliente_id`)}) f
    where exists (
      select from facturas d where d.tenant_id = ${tenant_id} and d.cliente_id = f.id and d.saldo > d.en_reclamo and d.saldo > 0 and not d.anulada)
      ${facturada}
    order by f.id`.execute(db);
  return rows.map(({ id }) => id);
}

/** Pesos in favour of an account: of a payment's advance, or of a bill below zero. */
export type Fuente = {
  cliente_id: number;
  pago_id: number | null;
  factura_id: number | null;
  numero_factura: string | null;
  disponible: number;
};

/** What accounts have in their favour: bills below zero first, then advances, each oldest first. */
export async function selectFuentes({ db, tenant_id }: TenantDb, cuentas: number[]) {
  const { rows } = await sql<Fuente>`${batch}
    select cliente_id, null::bigint as pago_id, id as factura_id, numero_factura, -saldo as disponible, 0 as clase, id as lugar
    from facturas where tenant_id = ${tenant_id} and cliente_id = any(${cuentas}::bigint[]) and saldo < 0
    union all
    select cliente_id, pago_id, null, null, -sum(valor)::bigint, 1, min(id) from movimientos
    where tenant_id = ${tenant_id} and cliente_id = any(${cuentas}::bigint[]) and factura_id is null and pago_id is not null
    group by cliente_id, pago_id having sum(valor) < 0
    order by cliente_id, clase, lugar`.execute(db);
  return rows;
}
