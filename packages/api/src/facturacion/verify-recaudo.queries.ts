import { type TenantDb, batch } from '@cunservicios/db/tenant';
import { sql } from 'kysely';

type Difference = { objeto: string; guardado: number; calculado: number };

/** Payments whose entries are not their pesos, or not none once they were undone; or that are on another account. */
export async function selectPagosDescuadrados({ db, tenant_id }: TenantDb) {
  const { rows } = await sql<Difference>`${batch}
    select 'pago ' || p.id as objeto, case when r.id is null then p.valor else 0 end as guardado, coalesce(-m.suma, 0) as calculado
    from pagos p
    left join reversos r on r.tenant_id = p.tenant_id and r.pago_id = p.id and r.estado = 'aplicado'
    left join (
      select pago_id, sum(valor)::bigint as suma, min(cliente_id) as primera, max(cliente_id) as ultima
      from movimientos where tenant_id = ${tenant_id} and pago_id is not null group by 1) m on m.pago_id = p.id
    where p.tenant_id = ${tenant_id} and (case when r.id is null then p.valor else 0 end <> coalesce(-m.suma, 0)
      or m.primera is distinct from p.cliente_id or m.ultima is distinct from p.cliente_id)
    order by p.id limit 1000`.execute(db);
  return rows;
}

/** Accounts whose pesos in favour are not the entries without bill and without agreement. */
export async function selectSaldosFavor({ db, tenant_id }: TenantDb) {
  const { rows } = await sql<Difference>`${batch}
    select c.numero_cuenta as objeto, c.saldo_favor as guardado, coalesce(-m.suma, 0) as calculado
    from clientes c left join (
      select cliente_id, sum(valor)::bigint as suma from movimientos
      where tenant_id = ${tenant_id} and factura_id is null and convenio_id is null group by 1) m on m.cliente_id = c.id
    where c.tenant_id = ${tenant_id} and c.saldo_favor <> coalesce(-m.suma, 0) order by c.id limit 1000`.execute(db);
  return rows;
}

/** Advances used for more than they were. */
export async function selectAnticiposGastados({ db, tenant_id }: TenantDb) {
  const { rows } = await sql<Difference>`${batch}
    select 'anticipo del pago ' || pago_id as objeto, 0::bigint as guardado, sum(valor)::bigint as calculado from movimientos
    where tenant_id = ${tenant_id} and pago_id is not null and factura_id is null group by pago_id having sum(valor) > 0
    order by pago_id limit 1000`.execute(db);
  return rows;
}

/** Crossings of which one side is missing, or of another value: each names the bill on the other side. */
export async function selectCrucesSueltos({ db, tenant_id }: TenantDb) {
  const { rows } = await sql<Difference>`${batch}
    with lados as (
      select cliente_id, pago_id, fecha, case when valor > 0 then factura_id else contra_factura_id end as de,
        case when valor > 0 then contra_factura_id else factura_id end as a, sum(valor)::bigint as valor
      from movimientos where tenant_id = ${tenant_id} and tipo = 'cruce' group by 1, 2, 3, 4, 5)
    select 'cruce hacia la factura ' || coalesce(a, de) as objeto, 0::bigint as guardado, valor as calculado from lados where valor <> 0
    order by 1 limit 1000`.execute(db);
  return rows;
}

/** Undoings that do not give back what their payment had done. */
export async function selectReversosDescuadrados({ db, tenant_id }: TenantDb) {
  const { rows } = await sql<Difference>`${batch}
    select r.numero as objeto, p.valor as guardado, coalesce(m.suma, 0) as calculado
    from reversos r
    join pagos p on p.tenant_id = r.tenant_id and p.id = r.pago_id
    left join (
      select reverso_id, sum(valor)::bigint as suma from movimientos where tenant_id = ${tenant_id} and reverso_id is not null group by 1) m
      on m.reverso_id = r.id
    where r.tenant_id = ${tenant_id} and case when r.estado = 'aplicado' then p.valor else 0 end <> coalesce(m.suma, 0)
    order by r.id limit 1000`.execute(db);
  return rows;
}

/** Counted sessions whose expected cash, cheques… are not their base, payments, undoings and withdrawals, or whose difference is not theirs. */
export async function selectCajasDescuadradas({ db, tenant_id }: TenantDb) {
  const { rows } = await sql<Difference>`${batch}
    with debidas as (
      select id, numero, esperado, contado, diferencia, esperado_de_caja(tenant_id, id) as debido
      from cajas where tenant_id = ${tenant_id} and estado <> 'abierta'),
    medios as (
      select d.numero, 'esperado en ' || lower(m.medio) as que, coalesce((d.esperado ->> m.medio)::bigint, 0) as guardado,
        coalesce((d.debido ->> m.medio)::bigint, 0) as calculado
      from debidas d, jsonb_object_keys(d.esperado || d.debido) m (medio)
      union all
      select numero, 'diferencia', diferencia, coalesce((
        select sum(x.valor::bigint) from jsonb_each_text(diferencias_de_caja(contado, debido)) x (medio, valor)), 0)::bigint from debidas
      )
    select 'caja ' || numero || ', ' || que as objeto, guardado, calculado from medios where guardado <> calculado order by numero limit 1000`.execute(
    db,
  );
  return rows;
}

/** Entries whose parts inside the bill are not their pesos. */
export async function selectDetallesDescuadrados({ db, tenant_id }: TenantDb) {
  const { rows } = await sql<Difference>`${batch}
    select 'movimiento ' || id as objeto, coalesce(suma_detalle(detalle), 0) as guardado, -valor as calculado from movimientos
    where tenant_id = ${tenant_id} and detalle is not null and suma_detalle(detalle) <> -valor order by id limit 1000`.execute(
    db,
  );
  return rows;
}

