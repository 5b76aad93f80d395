import { type TenantDb, batch } from '@cunservicios/db/tenant';
import { sql } from 'kysely';

type Difference = { objeto: string; guardado: number; calculado: number };

/** What the instalments of each agreement say: those on a bill that is not void, and those that still wait. */
const cuotas = (tenant_id: string) => sql`(
  select q.convenio_id, sum(q.capital)::bigint as capital,
    coalesce(sum(q.capital) filter (where x.factura_id is not null), 0)::bigint as facturado,
    coalesce(sum(q.capital) filter (where x.factura_id is null and x.anulado_en is null), 0)::bigint as pendiente
  from convenio_cuotas q join cargos x on x.tenant_id = q.tenant_id and x.id = q.cargo_id
  where q.tenant_id = ${tenant_id} group by q.convenio_id)`;

/** Agreements whose principal is not the sum of their bills and of their instalments. */
export async function selectCapitales({ db, tenant_id }: TenantDb) {
  const { rows } = await sql<Difference>`${batch}
    select v.numero_convenio as objeto, v.capital as guardado,
      case when coalesce(k.valor, 0) <> v.capital then coalesce(k.valor, 0) else coalesce(q.capital, 0) end as calculado
    from convenios v
    left join ${cuotas(tenant_id)} q on q.convenio_id = v.id
    left join (select convenio_id, sum(valor)::bigint as valor from convenio_facturas where tenant_id = ${tenant_id} group by 1) k on k.convenio_id = v.id
    where v.tenant_id = ${tenant_id} and (coalesce(k.valor, 0) <> v.capital or coalesce(q.capital, 0) <> v.capital)
    order by v.id limit 1000`.execute(db);
  return rows;
}

/** Agreements whose balance in the ledger is not the principal that no bill has yet, and is not none once broken. */
export async function selectSaldosConvenios({ db, tenant_id }: TenantDb) {
  const { rows } = await sql<Difference>`${batch}
    select v.numero_convenio as objeto, coalesce(m.valor, 0) as guardado, case when v.estado = 'vigente' then coalesce(q.pendiente, 0) else 0 end as calculado
    from convenios v
    left join ${cuotas(tenant_id)} q on q.convenio_id = v.id
    left join (
      select convenio_id, sum(valor)::bigint as valor from movimientos
      where tenant_id = ${tenant_id} and convenio_id is not null and factura_id is null group by 1) m on m.convenio_id = v.id
    where v.tenant_id = ${tenant_id}
      and (coalesce(m.valor, 0) <> case when v.estado = 'vigente' then coalesce(q.pendiente, 0) else 0 end
        or v.estado <> 'vigente' and coalesce(q.pendiente, 0) <> 0)
    order by v.id limit 1000`.execute(db);
  return rows;
}

/**
 * What agreements took from bills, all in all: their principal while they stand, what was billed in instalments once
 * broken. And from one bill never more than it took over, nor less than nothing.
 */
export async function selectTomadoDeFacturas({ db, tenant_id }: TenantDb) {
  const { rows } = await sql<Difference>`${batch}
    with por_factura as (
      select m.convenio_id, m.factura_id, -sum(m.valor)::bigint as valor from movimientos m
      where m.tenant_id = ${tenant_id} and m.convenio_id is not null and m.factura_id is not null group by 1, 2)
    select v.numero_convenio as objeto, coalesce(t.valor, 0) as guardado, case when v.estado = 'incumplido' then coalesce(q.facturado, 0) else v.capital end as calculado
    from convenios v
    left join ${cuotas(tenant_id)} q on q.convenio_id = v.id
    left join (select convenio_id, sum(valor)::bigint as valor from por_factura group by 1) t on t.convenio_id = v.id
    where v.tenant_id = ${tenant_id} and coalesce(t.valor, 0) <> case when v.estado = 'incumplido' then coalesce(q.facturado, 0) else v.capital end
    union all
    select v.numero_convenio || ' en ' || f.numero_factura, p.valor, coalesce(k.valor, 0) from por_factura p
      join convenios v on v.tenant_id = ${tenant_id} and v.id = p.convenio_id
      join facturas f on f.tenant_id = ${tenant_id} and f.id = p.factura_id
      left join convenio_facturas k on k.tenant_id = ${tenant_id} and k.convenio_id = p.convenio_id and k.factura_id = p.factura_id
    where p.valor < 0 or p.valor > coalesce(k.valor, 0) limit 1000`.execute(db);
  return rows;
}

