import { type TenantDb, batch } from '@cunservicios/db/tenant';
import { sql } from 'kysely';
import type { Calculo, LineaFactura } from './calcular-cuenta.ts';

export type FacturaCalculada = {
  id: number;
  numero_factura: string;
  cliente_id: number;
  periodo_id: number | null;
  anulada: boolean;
  valor_total: number;
  consumo_m3: number;
  metodo: string;
  lectura_anterior: number | null;
  lectura_actual: number | null;
  conceptos: LineaFactura[];
  calculo: Calculo;
  saldo_anterior: number;
  /** What the ledger says the account owed before this bill. */
  saldo_antes: number;
  /** State left by the account's bill of consumption before this one. */
  antes: unknown;
};

/** Bills that a run made, a page at a time, each with the state that the one before it left, as corrected by then and unless void by then. */
export async function selectCalculadas({ db, tenant_id }: TenantDb, after: number, limit: number) {
  const { rows } = await sql<FacturaCalculada>`${batch}
    select f.id, f.numero_factura, f.cliente_id, f.periodo_id, f.anulada, f.valor_total, f.consumo_m3, f.metodo, f.lectura_anterior, f.lectura_actual, f.conceptos,
      f.calculo, f.saldo_anterior, (
        select coalesce(sum(x.valor), 0)::bigint from movimientos x
        where x.tenant_id = f.tenant_id and x.cliente_id = f.cliente_id and x.id < (
          select m.id from movimientos m where m.tenant_id = f.tenant_id and m.factura_id = f.id and m.tipo = 'factura')) as saldo_antes,
      (
        select coalesce((
            select a.estado from ajustes_consumo a
            where a.tenant_id = b.tenant_id and a.factura_id = b.id and a.created_at < f.created_at order by a.id desc limit 1),
          b.calculo -> 'despues')
        from facturas b
        where b.tenant_id = f.tenant_id and b.cliente_id = f.cliente_id and b.calculo is not null
          and (b.fecha_emision, b.id) < (f.fecha_emision, f.id)
          and (not b.anulada or exists (
            select from anulaciones v where v.tenant_id = b.tenant_id and v.factura_id = b.id and v.created_at > f.created_at))
        order by b.fecha_emision desc, b.id desc limit 1) as antes
    from facturas f
    where f.tenant_id = ${tenant_id} and f.id > ${after} and f.calculo is not null order by f.id limit ${limit}`.execute(
    db,
  );
  return rows;
}

type Difference = { objeto: string; guardado: number; calculado: number };

/** Bills whose balance is not the sum of their entries. */
export async function selectSaldosFacturas({ db, tenant_id }: TenantDb) {
  const { rows } = await sql<Difference>`${batch}
    select f.numero_factura as objeto, f.saldo as guardado, coalesce(m.suma, 0) as calculado
    from facturas f left join (
      select factura_id, sum(valor)::bigint as suma from movimientos where tenant_id = ${tenant_id} group by factura_id) m on m.factura_id = f.id
    where f.tenant_id = ${tenant_id} and f.saldo <> coalesce(m.suma, 0) order by f.id limit 1000`.execute(db);
  return rows;
}

/** Accounts whose balance is not the sum of their entries. */
export async function selectSaldosClientes({ db, tenant_id }: TenantDb) {
  const { rows } = await sql<Difference>`${batch}
    select c.numero_cuenta as objeto, c.saldo as guardado, coalesce(m.suma, 0) as calculado
    from clientes c left join (
      select cliente_id, sum(valor)::bigint as suma from movimientos where tenant_id = ${tenant_id} group by cliente_id) m on m.cliente_id = c.id
    where c.tenant_id = ${tenant_id} and c.saldo <> coalesce(m.suma, 0) order by c.id limit 1000`.execute(db);
  return rows;
}

/** Bills whose charge in the ledger is missing or of another value. */
export async function selectLibro({ db, tenant_id }: TenantDb) {
  const { rows } = await sql<Difference>`${batch}
    select f.numero_factura as objeto, f.valor_total as guardado, coalesce(m.valor, 0) as calculado
    from facturas f left join movimientos m on m.tenant_id = f.tenant_id and m.factura_id = f.id and m.tipo = 'factura'
    where f.tenant_id = ${tenant_id} and (m.id is null or m.valor <> f.valor_total or m.cliente_id <> f.cliente_id) limit 1000`.execute(
    db,
  );
  return rows;
}

/** Bills and notes that are not the sum of their lines. A CHECK holds it too; bills of a run are recomputed besides. */
export async function selectSumasDescuadradas({ db, tenant_id }: TenantDb) {
  const { rows } = await sql<Difference>`${batch}
    select numero_factura as objeto, valor_total as guardado, suma_conceptos(conceptos) as calculado from facturas
    where tenant_id = ${tenant_id} and calculo is null and valor_total <> suma_conceptos(conceptos)
    union all
    select 'nota ' || coalesce(numero, id::text), valor, suma_conceptos(conceptos) from notas
    where tenant_id = ${tenant_id} and valor <> suma_conceptos(conceptos) limit 1000`.execute(db);
  return rows;
}

