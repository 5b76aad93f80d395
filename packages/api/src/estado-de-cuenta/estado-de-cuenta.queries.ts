import type { TenantDb } from '@cunservicios/db/tenant';
import { sql } from 'kysely';
import { CAUSAS, type MovimientoRow } from '../movimientos/movimientos.queries.ts';

type Estado = {
  numero_cuenta: string;
  nombre: string;
  direccion: string;
  /** Balance before the first day and after the last one. */
  saldo_inicial: number;
  saldo_final: number;
  movimientos: Omit<MovimientoRow, 'created_at' | 'pago_id' | 'nota_id' | 'detalle'>[];
};

/**
 * An account between two days, both included: its entries by their day with the balance after each. One statement, so
 * that the parts are of one instant.
 */
export async function selectEstadoDeCuenta(
  { db, tenant_id }: TenantDb,
  cliente_id: number,
  desde: string,
  hasta: string,
) {
  const { rows } = await sql<Estado>`
    with libro as materialized (
      select m.*, sum(m.valor) over (order by m.fecha, m.id) as corrido from movimientos m
      where m.tenant_id = ${tenant_id} and m.cliente_id = ${cliente_id} and m.fecha <= ${hasta}::date)
    select c.numero_cuenta, c.nombre, c.direccion,
      coalesce((select sum(valor) from libro where fecha < ${desde}::date), 0)::bigint as saldo_inicial,
      coalesce((select sum(valor) from libro), 0)::bigint as saldo_final,
      coalesce((
        select jsonb_agg(to_jsonb(e) order by e.fecha, e.id) from (
          select m.id, m.fecha, m.tipo, m.valor, m.corrido as saldo, ${CAUSAS.columnas}
          from libro m ${CAUSAS.tablas} where m.fecha >= ${desde}::date) e), '[]') as movimientos
    from clientes c where c.tenant_id = ${tenant_id} and c.id = ${cliente_id}`.execute(db);
  return rows[0];
}
