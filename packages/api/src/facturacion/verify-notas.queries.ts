import { type TenantDb, batch } from '@cunservicios/db/tenant';
import { sql } from 'kysely';

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
