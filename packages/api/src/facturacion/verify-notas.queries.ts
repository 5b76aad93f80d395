import { type TenantDb, batch } from '@cunservicios/db/tenant';
import type { LineaNota } from '@cunservicios/domain/cartera/nota';
import { sql } from 'kysely';
import type { Calculo, LineaFactura } from './calcular-cuenta.ts';

type Difference = { objeto: string; guardado: number; calculado: number };

/** Notes whose entry in the ledger is missing, of another value or bill, or there before anybody applied them. */
export async function selectNotasDescuadradas({ db, tenant_id }: TenantDb) {
  const { rows } = await sql<Difference>`${batch}
    select 'nota ' || coalesce(n.numero, n.id::text) as objeto, coalesce(m.valor, 0) as guardado,
      case when n.estado = 'aprobada' then n.valor else 0 end as calculado
    from notas n left join movimientos m on m.tenant_id = n.tenant_id and m.nota_id = n.id
    where n.tenant_id = ${tenant_id}
      and case when n.estado = 'aprobada' then m.id is null or m.valor <> n.valor or m.factura_id <> n.factura_id or m.fecha <> n.fecha
        else m.id is not null end
    order by n.id limit 1000`.execute(db);
  return rows;
}

/** Notes with a line that is not that line of the bill. (Their sum is held by a CHECK.) */
export async function selectLineasAjenas({ db, tenant_id }: TenantDb) {
  const { rows } = await sql<Difference>`${batch}
    select 'nota ' || coalesce(n.numero, n.id::text) as objeto, n.valor as guardado, suma_conceptos(n.conceptos) as calculado
    from notas n join facturas f on f.tenant_id = n.tenant_id and f.id = n.factura_id
    where n.tenant_id = ${tenant_id} and exists (
      select from jsonb_array_elements(n.conceptos) l
      where l ->> 'linea' is not null and (l ->> 'servicio', l ->> 'codigo') is distinct from (
        f.conceptos -> (l ->> 'linea')::int ->> 'servicio', f.conceptos -> (l ->> 'linea')::int ->> 'codigo'))
    order by n.id limit 1000`.execute(db);
  return rows;
}

/** Void bills that the ledger does not bring to nothing, entries of bills that are not void, voids without a reason. */
export async function selectAnuladasDescuadradas({ db, tenant_id }: TenantDb) {
  const { rows } = await sql<Difference>`${batch}
    select f.numero_factura as objeto, coalesce(m.valor, 0) as guardado, case when f.anulada then -f.valor_total else 0 end as calculado
    from facturas f
    left join movimientos m on m.tenant_id = f.tenant_id and m.factura_id = f.id and m.tipo = 'anulacion'
    left join anulaciones a on a.tenant_id = f.tenant_id and a.factura_id = f.id
    where f.tenant_id = ${tenant_id} and (f.anulada or m.id is not null or a.factura_id is not null)
      and (not f.anulada or a.factura_id is null or m.valor is distinct from -f.valor_total)
    order by f.id limit 1000`.execute(db);
  return rows;
}

/** The series of notes: how many numbers there are, the greatest one, and where the counter is. */
export async function selectSeriesNotas({ db, tenant_id }: TenantDb) {
  const { rows } = await sql<{ serie: string; numeros: number; mayor: number; ultimo: number }>`
    select s.serie, count(n.numero) as numeros, coalesce(max(substr(n.numero, 3)::bigint), 0) as mayor,
      coalesce((select ultimo from series where tenant_id = ${tenant_id} and nombre = s.serie), 0) as ultimo
    from (values ('notas_credito', 'credito'), ('notas_debito', 'debito')) s(serie, tipo)
    left join notas n on n.tenant_id = ${tenant_id} and n.tipo = s.tipo and n.numero is not null
    group by s.serie`.execute(db);
  return rows;
}

export type FacturaCorregida = {
  correccion_id: number;
  factura_id: number;
  numero_factura: string;
  conceptos: LineaFactura[];
  consumo_m3: number;
  calculo: Calculo;
  diferencia: number;
  /** Pesos of its note. */
  nota: number;
  /** The bill as it was issued, and the lines of all notes of its corrections up to this one. */
  emitidos: LineaFactura[];
  corregido: LineaNota[];
  /** Some correction of the bill was too late to charge it. */
  omitida: boolean;
};