/** Instalments whose charges are of another value, account or state than they should be. */
export async function selectCuotasDescuadradas({ db, tenant_id }: TenantDb) {
  const { rows } = await sql<Difference>`${batch}
    select v.numero_convenio || ' cuota ' || q.cuota as objeto, x.valor + coalesce(y.valor, 0) as guardado, q.capital + q.interes as calculado
    from convenio_cuotas q
    join convenios v on v.tenant_id = q.tenant_id and v.id = q.convenio_id
    join cargos x on x.tenant_id = q.tenant_id and x.id = q.cargo_id
    left join cargos y on y.tenant_id = q.tenant_id and y.id = q.cargo_interes_id
    where q.tenant_id = ${tenant_id} and (x.valor <> q.capital or coalesce(y.valor, 0) <> q.interes or x.cliente_id <> v.cliente_id
      or y.factura_id is distinct from x.factura_id and y.id is not null
      or (x.anulado_en is not null) <> (v.estado = 'incumplido' and x.factura_id is null))
    order by q.convenio_id, q.cuota limit 1000`.execute(db);
  return rows;
}

/** Charges of an order that was not carried out, or at another account; orders carried out that charged twice. */
export async function selectCargosDeOrden({ db, tenant_id }: TenantDb) {
  const { rows } = await sql<Difference>`${batch}
    select x.referencia as objeto, x.valor as guardado, 0::bigint as calculado
    from cargos x left join ordenes o on o.tenant_id = x.tenant_id and o.id = split_part(split_part(x.referencia, ':', 2), ' ', 1)::bigint
    where x.tenant_id = ${tenant_id} and x.origen = 'orden'
      and (o.resultado is distinct from 'efectiva' or o.cliente_id <> x.cliente_id or o.tipo <> x.codigo)
    order by x.id limit 1000`.execute(db);
  return rows;
}

/** Charges that say they were billed on a bill that does not carry them for that value, or twice. */
export async function selectCargosFacturados({ db, tenant_id }: TenantDb) {
  const { rows } = await sql<Difference>`${batch}
    with llevados as (
      select f.id as factura_id, f.numero_factura, (c ->> 'id')::bigint as cargo_id, (c ->> 'valor')::bigint as valor
      from facturas f, jsonb_array_elements(f.calculo -> 'cargos') c where f.tenant_id = ${tenant_id} and f.calculo ? 'cargos')
    select coalesce(l.numero_factura, '') || ' cargo ' || coalesce(x.id, l.cargo_id) as objeto, coalesce(l.valor, 0) as guardado, coalesce(x.valor, 0) as calculado
    from (select * from cargos where tenant_id = ${tenant_id} and factura_id is not null) x
    full join llevados l on l.cargo_id = x.id and l.factura_id = x.factura_id
    where x.id is null or l.cargo_id is null or l.valor <> x.valor
    limit 1000`.execute(db);
  return rows;
}

/** Money of third parties on bills that is not what the bills were calculated with. */
export async function selectTercerosDescuadrados({ db, tenant_id }: TenantDb) {
  const { rows } = await sql<Difference>`${batch}
    with calculados as (
      select f.id as factura_id, t.key::bigint as tercero_id, t.value::bigint as valor
      from facturas f, jsonb_each_text(f.calculo -> 'terceros') t where f.tenant_id = ${tenant_id} and f.calculo ? 'terceros')
    select f.numero_factura || ' tercero ' || coalesce(x.tercero_id, k.tercero_id) as objeto, coalesce(x.valor, 0) as guardado, coalesce(k.valor, 0) as calculado
    from (select * from factura_terceros where tenant_id = ${tenant_id}) x
    full join calculados k on k.factura_id = x.factura_id and k.tercero_id = x.tercero_id
    join facturas f on f.tenant_id = ${tenant_id} and f.id = coalesce(x.factura_id, k.factura_id)
    where x.valor is distinct from k.valor limit 1000`.execute(db);
  return rows;
}

/** Series of documents that must have no gap: how many there are, the greatest number, where the counter is. */
export async function selectSeriesCartera({ db, tenant_id }: TenantDb) {
  const { rows } = await sql<{ serie: string; numeros: number; mayor: number; ultimo: number }>`
    select d.serie, count(d.n) as numeros, coalesce(max(d.n), 0) as mayor,
      coalesce((select ultimo from series where tenant_id = ${tenant_id} and nombre = d.serie), 0) as ultimo
    from (
      select 'recuperaciones' as serie, substr(numero_factura, 4)::bigint as n from facturas where tenant_id = ${tenant_id} and tipo = 'recuperacion'
      union all select 'ordenes', substr(numero_orden, 4)::bigint from ordenes where tenant_id = ${tenant_id}
      union all select 'convenios', substr(numero_convenio, 4)::bigint from convenios where tenant_id = ${tenant_id}
      union all select nombre, null from series where tenant_id = ${tenant_id} and nombre in ('recuperaciones', 'ordenes', 'convenios')) d
    group by d.serie`.execute(db);
  return rows;
}
