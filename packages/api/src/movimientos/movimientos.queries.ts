import type { TenantDb, TenantTx } from '@cunservicios/db/tenant';
import type { TipoMovimiento } from '@cunservicios/domain/cartera/listas';
import type { PorComponente } from '@cunservicios/domain/recaudo/componentes';
import { type RawBuilder, sql } from 'kysely';

export type MovimientoRow = {
  id: number;
  fecha: string;
  tipo: TipoMovimiento;
  valor: number;
  /** Of the account, after this entry. */
  saldo: number;
  numero_factura: string | null;
  contra_factura: string | null;
  pago_id: number | null;
  recibo: number | null;
  nota_id: number | null;
  numero_nota: string | null;
  numero_convenio: string | null;
  numero_reverso: string | null;
  detalle: PorComponente | null;
  created_at: string;
};

/** What caused an entry `m`, by the names that people know it by. */
export const CAUSAS = {
  columnas: sql`f.numero_factura, x.numero_factura as contra_factura, m.pago_id, p.recibo, m.nota_id, n.numero as numero_nota,
    v.numero_convenio, r.numero as numero_reverso, m.detalle`,
  tablas: sql`
    left join facturas f on f.tenant_id = m.tenant_id and f.id = m.factura_id
    left join facturas x on x.tenant_id = m.tenant_id and x.id = m.contra_factura_id
    left join pagos p on p.tenant_id = m.tenant_id and p.id = m.pago_id
    left join notas n on n.tenant_id = m.tenant_id and n.id = m.nota_id
    left join convenios v on v.tenant_id = m.tenant_id and v.id = m.convenio_id
    left join reversos r on r.tenant_id = m.tenant_id and r.id = m.reverso_id`,
};

type Filter = {
  cliente_id: number;
  tipo?: TipoMovimiento | undefined;
  numero_factura?: string | undefined;
  desde?: string | undefined;
  hasta?: string | undefined;
};

/** Newest first. The balance beside an entry counts all of the account's up to it, whatever the filter shows. */
export async function selectMovimientos(
  { db, tenant_id }: TenantDb,
  filter: Filter & { limit: number; skip: number; after?: number | undefined },
) {
  const { cliente_id, tipo, numero_factura, desde, hasta, limit, skip, after } = filter;
  const si = (dato: unknown, condicion: RawBuilder<unknown>) => (dato === undefined ? sql`` : condicion);
  const { rows } = await sql<MovimientoRow>`
    with pagina as materialized (
      select m.* from movimientos m
      where m.tenant_id = ${tenant_id} and m.cliente_id = ${cliente_id}
        ${si(after, sql`and m.id < ${after}`)}
        ${si(tipo, sql`and m.tipo = ${tipo}`)}
        ${si(desde, sql`and m.fecha >= ${desde}::date`)}
        ${si(hasta, sql`and m.fecha <= ${hasta}::date`)}
        ${si(numero_factura, sql`and m.factura_id = (select id from facturas where tenant_id = ${tenant_id} and numero_factura = ${numero_factura})`)}
      order by m.id desc limit ${limit + 1} offset ${after === undefined ? skip : 0}),
    corrido as (
      select id, sum(valor) over (order by id)::bigint as saldo from movimientos
      where tenant_id = ${tenant_id} and cliente_id = ${cliente_id} and id <= (select max(id) from pagina))
    select m.id, m.fecha, m.tipo, m.valor, k.saldo, m.created_at, ${CAUSAS.columnas}
    from pagina m join corrido k on k.id = m.id ${CAUSAS.tablas}
    order by m.id desc`.execute(db);
  return rows;
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