/** Bills as corrections found they should have been, a page at a time. */
export async function selectCorregidas({ db, tenant_id }: TenantDb, after: readonly [number, number], limit: number) {
  const { rows } = await sql<FacturaCorregida>`${batch}
    select k.correccion_id, k.factura_id, f.numero_factura, k.conceptos, k.consumo_m3, k.calculo, k.diferencia, f.conceptos as emitidos,
      coalesce(n.valor, 0) as nota, coalesce(l.lineas, '[]') as corregido, exists (
        select from correccion_facturas o
        where o.tenant_id = k.tenant_id and o.factura_id = k.factura_id and o.correccion_id <= k.correccion_id and o.omitida is not null) as omitida
    from correccion_facturas k
    join facturas f on f.tenant_id = k.tenant_id and f.id = k.factura_id
    left join notas n on n.tenant_id = k.tenant_id and n.correccion_id = k.correccion_id and n.factura_id = k.factura_id and n.estado = 'aprobada'
    left join lateral (
      select jsonb_agg(l) as lineas from notas m, jsonb_array_elements(m.conceptos) l
      where m.tenant_id = k.tenant_id and m.factura_id = k.factura_id and m.correccion_id <= k.correccion_id and m.estado = 'aprobada') l on true
    where k.tenant_id = ${tenant_id} and (k.correccion_id, k.factura_id) > (${after[0]}, ${after[1]})
    order by k.correccion_id, k.factura_id limit ${limit}`.execute(db);
  return rows;
}

/** Corrections whose totals are not those of their bills, or that wait and have moved something already. */
export async function selectCorreccionesDescuadradas({ db, tenant_id }: TenantDb) {
  const { rows } = await sql<Difference>`${batch}
    select 'corrección ' || k.id as objeto, k.diferencia as guardado, coalesce(f.valor, 0) as calculado
    from correcciones k
    left join (
      select a.correccion_id, count(*) as n, sum(a.diferencia)::bigint as valor, sum(a.consumo_m3 - coalesce(b.consumo_m3, o.consumo_m3)) as m3
      from correccion_facturas a
      join facturas o on o.tenant_id = a.tenant_id and o.id = a.factura_id
      left join lateral ( -- as an earlier correction left it
        select b.consumo_m3 from correccion_facturas b
        where b.tenant_id = a.tenant_id and b.factura_id = a.factura_id and b.correccion_id < a.correccion_id
        order by b.correccion_id desc limit 1) b on true
      where a.tenant_id = ${tenant_id} group by a.correccion_id) f on f.correccion_id = k.id
    where k.tenant_id = ${tenant_id} and case when k.estado = 'aplicada'
      then k.facturas <> coalesce(f.n, 0) or k.diferencia <> coalesce(f.valor, 0) or k.diferencia_m3 <> coalesce(f.m3, 0)
      else f.n is not null or exists (select from notas n where n.tenant_id = k.tenant_id and n.correccion_id = k.id) end
    order by k.id limit 1000`.execute(db);
  return rows;
}

/**
 * Corrected states of consumption that are not what their correction says, nor — where it made the account's last bill
 * again, and it is no resolved deviation put back — what that bill leaves.
 */
export async function selectAjustesDescuadrados({ db, tenant_id }: TenantDb) {
  const { rows } = await sql<{ objeto: string }>`${batch}
    select f.numero_factura as objeto
    from ajustes_consumo a
    join facturas f on f.tenant_id = a.tenant_id and f.id = a.factura_id
    left join correcciones k on k.tenant_id = a.tenant_id and k.id = a.correccion_id
    left join correccion_facturas c on c.tenant_id = a.tenant_id and c.correccion_id = a.correccion_id and c.factura_id = a.factura_id
    where a.tenant_id = ${tenant_id} and a.correccion_id is not null and (a.estado is distinct from k.estado_despues or a.cliente_id <> f.cliente_id
      or (k.deshace_id is null and a.estado <> c.calculo -> 'despues'))
    union all
    select 'corrección ' || k.id from correcciones k
    where k.tenant_id = ${tenant_id} and k.estado = 'aplicada' and k.estado_despues is not null and not exists (
      select from ajustes_consumo a where a.tenant_id = k.tenant_id and a.correccion_id = k.id)
    limit 1000`.execute(db);
  return rows;
}
