// Does a correction of all accounts, from what was calculated: each step one statement over all its bills.
import { type TenantDb, type TenantTx, batch } from '@cunservicios/db/tenant';
import { sql } from 'kysely';

/** Holds its accounts, then its bills, in the order in which payments hold them. */
export async function lockFacturasMasiva({ db, tenant_id }: TenantTx, masiva_id: number) {
  await sql`${batch}
    select count(*) from (
      select from clientes c where c.tenant_id = ${tenant_id} and c.id in (
        select f.cliente_id from facturas f join correccion_masiva_facturas s on s.tenant_id = f.tenant_id and s.factura_id = f.id
        where s.tenant_id = ${tenant_id} and s.masiva_id = ${masiva_id}) order by c.id for update of c) held`.execute(
    db,
  );
  await sql`${batch}
    select count(*) from (
      select from facturas f join correccion_masiva_facturas s on s.tenant_id = f.tenant_id and s.factura_id = f.id
      where s.tenant_id = ${tenant_id} and s.masiva_id = ${masiva_id} order by f.id for update of f) held`.execute(db);
}

/** A bill that is not what it was when it was calculated: void, corrected since, or its notes leave no room. */
export async function selectFacturaMovida({ db, tenant_id }: TenantDb, masiva_id: number) {
  const { rows } = await sql<{ numero_factura: string }>`${batch}
    select f.numero_factura
    from correccion_masiva_facturas s join facturas f on f.tenant_id = s.tenant_id and f.id = s.factura_id
    where s.tenant_id = ${tenant_id} and s.masiva_id = ${masiva_id} and (f.anulada
      or s.base_id is distinct from (
        select max(k.correccion_id) from correccion_facturas k where k.tenant_id = s.tenant_id and k.factura_id = s.factura_id)
      or s.diferencia < 0 and f.valor_total + s.diferencia + coalesce((
        select sum(n.valor) from notas n
        where n.tenant_id = s.tenant_id and n.factura_id = s.factura_id and n.estado = 'aprobada'), 0) < 0)
    order by f.id limit 1`.execute(db);
  return rows[0]?.numero_factura;
}

/** The days on which bills that will be charged more were issued. */
export async function selectEmisionesConDebito({ db, tenant_id }: TenantDb, masiva_id: number) {
  const { rows } = await sql<{ fecha_emision: string }>`${batch}
    select distinct f.fecha_emision
    from correccion_masiva_facturas s join facturas f on f.tenant_id = s.tenant_id and f.id = s.factura_id
    where s.tenant_id = ${tenant_id} and s.masiva_id = ${masiva_id} and s.diferencia > 0`.execute(db);
  return rows.map(({ fecha_emision }) => fecha_emision);
}

type Masiva = {
  id: number;
  huella: string;
  motivo: string;
  sustento: string | null;
  deshace_id: number | null;
  user_id: number | null;
};

/** One correction per account, each with its bills: each can be seen, and undone alone, as any other. */
export async function insertCorrecciones(
  { db, tenant_id }: TenantTx,
  { id, deshace_id, ...masiva }: Masiva,
  tarifa_id: number,
) {
  await sql`${batch}
    insert into correcciones (tenant_id, tipo, cliente_id, cambio, motivo, sustento, huella, estado, facturas, diferencia, aplicada_en, deshace_id,
      user_id, masiva_id)
    select ${tenant_id}, 'tarifa', x.cliente_id, ${JSON.stringify({ tipo: 'tarifa', masiva_id: id })}::jsonb, ${masiva.motivo}::text,
      ${masiva.sustento}::text, ${masiva.huella}::text, 'aplicada', x.facturas, x.diferencia, now(), c.id, ${masiva.user_id}::bigint, ${id}::bigint
    from (
      select f.cliente_id, count(*) as facturas, sum(s.diferencia)::bigint as diferencia
      from correccion_masiva_facturas s join facturas f on f.tenant_id = s.tenant_id and f.id = s.factura_id
      where s.tenant_id = ${tenant_id} and s.masiva_id = ${id} group by 1) x
    left join correcciones c on c.tenant_id = ${tenant_id} and c.masiva_id = ${deshace_id}::bigint and c.cliente_id = x.cliente_id
    order by x.cliente_id`.execute(db);
  await sql`${batch}
    insert into correccion_facturas (tenant_id, correccion_id, factura_id, conceptos, consumo_m3, calculo, diferencia, omitida)
    select s.tenant_id, c.id, s.factura_id, s.conceptos, s.consumo_m3,
      case when s.calculo ->> 'tarifa_id' = '0' then jsonb_set(s.calculo, '{tarifa_id}', to_jsonb(${tarifa_id}::bigint)) else s.calculo end,
      s.diferencia, s.omitida
    from correccion_masiva_facturas s
    join facturas f on f.tenant_id = s.tenant_id and f.id = s.factura_id
    join correcciones c on c.tenant_id = f.tenant_id and c.masiva_id = s.masiva_id and c.cliente_id = f.cliente_id
    where s.tenant_id = ${tenant_id} and s.masiva_id = ${id} order by c.id, s.factura_id`.execute(db);
}

