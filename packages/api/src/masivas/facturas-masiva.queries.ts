// What a correction of all accounts will do to each bill: calculated chunk by chunk, kept as the record of what was seen.
import { type TenantDb, type TenantTx, batch } from '@cunservicios/db/tenant';
import type { Omision } from '@cunservicios/domain/cartera/listas';
import type { LineaNota } from '@cunservicios/domain/cartera/nota';
import { sql } from 'kysely';
import type { Calculo, LineaFactura } from '../facturacion/calcular-cuenta.ts';
import type { ResumenMasiva } from './masivas.schema.ts';

export type Fechas = { desde: string; hasta?: string | undefined };
type Rango = { desde: number; hasta: number };

/** Bills of consumption of the periods that begin between two days. */
const enAlcance = (tenant_id: string, { desde, hasta = '9999-12-31' }: Fechas) => sql`
  facturas f join periodos p on p.tenant_id = f.tenant_id and p.id = f.periodo_id
  where f.tenant_id = ${tenant_id} and f.tipo = 'consumo' and not f.anulada and p.desde between ${desde}::date and ${hasta}::date`;

/** Where chunks of accounts end, and how many accounts there are. */
const endsOf = (rows: { id: number; n: number }[]) => ({ ends: rows.map(({ id }) => id), total: rows.at(-1)?.n ?? 0 });

export async function selectCuentasEnAlcance({ db, tenant_id }: TenantDb, fechas: Fechas, size: number) {
  const { rows } = await sql<{ id: number; n: number }>`${batch}
    select id, n from (
      select id, row_number() over (order by id) as n, count(*) over () as total
      from (select distinct f.cliente_id as id from ${enAlcance(tenant_id, fechas)}) c) numbered
    where n % ${size}::int = 0 or n = total order by id`.execute(db);
  return endsOf(rows);
}

/** The same of the accounts that a correction of all reached. */
export async function selectCuentasCorregidas({ db, tenant_id }: TenantDb, masiva_id: number, size: number) {
  const { rows } = await sql<{ id: number; n: number }>`${batch}
    select id, n from (
      select cliente_id as id, row_number() over (order by cliente_id) as n, count(*) over () as total
      from correcciones where tenant_id = ${tenant_id} and masiva_id = ${masiva_id}) numbered
    where n % ${size}::int = 0 or n = total order by id`.execute(db);
  return endsOf(rows);
}

export type FacturaPrevista = {
  factura_id: number;
  /** The correction the bill stood on. */
  base_id: number | null;
  conceptos: LineaFactura[];
  consumo_m3: number;
  calculo: Calculo;
  lineas: LineaNota[];
  valor_antes: number;
  valor_despues: number;
  diferencia: number;
  omitida: Omision | null;
};

export const insertPrevistas = ({ db, tenant_id }: TenantTx, masiva_id: number, rows: FacturaPrevista[]) =>
  sql`${batch}
    insert into correccion_masiva_facturas (tenant_id, masiva_id, factura_id, base_id, conceptos, consumo_m3, calculo, lineas, valor_antes,
      valor_despues, diferencia, omitida)
    select ${tenant_id}, ${masiva_id}, r.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(factura_id bigint, base_id bigint,
      conceptos jsonb, consumo_m3 integer, calculo jsonb, lineas jsonb, valor_antes bigint, valor_despues bigint, diferencia bigint, omitida text)`.execute(
    db,
  );

/** A correction that another one undid already. */
const deshecha = sql`exists (select from correcciones u where u.tenant_id = c.tenant_id and u.deshace_id = c.id and u.estado = 'aplicada')`;

/** Something stands on correction `c`: another correction of its account, or its money given back. */
const conHechos = sql`(exists (
    select from correcciones o where o.tenant_id = c.tenant_id and o.cliente_id = c.cliente_id and o.id > c.id and o.estado = 'aplicada'
      and o.deshace_id is null and not exists (
        select from correcciones u where u.tenant_id = o.tenant_id and u.deshace_id = o.id and u.estado = 'aplicada'))
  or exists (
    select from notas n
    join movimientos o on o.tenant_id = n.tenant_id and o.nota_id = n.id
    join movimientos m on m.tenant_id = o.tenant_id and m.factura_id = n.factura_id and m.id > o.id
    where n.tenant_id = c.tenant_id and n.correccion_id = c.id and m.valor > 0 and m.tipo not in ('factura', 'nota')))`;

