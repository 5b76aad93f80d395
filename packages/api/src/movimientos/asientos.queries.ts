// Entries of the ledger that move money between bills and an account's favour.
import type { TenantDb, TenantTx } from '@cunservicios/db/tenant';
import type { TipoMovimiento } from '@cunservicios/domain/cartera/listas';
import type { PorComponente } from '@cunservicios/domain/recaudo/componentes';
import { type RawBuilder, sql } from 'kysely';

export type Asiento = {
  cliente_id: number;
  tipo: Extract<TipoMovimiento, 'pago' | 'anticipo' | 'cruce' | 'reverso'>;
  /** Signed whole pesos. */
  valor: number;
  factura_id: number | null;
  /** Of a cruce, the bill on the other side. */
  contra_factura_id?: number | undefined;
  detalle?: PorComponente | undefined;
  fecha: string;
};

/**
 * The CTEs that write entries and both balances from `asientos`, a CTE of the caller with the columns of `movimientos`
 * and `k`, their order. The caller holds the accounts.
 */
export const escribirAsientos = ({ tenant_id }: TenantDb): RawBuilder<unknown> => sql`
  libro as (
    insert into movimientos (tenant_id, cliente_id, tipo, valor, factura_id, pago_id, reverso_id, contra_factura_id, detalle, fecha)
    select ${tenant_id}, cliente_id, tipo, valor, factura_id, pago_id, reverso_id, contra_factura_id, detalle, fecha from asientos order by k),
  saldos_facturas as (
    update facturas f set saldo = f.saldo + s.valor, version = f.version + 1
    from (select factura_id, sum(valor)::bigint as valor from asientos where factura_id is not null group by 1) s
    where f.tenant_id = ${tenant_id} and f.id = s.factura_id),
  saldos_cuentas as (
    update clientes c set saldo = c.saldo + s.valor, saldo_favor = c.saldo_favor - s.sin_factura
    from (
      select cliente_id, sum(valor)::bigint as valor, coalesce(sum(valor) filter (where factura_id is null), 0)::bigint as sin_factura
      from asientos group by 1) s
    where c.tenant_id = ${tenant_id} and c.id = s.cliente_id)`;

/** Writes entries of a cause that already stands, and both balances. */
export const insertAsientos = (
  t: TenantTx,
  asientos: (Asiento & { pago_id: number | null; reverso_id: number | null })[],
) =>
  sql`
    with asientos as (
      select a.* from rows from (json_to_recordset(${JSON.stringify(asientos)}::json) as (cliente_id bigint, tipo text, valor bigint, factura_id bigint,
        pago_id bigint, reverso_id bigint, contra_factura_id bigint, detalle jsonb, fecha date)) with ordinality
        a (cliente_id, tipo, valor, factura_id, pago_id, reverso_id, contra_factura_id, detalle, fecha, k)),
    ${escribirAsientos(t)}
    select`.execute(t.db);
