import type { TenantDb } from '@cunservicios/db/tenant';
import type { MedioPago } from '@cunservicios/domain/recaudo/listas';
import type { PorComponente } from '@cunservicios/domain/recaudo/componentes';
import { sql } from 'kysely';

/** What a receipt says: what was done when the money came in, not what its advance paid later. */
export type ReciboRow = {
  recibo: number;
  verificacion: string;
  cliente_id: number;
  numero_cuenta: string;
  nombre: string;
  valor: number;
  medio: MedioPago;
  referencia: string | null;
  fecha_pago: string;
  created_at: string;
  observaciones: string;
  recibido_por: string | null;
  caja: number | null;
  /** `queda`: what the bill still owed then. */
  facturas: { numero_factura: string; valor: number; detalle: PorComponente; queda: number }[];
  anticipo: number;
  /** What the account owed right after; below zero, in its favour. */
  saldo: number;
  reverso: { numero: string; fecha: string; motivo: string } | null;
};

/** A payment as its receipt tells it, the same however late it is printed. */
export async function selectRecibo({ db, tenant_id }: TenantDb, pago_id: number): Promise<ReciboRow | undefined> {
  const { rows } = await sql<ReciboRow>`
    with propios as materialized (
      select id, factura_id, tipo, valor, detalle from movimientos
      where tenant_id = ${tenant_id} and pago_id = ${pago_id} and tipo in ('pago', 'anticipo')),
    corte as (select max(id) as hasta from propios)
    select p.recibo, p.verificacion, p.cliente_id, c.numero_cuenta, c.nombre, p.valor, p.medio, p.referencia, p.fecha_pago, p.created_at,
      p.observaciones, coalesce(nullif(u.nombre, ''), u.email) as recibido_por, k.numero as caja,
      coalesce((
        select jsonb_agg(jsonb_build_object('numero_factura', f.numero_factura, 'valor', -x.valor, 'detalle', coalesce(x.detalle, '{}'), 'queda', (
          select coalesce(sum(m.valor), 0) from movimientos m
          where m.tenant_id = p.tenant_id and m.factura_id = f.id and m.id <= corte.hasta)) order by x.id)
        from propios x join facturas f on f.tenant_id = p.tenant_id and f.id = x.factura_id where x.tipo = 'pago'), '[]') as facturas,
      coalesce((select -sum(valor) from propios where tipo = 'anticipo'), 0)::bigint as anticipo,
      (select coalesce(sum(m.valor), 0) from movimientos m
        where m.tenant_id = p.tenant_id and m.cliente_id = p.cliente_id and m.id <= corte.hasta)::bigint as saldo,
      (select jsonb_build_object('numero', r.numero, 'fecha', r.fecha, 'motivo', r.motivo) from reversos r
        where r.tenant_id = p.tenant_id and r.pago_id = p.id and r.estado = 'aplicado') as reverso
    from pagos p
    cross join corte
    join clientes c on c.tenant_id = p.tenant_id and c.id = p.cliente_id
    left join users u on u.tenant_id = p.tenant_id and u.id = p.user_id
    left join cajas k on k.tenant_id = p.tenant_id and k.id = p.caja_id
    where p.tenant_id = ${tenant_id} and p.id = ${pago_id}`.execute(db);
  return rows[0];
}
