import { type TenantDb, batch } from '@cunservicios/db/tenant';
import { sql } from 'kysely';

/** Corrections of all accounts that somebody saw. */
export async function selectMasivasCalculadas({ db, tenant_id }: TenantDb) {
  const { rows } = await sql<{ id: number; huella: string }>`
    select id, huella from correcciones_masivas
    where tenant_id = ${tenant_id} and estado in ('prevista', 'pendiente', 'aplicando', 'aplicada') order by id`.execute(
    db,
  );
  return rows;
}

/** Sums that are not those of their bills, bills that were not done as they were seen, and things done before their time. */
export async function selectMasivasDescuadradas({ db, tenant_id }: TenantDb) {
  const { rows } = await sql<{ objeto: string; detalle: string }>`${batch}
    with previstas as (
      select s.masiva_id, count(*) as facturas, count(distinct f.cliente_id) as cuentas, sum(greatest(s.diferencia, 0)) as debito,
        sum(least(s.diferencia, 0)) as credito, count(s.omitida) as omitidas
      from correccion_masiva_facturas s join facturas f on f.tenant_id = s.tenant_id and f.id = s.factura_id
      where s.tenant_id = ${tenant_id} group by 1),
    hechas as (
      select masiva_id, count(*) as cuentas, sum(facturas) as facturas, sum(diferencia) as diferencia
      from correcciones where tenant_id = ${tenant_id} and masiva_id is not null group by 1),
    distintas as (
      select s.masiva_id, min(f.numero_factura) as factura
      from correccion_masiva_facturas s
      join correcciones_masivas m on m.tenant_id = s.tenant_id and m.id = s.masiva_id and m.estado = 'aplicada'
      join facturas f on f.tenant_id = s.tenant_id and f.id = s.factura_id
      left join correcciones c on c.tenant_id = f.tenant_id and c.masiva_id = s.masiva_id and c.cliente_id = f.cliente_id
      left join correccion_facturas k on k.tenant_id = c.tenant_id and k.correccion_id = c.id and k.factura_id = s.factura_id
      left join notas n on n.tenant_id = c.tenant_id and n.correccion_id = c.id and n.factura_id = s.factura_id
      where s.tenant_id = ${tenant_id} and (k.factura_id is null or k.conceptos <> s.conceptos or k.consumo_m3 <> s.consumo_m3
        or k.calculo - 'tarifa_id' <> s.calculo - 'tarifa_id' or k.diferencia <> s.diferencia or k.omitida is distinct from s.omitida
        or coalesce(n.conceptos, '[]') <> s.lineas)
      group by 1)
    select 'corrección masiva ' || m.id as objeto, case
        when m.estado <> 'aplicada' and h.masiva_id is not null then 'no se ha aplicado y tiene cuentas corregidas'
        when d.masiva_id is not null then 'la factura ' || d.factura || ' no se corrigió como se vio'
        else 'sus sumas no son las de sus facturas' end as detalle
    from correcciones_masivas m
    left join previstas p on p.masiva_id = m.id
    left join hechas h on h.masiva_id = m.id
    left join distintas d on d.masiva_id = m.id
    where m.tenant_id = ${tenant_id} and (d.masiva_id is not null
      or m.estado in ('prevista', 'pendiente', 'aplicando', 'aplicada')
        and (m.cuentas, m.facturas, m.debito, m.credito, m.omitidas) is distinct from (p.cuentas, p.facturas, p.debito, p.credito, p.omitidas)
      or m.estado = 'aplicada' and (m.cuentas, m.facturas, m.debito + m.credito) is distinct from (h.cuentas, h.facturas, h.diferencia)
      or m.estado <> 'aplicada' and h.masiva_id is not null)
    order by m.id limit 1000`.execute(db);
  return rows;
}
