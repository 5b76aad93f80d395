import type { TenantDb, TenantTx } from '@cunservicios/db/tenant';
import { sql } from 'kysely';

type Range = { numero_cuenta?: string | undefined; desde?: string | undefined; hasta?: string | undefined };

export function selectPagos(
  { db, tenant_id }: TenantDb,
  filter: Range & { limit: number; skip: number; after?: number | undefined },
) {
  let query = db
    .selectFrom('pagos as p')
    .innerJoin('clientes as c', (join) =>
      join.onRef('c.tenant_id', '=', 'p.tenant_id').onRef('c.id', '=', 'p.cliente_id'),
    )
    .select(['p.id', 'c.numero_cuenta', 'p.valor', 'p.medio', 'p.referencia', 'p.fecha_pago', 'p.created_at'])
    .select(
      sql<{ numero_factura: string; valor: number }[]>`coalesce((
        select jsonb_agg(jsonb_build_object('numero_factura', f.numero_factura, 'valor', -m.valor) order by m.id)
        from movimientos m join facturas f on f.tenant_id = m.tenant_id and f.id = m.factura_id
        where m.tenant_id = p.tenant_id and m.pago_id = p.id), '[]')`.as('facturas'),
    )
    .where('p.tenant_id', '=', tenant_id)
    .orderBy('p.id', 'desc')
    .limit(filter.limit + 1);
  if (filter.numero_cuenta) query = query.where('c.numero_cuenta', '=', filter.numero_cuenta);
  if (filter.desde) query = query.where('p.fecha_pago', '>=', filter.desde);
  if (filter.hasta) query = query.where('p.fecha_pago', '<=', filter.hasta);
  return (filter.after === undefined ? query.offset(filter.skip) : query.where('p.id', '<', filter.after)).execute();
}

type NewPago = {
  cliente_id: number;
  valor: number;
  medio: 'Efectivo' | 'PSE' | 'Tarjeta' | 'Corresponsal' | 'Transferencia' | 'Cheque' | 'Archivo';
  referencia: string | null;
  fecha_pago: string;
  user_id: number | null;
};

export const insertPago = ({ db, tenant_id }: TenantTx, row: NewPago) =>
  db
    .insertInto('pagos')
    .values({ ...row, tenant_id })
    .returning(['id', 'created_at'])
    .executeTakeFirstOrThrow();