/** The series of receipts and of undoings: how many numbers there are, the greatest, and where the series stands. */
export async function selectSeriesRecaudo({ db, tenant_id }: TenantDb) {
  const { rows } = await sql<{ nombre: string; numeros: number; mayor: number; ultimo: number }>`
    select s.nombre, s.numeros, s.mayor, coalesce(k.ultimo, 0) as ultimo from (
      select 'recibos' as nombre, count(*) as numeros, coalesce(max(recibo), 0) as mayor from pagos where tenant_id = ${tenant_id}
      union all
      select 'cajas', count(*), coalesce(max(numero), 0) from cajas where tenant_id = ${tenant_id}
      union all
      select 'reversos', count(*), coalesce(max(substr(numero, 3)::bigint), 0) from reversos where tenant_id = ${tenant_id} and numero is not null) s
    left join series k on k.tenant_id = ${tenant_id} and k.nombre = s.nombre`.execute(db);
  return rows;
}

/** Rows of collection files whose payment is another's, of another value, day or origin; or payments of files without row. */
export async function selectRecaudosDescuadrados({ db, tenant_id }: TenantDb) {
  const { rows } = await sql<Difference>`${batch}
    select 'fila ' || r.linea || ' del archivo ' || r.archivo_recaudo_id as objeto, r.valor as guardado,
      case when p.origen = 'archivo' and p.fecha_pago = r.fecha and p.cliente_id = r.cliente_id then p.valor else 0 end as calculado
    from recaudos r left join pagos p on p.tenant_id = r.tenant_id and p.id = r.pago_id
    where r.tenant_id = ${tenant_id} and r.estado = 'aplicado'
      and (p.origen, p.fecha_pago, p.cliente_id, p.valor) is distinct from ('archivo', r.fecha, r.cliente_id, r.valor)
    union all
    select 'pago ' || p.id, 0, p.valor from pagos p
    where p.tenant_id = ${tenant_id} and p.origen = 'archivo'
      and not exists (select from recaudos r where r.tenant_id = p.tenant_id and r.pago_id = p.id)
    limit 1000`.execute(db);
  return rows;
}

/** Collection files whose rows are not as many, or not the pesos and cents, that their controls say; or wait though it was applied. */
export async function selectArchivosDescuadrados({ db, tenant_id }: TenantDb) {
  const { rows } = await sql<Difference>`${batch}
    select 'archivo ' || a.id || d.que as objeto, d.guardado, d.calculado
    from archivos_recaudo a
    left join (
      select archivo_recaudo_id, count(*) as filas, sum(valor * 100 + centavos) as suma, count(*) filter (where estado = 'por_aplicar') as esperan
      from recaudos where tenant_id = ${tenant_id} group by 1) r on r.archivo_recaudo_id = a.id,
    lateral (values
      (', filas', a.registros::bigint, coalesce(r.filas, 0)),
      (', centavos', a.total * 100 + a.centavos, coalesce(r.suma, 0)::bigint),
      (', filas por aplicar', 0::bigint, case when a.estado = 'aplicado' then coalesce(r.esperan, 0) else 0 end)) d (que, guardado, calculado)
    where a.tenant_id = ${tenant_id} and a.estado in ('cargado', 'aplicando', 'aplicado') and d.guardado <> d.calculado
    order by a.id limit 1000`.execute(db);
  return rows;
}
/**
 * Money of the gateway that is not one payment: approved and neither booked nor at the desk, booked with another value,
 * given back and still booked, an attempt whose payment is not that of its transaction, a payment that no transaction made.
 */
export async function selectPasarelaDescuadrada({ db, tenant_id }: TenantDb) {
  const { rows } = await sql<Difference>`${batch}
    select 'transacción ' || x.transaccion as objeto, coalesce(p.valor, 0) * 100 as guardado,
      case when x.estado = 'APPROVED' then x.valor_centavos else 0 end as calculado
    from transacciones_pasarela x
    left join pagos p on p.tenant_id = x.tenant_id and p.id = x.pago_id
    left join reversos r on r.tenant_id = x.tenant_id and r.pago_id = x.pago_id and r.estado = 'aplicado'
    where x.tenant_id = ${tenant_id} and case
      when x.pago_id is null then x.estado = 'APPROVED' and x.novedad is null
      else p.valor * 100 <> x.valor_centavos or p.origen <> 'pasarela' or p.referencia is distinct from x.transaccion
        or x.estado = 'VOIDED' and r.id is null and x.novedad is distinct from 'reverso_en_espera' end
    union all
    select 'pago en línea ' || i.referencia, coalesce(p.valor, 0), i.valor
    from intentos_pago i
    left join transacciones_pasarela x on x.tenant_id = i.tenant_id and x.intento_id = i.id and x.pago_id = i.pago_id
    left join pagos p on p.tenant_id = i.tenant_id and p.id = x.pago_id
    where i.tenant_id = ${tenant_id} and (i.pago_id is not null or i.estado = 'aprobado')
      and (p.id is null or p.valor <> i.valor and x.novedad is null)
    union all
    select 'pago ' || p.id, p.valor, 0
    from pagos p where p.tenant_id = ${tenant_id} and p.origen = 'pasarela'
      and not exists (select from transacciones_pasarela x where x.tenant_id = p.tenant_id and x.pago_id = p.id)
    limit 1000`.execute(db);
  return rows;
}
