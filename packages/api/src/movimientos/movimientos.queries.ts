import type { TenantDb, TenantTx } from '@cunservicios/db/tenant';
import { sql } from 'kysely';
import type { TipoMovimiento } from '@cunservicios/domain/cartera/listas';

export function selectMovimientos(
  { db, tenant_id }: TenantDb,
  { cliente_id, limit, skip, after }: { cliente_id: number; limit: number; skip: number; after?: number | undefined },
) {
  const query = db
    .selectFrom('movimientos as m')
    .leftJoin('facturas as f', (join) =>
      join.onRef('f.tenant_id', '=', 'm.tenant_id').onRef('f.id', '=', 'm.factura_id'),
    )
    .select(['m.id', 'm.fecha', 'm.tipo', 'm.valor', 'f.numero_factura', 'm.pago_id', 'm.created_at'])
    .where('m.tenant_id', '=', tenant_id)
    .where('m.cliente_id', '=', cliente_id)
    .orderBy('m.id', 'desc')
    .limit(limit + 1);
  return (after === undefined ? query.offset(skip) : query.where('m.id', '<', after)).execute();
}

type NewMovimiento = {
  cliente_id: number;
  tipo: TipoMovimiento;
  valor: number;
  factura_id: number | null;
  pago_id?: number;
  nota_id?: number;
  convenio_id?: number;
  fecha: string;
};

/**
 * One entry. It holds the account before it takes its number, so that the entries of an account stand in the order they
 * happened: what an account owed before a bill is the sum of those before it.
 */
export const insertMovimiento = ({ db, tenant_id }: TenantTx, row: NewMovimiento) =>
  sql`insert into movimientos (tenant_id, cliente_id, tipo, valor, factura_id, pago_id, nota_id, convenio_id, fecha)
    select ${tenant_id}, c.id, ${row.tipo}, ${row.valor}::bigint, ${row.factura_id}::bigint, ${row.pago_id ?? null}::bigint,
      ${row.nota_id ?? null}::bigint, ${row.convenio_id ?? null}::bigint, ${row.fecha}::date
    from (select id from clientes where tenant_id = ${tenant_id} and id = ${row.cliente_id} for no key update) c`.execute(
    db,
  );