/** Totals of the issued periods, as they are kept. */
export const selectPeriodosEmitidos = ({ db, tenant_id }: TenantDb) =>
  db
    .selectFrom('periodos')
    .select(['id', 'codigo', 'cuentas', 'consumo_m3', 'valor_total'])
    .where('tenant_id', '=', tenant_id)
    .where('estado', 'in', ['emitido', 'cerrado'])
    .orderBy('id')
    .execute();

/** Their summary by concept, as it is kept. */
export const selectConceptosEmitidos = ({ db, tenant_id }: TenantDb) =>
  db
    .selectFrom('periodo_conceptos')
    .select(['periodo_id', 'servicio', 'codigo', 'uso', 'estrato', 'facturas', 'valor'])
    .where('tenant_id', '=', tenant_id)
    .orderBy('periodo_id')
    .execute();

/** Gaps and repetitions in the series of bill numbers. */
export async function selectSerie({ db, tenant_id }: TenantDb) {
  const { rows } = await sql<{ numeros: number; ultimo: number; mayor: number }>`
    select count(*) as numeros, coalesce((select ultimo from series where tenant_id = ${tenant_id} and nombre = 'facturas'), 0) as ultimo,
      coalesce(max(substr(numero_factura, 4)::bigint), 0) as mayor
    from facturas where tenant_id = ${tenant_id} and periodo_id is not null`.execute(db);
  return rows[0] ?? { numeros: 0, ultimo: 0, mayor: 0 };
}

/** Readings that bills say they used and that are not there any more as they were. */
export async function selectLecturasPerdidas({ db, tenant_id }: TenantDb, after: number, upTo: number) {
  const { rows } = await sql<{ numero_factura: string; dial: number }>`${batch}
    select f.numero_factura, (f.calculo -> 'lectura' ->> 'dial')::bigint as dial from facturas f
    where f.tenant_id = ${tenant_id} and f.id > ${after} and f.id <= ${upTo} and f.calculo -> 'lectura' ->> 'dial' is not null
      and not exists (
        select from lecturas l join medidores m on m.tenant_id = l.tenant_id and m.id = l.medidor_id
        where l.tenant_id = f.tenant_id and m.cliente_id = f.cliente_id and l.fecha_lectura = (f.calculo -> 'lectura' ->> 'fecha')::date
          and trunc(l.lectura_m3) = (f.calculo -> 'lectura' ->> 'dial')::numeric)`.execute(db);
  return rows;
}

/** Waiting charges that say they were billed and are not on their bill as they are, and the other way round. */
export async function selectCargosDescuadrados({ db, tenant_id }: TenantDb) {
  const { rows } = await sql<Difference>`${batch}
    with llevados as (
      select f.id as factura_id, (c ->> 'id')::bigint as cargo_id, (c ->> 'valor')::bigint as valor
      from facturas f, jsonb_array_elements(f.calculo -> 'cargos') c
      where f.tenant_id = ${tenant_id} and f.calculo ? 'cargos' and not f.anulada)
    select 'cargo ' || coalesce(g.id, l.cargo_id) as objeto, coalesce(g.valor, 0) as guardado, coalesce(l.valor, 0) as calculado
    from (select id, factura_id, valor from cargos where tenant_id = ${tenant_id} and factura_id is not null) g
    full join llevados l on l.cargo_id = g.id and l.factura_id = g.factura_id
    where g.valor is distinct from l.valor and not exists (
      select from facturas v where v.tenant_id = ${tenant_id} and v.id = g.factura_id and v.anulada)
    order by 1 limit 1000`.execute(db);
  return rows;
}

/** Parts of bills booked to third parties that are not those of their calculation. */
export async function selectTercerosDescuadrados({ db, tenant_id }: TenantDb) {
  const { rows } = await sql<Difference>`${batch}
    with debidos as (
      select f.id as factura_id, t.key::bigint as tercero_id, t.value::bigint as valor
      from facturas f, jsonb_each_text(f.calculo -> 'terceros') t where f.tenant_id = ${tenant_id} and f.calculo ? 'terceros')
    select 'tercero ' || coalesce(b.tercero_id, d.tercero_id) || ' en la factura ' || coalesce(b.factura_id, d.factura_id) as objeto,
      coalesce(b.valor, 0) as guardado, coalesce(d.valor, 0) as calculado
    from (select factura_id, tercero_id, valor from factura_terceros where tenant_id = ${tenant_id}) b
    full join debidos d on d.factura_id = b.factura_id and d.tercero_id = b.tercero_id
    where b.valor is distinct from d.valor order by 1 limit 1000`.execute(db);
  return rows;
}