/** How many notes of each kind it makes. */
export async function countNotasMasiva({ db, tenant_id }: TenantDb, masiva_id: number) {
  const { rows } = await sql<{ debito: number; credito: number }>`${batch}
    select count(*) filter (where diferencia > 0) as debito, count(*) filter (where diferencia <= 0) as credito
    from correccion_masiva_facturas where tenant_id = ${tenant_id} and masiva_id = ${masiva_id} and lineas <> '[]'`.execute(
    db,
  );
  return rows[0] ?? { debito: 0, credito: 0 };
}

/** Prefix of the numbers of a kind of note, and the one before the first of the range that was taken. */
type Numeros = { prefijo: string; antes: number };

/** Its notes with their numbers, their entries in the ledger, and the balances of bills and accounts. */
export async function insertNotasMasiva(
  { db, tenant_id }: TenantTx,
  { id, motivo, sustento, deshace_id, user_id }: Masiva,
  fecha: string,
  { debito, credito }: { debito: Numeros; credito: Numeros },
) {
  await sql`${batch}
    insert into notas (tenant_id, tipo, numero, factura_id, conceptos, valor, motivo, sustento, origen, correccion_id, estado, fecha, user_id)
    select s.tenant_id, case when s.diferencia > 0 then 'debito' else 'credito' end,
      case when s.diferencia > 0 then ${debito.prefijo}::text else ${credito.prefijo}::text end || lpad((
        case when s.diferencia > 0 then ${debito.antes}::bigint else ${credito.antes}::bigint end
        + row_number() over (partition by s.diferencia > 0 order by s.factura_id))::text, 9, '0'),
      s.factura_id, s.lineas, s.diferencia, ${motivo}::text, ${sustento}::text, ${deshace_id === null ? 'correccion' : 'reversion'}::text, c.id,
      'aprobada', ${fecha}::date, ${user_id}::bigint
    from correccion_masiva_facturas s
    join facturas f on f.tenant_id = s.tenant_id and f.id = s.factura_id
    join correcciones c on c.tenant_id = f.tenant_id and c.masiva_id = s.masiva_id and c.cliente_id = f.cliente_id
    where s.tenant_id = ${tenant_id} and s.masiva_id = ${id} and s.lineas <> '[]' order by s.factura_id`.execute(db);
  const notas = sql`
    from notas n
    join correcciones c on c.tenant_id = n.tenant_id and c.id = n.correccion_id
    where n.tenant_id = ${tenant_id} and c.masiva_id = ${id}`;
  await sql`${batch}
    insert into movimientos (tenant_id, cliente_id, tipo, valor, factura_id, nota_id, fecha)
    select n.tenant_id, c.cliente_id, 'nota', n.valor, n.factura_id, n.id, n.fecha ${notas} order by n.id`.execute(db);
  await sql`${batch}
    update facturas f set saldo = f.saldo + x.valor, version = f.version + 1 from (select n.factura_id, n.valor ${notas}) x
    where f.tenant_id = ${tenant_id} and f.id = x.factura_id`.execute(db);
  await sql`${batch}
    update clientes l set saldo = l.saldo + x.valor
    from (select c.cliente_id, sum(n.valor)::bigint as valor ${notas} group by 1 having sum(n.valor) <> 0) x
    where l.tenant_id = ${tenant_id} and l.id = x.cliente_id`.execute(db);
  await sql`${batch}
    insert into eventos (tenant_id, tipo, datos)
    select ${tenant_id}, 'nota.emitida', jsonb_build_object('numero', x.numero, 'numero_factura', f.numero_factura, 'valor', x.valor)
    from (select n.id, n.numero, n.factura_id, n.valor ${notas}) x
    join facturas f on f.tenant_id = ${tenant_id} and f.id = x.factura_id order by x.id`.execute(db);
}

/** Accounts that owe less now, and have a service to get back, an order to take back or an agreement to fulfil. */
export async function selectPorRestablecer({ db, tenant_id }: TenantDb, masiva_id: number) {
  const { rows } = await sql<{ id: number }>`${batch}
    select c.id from correcciones k join clientes c on c.tenant_id = k.tenant_id and c.id = k.cliente_id
    where k.tenant_id = ${tenant_id} and k.masiva_id = ${masiva_id}
      and exists (select from notas n where n.tenant_id = k.tenant_id and n.correccion_id = k.id and n.valor < 0)
      and (c.estado <> 'activo'
        or exists (select from ordenes o where o.tenant_id = c.tenant_id and o.cliente_id = c.id and o.estado = 'pendiente')
        or exists (select from convenios v where v.tenant_id = c.tenant_id and v.cliente_id = c.id and v.estado = 'vigente'))
    order by c.id`.execute(db);
  return rows.map(({ id }) => id);
}