/** The exact opposite of what was done to a chunk of accounts. Answers how many accounts. */
export async function insertOpuestas(
  { db, tenant_id }: TenantTx,
  { id, deshace_id }: { id: number; deshace_id: number },
  { desde, hasta }: Rango,
) {
  await sql`${batch}
    insert into correccion_masiva_facturas (tenant_id, masiva_id, factura_id, base_id, conceptos, consumo_m3, calculo, lineas, valor_antes,
      valor_despues, diferencia)
    select k.tenant_id, ${id}, k.factura_id, b.base_id, coalesce(e.conceptos, f.conceptos), coalesce(e.consumo_m3, f.consumo_m3),
      coalesce(e.calculo, f.calculo), (
        select coalesce(jsonb_agg(jsonb_set(l.linea, '{valor}', to_jsonb(-(l.linea ->> 'valor')::bigint)) order by l.orden), '[]')
        from notas n, jsonb_array_elements(n.conceptos) with ordinality l(linea, orden)
        where n.tenant_id = k.tenant_id and n.correccion_id = k.correccion_id and n.factura_id = k.factura_id),
      f.valor_total + b.notas, suma_conceptos(coalesce(e.conceptos, f.conceptos)), -k.diferencia
    from correcciones c
    join correccion_facturas k on k.tenant_id = c.tenant_id and k.correccion_id = c.id
    join facturas f on f.tenant_id = k.tenant_id and f.id = k.factura_id
    cross join lateral (
      select (select max(o.correccion_id) from correccion_facturas o where o.tenant_id = k.tenant_id and o.factura_id = k.factura_id) as base_id,
        coalesce((select sum(n.valor)::bigint from notas n where n.tenant_id = k.tenant_id and n.factura_id = k.factura_id
          and n.estado = 'aprobada' and n.correccion_id is not null), 0) as notas) b
    left join lateral (
      select a.conceptos, a.consumo_m3, a.calculo from correccion_facturas a
      where a.tenant_id = k.tenant_id and a.factura_id = k.factura_id and a.correccion_id < k.correccion_id
      order by a.correccion_id desc limit 1) e on true
    where c.tenant_id = ${tenant_id} and c.masiva_id = ${deshace_id} and c.cliente_id > ${desde} and c.cliente_id <= ${hasta}
      and not ${deshecha} and not ${conHechos}`.execute(db);
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from correcciones
    where tenant_id = ${tenant_id} and masiva_id = ${deshace_id} and cliente_id > ${desde} and cliente_id <= ${hasta}`.execute(
    db,
  );
  return rows[0]?.n ?? 0;
}

/** Accounts of a correction of all that cannot be undone any more. */
export async function selectFuera({ db, tenant_id }: TenantDb, masiva_id: number) {
  const { rows } = await sql<ResumenMasiva['fuera']>`${batch}
    select count(*) as cuentas, coalesce((array_agg(numero_cuenta order by numero_cuenta))[1:20], '{}') as numeros
    from (
      select l.numero_cuenta from correcciones c join clientes l on l.tenant_id = c.tenant_id and l.id = c.cliente_id
      where c.tenant_id = ${tenant_id} and c.masiva_id = ${masiva_id} and not ${deshecha} and ${conHechos}) x`.execute(
    db,
  );
  return rows[0] ?? { cuentas: 0, numeros: [] };
}

/** Sums of what was calculated, account by account of the class of its last bill. */
export async function selectResumenMasiva({ db, tenant_id }: TenantDb, masiva_id: number) {
  const cuentas = sql`
    select f.cliente_id, (array_agg(s.calculo ->> 'uso' order by f.fecha_emision desc, f.id desc))[1] as uso,
      (array_agg((s.calculo ->> 'estrato')::int order by f.fecha_emision desc, f.id desc))[1] as estrato,
      count(*) as facturas, sum(s.diferencia)::bigint as diferencia, sum(greatest(s.diferencia, 0))::bigint as debito,
      sum(least(s.diferencia, 0))::bigint as credito, count(s.omitida) as omitidas,
      coalesce(sum(s.valor_despues - s.valor_antes) filter (where s.omitida is not null), 0)::bigint as omitido
    from correccion_masiva_facturas s join facturas f on f.tenant_id = s.tenant_id and f.id = s.factura_id
    where s.tenant_id = ${tenant_id} and s.masiva_id = ${masiva_id} group by f.cliente_id`;
  const grupos = await sql<ResumenMasiva['grupos'][number]>`${batch}
    select uso, estrato, count(*) as cuentas, count(*) filter (where diferencia > 0) as suben, count(*) filter (where diferencia < 0) as bajan,
      sum(facturas)::bigint as facturas, sum(debito)::bigint as debito, sum(credito)::bigint as credito, sum(omitidas)::bigint as omitidas,
      sum(omitido)::bigint as omitido
    from (${cuentas}) c group by uso, estrato order by uso, estrato nulls first`.execute(db);
  const mayores = await sql<ResumenMasiva['mayores'][number]>`${batch}
    select l.numero_cuenta, l.nombre, c.uso, c.estrato, c.facturas, c.diferencia
    from (${cuentas}) c join clientes l on l.tenant_id = ${tenant_id} and l.id = c.cliente_id
    where c.diferencia <> 0 order by abs(c.diferencia) desc, l.numero_cuenta limit 20`.execute(db);
  return { grupos: grupos.rows, mayores: mayores.rows };
}

/** What was calculated, in 64 signs. */
export async function selectHuellaMasiva({ db, tenant_id }: TenantDb, masiva_id: number) {
  const { rows } = await sql<{ huella: string }>`${batch}
    select encode(sha256(convert_to(coalesce(string_agg(md5(concat_ws('|', factura_id, coalesce(base_id, 0), conceptos, consumo_m3, calculo, lineas,
      valor_antes, valor_despues, diferencia, coalesce(omitida, ''))), '' order by factura_id), ''), 'UTF8')), 'hex') as huella
    from correccion_masiva_facturas where tenant_id = ${tenant_id} and masiva_id = ${masiva_id}`.execute(db);
  return rows[0]?.huella ?? '';
}

/** Bills of a correction of all, in the order they were issued. */
export async function selectFacturasMasiva(
  { db, tenant_id }: TenantDb,
  {
    masiva_id,
    numero_cuenta,
    after = 0,
    skip,
    limit,
  }: { masiva_id: number; numero_cuenta?: string | undefined; after?: number | undefined; skip: number; limit: number },
) {
  let query = db
    .selectFrom('correccion_masiva_facturas as s')
    .innerJoin('facturas as f', (join) =>
      join.onRef('f.tenant_id', '=', 's.tenant_id').onRef('f.id', '=', 's.factura_id'),
    )
    .innerJoin('clientes as c', (join) =>
      join.onRef('c.tenant_id', '=', 'f.tenant_id').onRef('c.id', '=', 'f.cliente_id'),
    )
    .select(['s.factura_id', 'f.numero_factura', 'c.numero_cuenta', 's.valor_antes', 's.valor_despues', 's.diferencia'])
    .select((eb) => [
      eb.ref('s.lineas').$castTo<LineaNota[]>().as('lineas'),
      eb.ref('s.omitida').$castTo<Omision | null>().as('omitida'),
    ])
    .where('s.tenant_id', '=', tenant_id)
    .where('s.masiva_id', '=', masiva_id)
    .where('s.factura_id', '>', after)
    .orderBy('s.factura_id')
    .limit(limit + 1);
  if (numero_cuenta) query = query.where('c.numero_cuenta', '=', numero_cuenta);
  return (after === 0 ? query.offset(skip) : query).execute();
}

/** Bills within reach now: another number than were calculated says that the books moved. */
export async function countEnAlcance({ db, tenant_id }: TenantDb, fechas: Fechas, tarifa_id: number) {
  const { rows } = await sql<{ n: number }>`${batch}
    select count(*) as n from (
      select coalesce((
        select k.calculo from correccion_facturas k where k.tenant_id = f.tenant_id and k.factura_id = f.id order by k.correccion_id desc limit 1),
        f.calculo) as calculo from ${enAlcance(tenant_id, fechas)}) x
    where (x.calculo ->> 'tarifa_id')::bigint <> ${tarifa_id}`.execute(db);
  return rows[0]?.n ?? 0;
}
