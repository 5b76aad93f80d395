// What a balance is made of. Each figure comes from the ledger or from the copy that the ledger's writer keeps.
import type { TenantDb } from '@cunservicios/db/tenant';
import type { MedioPago } from '@cunservicios/domain/recaudo/listas';
import { sql } from 'kysely';

type Saldo = {
  saldo: number;
  facturas: { numero_factura: string; fecha_vencimiento: string; saldo: number; en_reclamo: number }[];
  convenios: { numero_convenio: string; saldo: number; proxima: string | null }[];
  anticipos: { recibo: number; fecha: string; valor: number }[];
  pagos: {
    recibo: number;
    fecha: string;
    valor: number;
    medio: MedioPago;
    reverso: { numero: string; fecha: string } | null;
  }[];
};

/** An account's balance and its parts, all at one instant: one statement. */
export async function selectSaldo({ db, tenant_id }: TenantDb, cliente_id: number, ultimos: number) {
  const { rows } = await sql<Saldo>`
    select c.saldo,
      coalesce((
        select jsonb_agg(jsonb_build_object('numero_factura', f.numero_factura, 'fecha_vencimiento', f.fecha_vencimiento,
          'saldo', f.saldo, 'en_reclamo', f.en_reclamo) order by f.saldo < 0, f.fecha_vencimiento, f.id)
        from (
          select id from facturas where tenant_id = ${tenant_id} and cliente_id = c.id and saldo > 0 and not anulada
          union all
          select id from facturas where tenant_id = ${tenant_id} and cliente_id = c.id and saldo < 0) d
        join facturas f on f.tenant_id = ${tenant_id} and f.id = d.id), '[]') as facturas,
      coalesce((
        select jsonb_agg(jsonb_build_object('numero_convenio', k.numero_convenio, 'saldo', k.saldo, 'proxima', k.proxima) order by k.id)
        from (
          select v.id, v.numero_convenio, sum(m.valor) as saldo, (
            select min(q.vence) from convenio_cuotas q join cargos x on x.tenant_id = q.tenant_id and x.id = q.cargo_id
            where q.tenant_id = v.tenant_id and q.convenio_id = v.id and x.factura_id is null) as proxima
          from convenios v join movimientos m on m.tenant_id = v.tenant_id and m.convenio_id = v.id and m.factura_id is null
          where v.tenant_id = ${tenant_id} and v.cliente_id = c.id group by v.tenant_id, v.id, v.numero_convenio
          having sum(m.valor) <> 0) k), '[]') as convenios,
      coalesce((
        select jsonb_agg(jsonb_build_object('recibo', p.recibo, 'fecha', p.fecha_pago, 'valor', -a.valor) order by p.id)
        from (
          select m.pago_id, sum(m.valor) as valor from movimientos m
          where m.tenant_id = ${tenant_id} and m.cliente_id = c.id and m.factura_id is null and m.convenio_id is null
          group by m.pago_id having sum(m.valor) <> 0) a
        join pagos p on p.tenant_id = ${tenant_id} and p.id = a.pago_id), '[]') as anticipos,
      coalesce((
        select jsonb_agg(jsonb_build_object('recibo', p.recibo, 'fecha', p.fecha_pago, 'valor', p.valor, 'medio', p.medio, 'reverso', (
          select jsonb_build_object('numero', r.numero, 'fecha', r.fecha) from reversos r
          where r.tenant_id = ${tenant_id} and r.pago_id = p.id and r.estado = 'aplicado')) order by p.id desc)
        from (
          select * from pagos where tenant_id = ${tenant_id} and cliente_id = c.id order by id desc limit ${ultimos}) p), '[]') as pagos
    from clientes c where c.tenant_id = ${tenant_id} and c.id = ${cliente_id}`.execute(db);
  return rows[0];
}
