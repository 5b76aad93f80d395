import { type TenantDb, batch } from '@cunservicios/db/tenant';
import type { Recaudado } from '@cunservicios/domain/recaudo/conciliar';
import type { EstadoRecaudo, MedioPago } from '@cunservicios/domain/recaudo/listas';
import { sql } from 'kysely';

export type RecaudadoRow = Recaudado & {
  dia: string;
  banco: string | null;
  nombre_banco: string | null;
  medios: { medio: MedioPago; valor: number }[];
};

/** Three sides of each day and bank, or day and way in: what is reported, what was booked, what was deposited. */
export async function selectConciliacion(
  { db, tenant_id }: TenantDb,
  { desde, hasta, zona, esperan }: { desde: string; hasta: string; zona: string; esperan: readonly EstadoRecaudo[] },
) {
  const { rows } = await sql<RecaudadoRow>`${batch}
    with archivos as (
      select id, fecha, banco, total from archivos_recaudo
      where tenant_id = ${tenant_id} and fecha between ${desde}::date and ${hasta}::date and estado in ('cargado', 'aplicando', 'aplicado')),
    filas as (
      select a.fecha as dia, a.banco, r.estado, r.valor, p.valor as pagado, p.medio, v.id as reverso_id
      from archivos a join recaudos r on r.tenant_id = ${tenant_id} and r.archivo_recaudo_id = a.id
      left join pagos p on p.tenant_id = r.tenant_id and p.id = r.pago_id
      left join reversos v on v.tenant_id = p.tenant_id and v.pago_id = p.id and v.estado = 'aplicado'),
    otros as (
      select p.fecha_pago as dia, p.origen, p.medio, p.valor, v.id as reverso_id
      from pagos p left join reversos v on v.tenant_id = p.tenant_id and v.pago_id = p.id and v.estado = 'aplicado'
      where p.tenant_id = ${tenant_id} and p.fecha_pago between ${desde}::date and ${hasta}::date and p.origen <> 'archivo'),
    -- A transaction of the gateway counts on the day its money was booked, else on the day it was first heard of.
    transacciones as (
      select coalesce(p.fecha_pago, (x.created_at at time zone ${zona})::date) as dia, x.valor_centavos / 100 as valor, x.pago_id, x.resolucion
      from transacciones_pasarela x left join pagos p on p.tenant_id = x.tenant_id and p.id = x.pago_id
      where x.tenant_id = ${tenant_id} and x.moneda = 'COP' and (x.pago_id is not null or x.estado = 'APPROVED')
        and x.created_at >= (${desde}::date - 30)::timestamp at time zone ${zona}),
    cajas_de as (
      select (abierta_en at time zone ${zona})::date as dia, coalesce(sum(diferencia), 0) as conteo, count(*) filter (where estado = 'abierta') as abiertas
      from cajas where tenant_id = ${tenant_id}
        and abierta_en >= ${desde}::date::timestamp at time zone ${zona} and abierta_en < (${hasta}::date + 1)::timestamp at time zone ${zona}
      group by 1),
    piezas (dia, origen, banco, informado, registrado, consignado, por_aplicar, por_resolver, devuelto, descartado, deshecho, cajas_abiertas) as (
      select fecha, 'archivo', banco, total, 0, 0, 0, 0, 0, 0, 0, 0 from archivos
      union all
      select dia, 'archivo', banco, null,
        case when estado = 'aplicado' and reverso_id is null then pagado else 0 end, 0,
        case when estado = 'por_aplicar' then valor else 0 end,
        case when estado = any(${esperan}::text[]) then valor else 0 end,
        case when estado = 'devuelto' then valor else 0 end,
        case when estado = 'descartado' then valor else 0 end,
        case when reverso_id is not null then pagado else 0 end, 0 from filas
      union all
      select dia, origen, null, case when origen = 'caja' and reverso_id is null then valor end,
        case when reverso_id is null then valor else 0 end, 0, 0, 0, 0, 0, case when reverso_id is null then 0 else valor end, 0 from otros
      union all
      select dia, 'pasarela', null, valor, 0, 0, 0, case when pago_id is null and resolucion is null then valor else 0 end, 0,
        case when pago_id is null and resolucion is not null then valor else 0 end, 0, 0 from transacciones
      where dia between ${desde}::date and ${hasta}::date
      union all
      select dia, 'caja', null, conteo, 0, 0, 0, 0, 0, 0, 0, abiertas from cajas_de
      union all
      select dia, origen, case when origen = 'archivo' then banco end, null, 0, valor, 0, 0, 0, 0, 0, 0 from consignaciones
      where tenant_id = ${tenant_id} and dia between ${desde}::date and ${hasta}::date),
    medios_de as (
      select dia, origen, banco, jsonb_agg(jsonb_build_object('medio', medio, 'valor', valor) order by medio) as medios from (
        select dia, 'archivo' as origen, banco, medio, sum(pagado) as valor from filas where pagado is not null and reverso_id is null group by 1, 2, 3, 4
        union all
        select dia, origen, null, medio, sum(valor) from otros where reverso_id is null group by 1, 2, 3, 4) x
      group by 1, 2, 3)
    select p.dia, p.origen, p.banco, sum(informado)::bigint as informado, sum(registrado)::bigint as registrado,
      sum(consignado)::bigint as consignado, sum(por_aplicar)::bigint as por_aplicar, sum(por_resolver)::bigint as por_resolver,
      sum(devuelto)::bigint as devuelto, sum(descartado)::bigint as descartado, sum(deshecho)::bigint as deshecho,
      (select nullif(nombre, '') from perfiles_banco b where b.tenant_id = ${tenant_id} and b.banco = p.banco) as nombre_banco,
      sum(cajas_abiertas)::int as cajas_abiertas, coalesce(m.medios, '[]') as medios
    from piezas p left join medios_de m on m.dia = p.dia and m.origen = p.origen and m.banco is not distinct from p.banco
    group by p.dia, p.origen, p.banco, m.medios
    order by p.dia desc, p.origen, p.banco`.execute(db);
  return rows;
}
