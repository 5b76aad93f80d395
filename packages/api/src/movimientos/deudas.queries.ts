import { type TenantDb, type TenantTx, enLista, porLote } from '@cunservicios/db/tenant';
import type { Deuda } from '@cunservicios/domain/recaudo/asignar';
import type { PorComponente } from '@cunservicios/domain/recaudo/componentes';
import { sql } from 'kysely';

/** What a bill or a note charges in a line. */
export type LineaDe = { servicio?: string; codigo?: string; valor: number };

export type DeudaRow = Deuda & {
  cliente_id: number;
  numero_cuenta: string;
  fecha_emision: string;
  /** Lines of the bill and of its notes. */
  lineas: LineaDe[];
  /** Where the money that came in for it stands. */
  antes: PorComponente;
};

/** Holds accounts, in one order for everybody, before anything of theirs is read to be written. */
export const lockCuentasPorId = ({ db, tenant_id }: TenantTx, ids: number[]) =>
  sql`select id from clientes where tenant_id = ${tenant_id} and id = any(${ids}::bigint[]) order by id for no key update`.execute(
    db,
  );

/** Holds the account of a bill; whatever moves money of an account does so before it holds a bill. */
export const lockCuentaDe = ({ db, tenant_id }: TenantTx, factura: { numero_factura: string } | { id: number }) =>
  sql`select c.id from clientes c where c.tenant_id = ${tenant_id} and c.id = (
    select cliente_id from facturas where tenant_id = ${tenant_id} and ${'id' in factura ? sql`id = ${factura.id}` : sql`numero_factura = ${factura.numero_factura}`})
    for no key update of c`.execute(db);

/** Bills owed by accounts, and those that are named whatever they owe; by account, oldest due day first. */
export async function selectDeudas({ db, tenant_id }: TenantDb, cuentas: number[], nombradas: string[] = []) {
  const { rows } = await sql<DeudaRow>`${porLote(cuentas.length)}
    select f.id, f.numero_factura, f.cliente_id, c.numero_cuenta, f.fecha_emision, f.fecha_vencimiento, f.saldo, f.en_reclamo, f.anulada,
      f.conceptos || coalesce((
        select jsonb_agg(l.linea) from notas n, jsonb_array_elements(n.conceptos) l (linea)
        where n.tenant_id = f.tenant_id and n.factura_id = f.id and n.estado = 'aprobada'), '[]') as lineas,
      coalesce((
        select jsonb_object_agg(d.componente, d.valor) from (
          select x.key as componente, sum(x.value::bigint) as valor from movimientos m, jsonb_each_text(m.detalle) x
          where m.tenant_id = f.tenant_id and m.factura_id = f.id and m.detalle is not null group by 1) d), '{}') as antes
    from (
      select id from facturas
      where tenant_id = ${tenant_id} and cliente_id ${enLista(cuentas, 'bigint')} and saldo > 0 and not anulada
      ${nombradas.length > 0 ? sql`union select id from facturas where tenant_id = ${tenant_id} and numero_factura ${enLista(nombradas, 'text')}` : sql``}) d
    join facturas f on f.tenant_id = ${tenant_id} and f.id = d.id
    join clientes c on c.tenant_id = f.tenant_id and c.id = f.cliente_id
    order by f.cliente_id, f.fecha_vencimiento, f.id`.execute(db);
  return rows;
}
