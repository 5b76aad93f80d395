import { type TenantDb, type TenantTx, batch } from '@cunservicios/db/tenant';
import { sql } from 'kysely';
import type { PeriodoRow } from './periodo-para-correr.ts';
import type { Rango } from './liquidar.queries.ts';

/** Last account of every `size` prefacturas: where the chunks of an issue end. */
export async function selectPrefacturaChunkEnds({ db, tenant_id }: TenantDb, periodo_id: number, size: number) {
  const { rows } = await sql<{ id: number }>`
    select id from (
      select cliente_id as id, row_number() over (order by cliente_id) as n, count(*) over () as total
      from prefacturas where tenant_id = ${tenant_id} and periodo_id = ${periodo_id} and estado = 'lista') numbered
    where n % ${size}::int = 0 or n = total order by id`.execute(db);
  return rows.map(({ id }) => id);
}

export const countListas = async ({ db, tenant_id }: TenantDb, periodo_id: number, { desde, hasta }: Rango) =>
  (
    await db
      .selectFrom('prefacturas')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where('tenant_id', '=', tenant_id)
      .where('periodo_id', '=', periodo_id)
      .where('estado', '=', 'lista')
      .where('cliente_id', '>', desde)
      .where('cliente_id', '<=', hasta)
      .executeTakeFirstOrThrow()
  ).n;

/** Holds the accounts of a chunk, so that what each owed before its bill is printed as it stood. */
export const lockCuentas = ({ db, tenant_id }: TenantTx, periodo_id: number, { desde, hasta }: Rango) =>
  sql`${batch}
    select count(*) from (
      select from clientes c join prefacturas r on r.tenant_id = c.tenant_id and r.cliente_id = c.id
      where c.tenant_id = ${tenant_id} and r.periodo_id = ${periodo_id} and r.estado = 'lista' and r.cliente_id > ${desde} and r.cliente_id <= ${hasta}
      order by c.id for no key update of c) held`.execute(db);

/** Whether bills of the tenant may carry waiting charges, or money of third parties: most have neither. */
export async function selectHayAjenos({ db, tenant_id }: TenantDb) {
  const { rows } = await sql<{ cargos: boolean; terceros: boolean }>`
    select exists (select from cargos where tenant_id = ${tenant_id}) as cargos,
      exists (select from terceros where tenant_id = ${tenant_id}) as terceros`.execute(db);
  return rows[0] ?? { cargos: false, terceros: false };
}

/** Marks the charges that the bills of a chunk carry. Answers how many they carry, and how many were still waiting. */
export async function setCargosFacturados({ db, tenant_id }: TenantTx, periodo_id: number, { desde, hasta }: Rango) {
  const { rows } = await sql<{ llevados: number; marcados: number }>`${batch}
    with llevados as (
      select f.id as factura_id, (c ->> 'id')::bigint as cargo_id from facturas f, jsonb_array_elements(f.calculo -> 'cargos') c
      where f.tenant_id = ${tenant_id} and f.periodo_id = ${periodo_id} and f.cliente_id > ${desde} and f.cliente_id <= ${hasta}
        and f.calculo ? 'cargos'),
    marcados as (
      update cargos g set factura_id = l.factura_id from llevados l
      where g.tenant_id = ${tenant_id} and g.id = l.cargo_id and g.factura_id is null and g.anulado_en is null returning 1)
    select (select count(*) from llevados) as llevados, (select count(*) from marcados) as marcados`.execute(db);
  return rows[0] ?? { llevados: 0, marcados: 0 };
}

/** The part of each bill of a chunk that is a third party's. */
export const insertFacturaTerceros = ({ db, tenant_id }: TenantTx, periodo_id: number, { desde, hasta }: Rango) =>
  sql`${batch}
    insert into factura_terceros (tenant_id, factura_id, tercero_id, valor)
    select f.tenant_id, f.id, t.key::bigint, t.value::bigint from facturas f, jsonb_each_text(f.calculo -> 'terceros') t
    where f.tenant_id = ${tenant_id} and f.periodo_id = ${periodo_id} and f.cliente_id > ${desde} and f.cliente_id <= ${hasta}
      and f.calculo ? 'terceros' order by f.id, 3`.execute(db);

/**
 * Turns a chunk of prefacturas into bills: number, ledger entry, account balance and event of each, in one statement.
 * `first` is the first number of the range taken for the chunk; numbers follow the order of the accounts.
 */
export const insertFacturas = (
  { db, tenant_id }: TenantTx,
  periodo: PeriodoRow,
  { desde, hasta }: Rango,
  first: number,
) =>
  sql`${batch}
    with nuevas as (
      insert into facturas (tenant_id, tipo, numero_factura, cliente_id, periodo_id, fecha_emision, fecha_vencimiento, valor_total, saldo,
        saldo_anterior, conceptos, consumo_m3, metodo, lectura_anterior, lectura_actual, calculo)
      select r.tenant_id, 'consumo', 'SPD' || lpad((${first}::bigint + row_number() over (order by r.cliente_id) - 1)::text, 9, '0'),
        r.cliente_id, r.periodo_id, ${periodo.fecha_emision}, ${periodo.fecha_vencimiento}, r.valor_total, r.valor_total, c.saldo,
        r.conceptos, r.consumo_m3, r.metodo, r.lectura_anterior, r.lectura_actual, r.calculo
      from prefacturas r join clientes c on c.tenant_id = r.tenant_id and c.id = r.cliente_id
      where r.tenant_id = ${tenant_id} and r.periodo_id = ${periodo.id} and r.estado = 'lista' and r.cliente_id > ${desde} and r.cliente_id <= ${hasta}
      order by r.cliente_id
      returning id, numero_factura, cliente_id, valor_total),
    libro as (
      insert into movimientos (tenant_id, cliente_id, tipo, valor, factura_id, fecha)
      select ${tenant_id}, cliente_id, 'factura', valor_total, id, ${periodo.fecha_emision} from nuevas),
    saldos as (
      update clientes c set saldo = c.saldo + n.valor_total from nuevas n where c.tenant_id = ${tenant_id} and c.id = n.cliente_id)
    insert into eventos (tenant_id, tipo, datos)
    select ${tenant_id}, 'factura.emitida', jsonb_build_object('numero_factura', numero_factura, 'valor_total', valor_total) from nuevas`.execute(
    db,
  );

/**
 * The summary by concept that reports read; written once, at issue. Lines are added up bill by bill first: a
 * count(distinct) over the whole period would sort all its lines (28 against 10 µs a bill).
 */
export const insertPeriodoConceptos = ({ db, tenant_id }: TenantTx, periodo_id: number) =>
  sql`${batch}
    insert into periodo_conceptos (tenant_id, periodo_id, servicio, codigo, uso, estrato, facturas, valor)
    select f.tenant_id, f.periodo_id, k.servicio, k.codigo, f.calculo ->> 'uso', coalesce((f.calculo ->> 'estrato')::smallint, 0),
      count(*), sum(k.valor)
    from facturas f, lateral (
      select l ->> 'servicio' as servicio, l ->> 'codigo' as codigo, sum((l ->> 'valor')::bigint) as valor
      from jsonb_array_elements(f.conceptos) l group by 1, 2) k
    where f.tenant_id = ${tenant_id} and f.periodo_id = ${periodo_id} and not f.anulada
    group by 1, 2, 3, 4, 5, 6`.execute(db);

/**
 * Sums over a whole period are hashed: right after the first issue PostgreSQL still believes its tables to be empty
 * and would walk one for each row of the other.
 */
export const setHashedSums = ({ db }: TenantTx) => sql`select set_config('enable_nestloop', 'off', true)`.execute(db);

/** Bills of a period, and three sums that must be one and the period's: bills, ledger, concepts. */
export async function selectCuadre({ db, tenant_id }: TenantDb, periodo_id: number) {
  const { rows } = await sql<{
    facturas: number;
    total_facturas: number;
    total_libro: number;
    total_conceptos: number;
  }>`${batch}
    select count(*) as facturas, coalesce(sum(f.valor_total), 0)::bigint as total_facturas,
      coalesce(sum(m.valor), 0)::bigint as total_libro, (
        select coalesce(sum(valor), 0)::bigint from periodo_conceptos k
        where k.tenant_id = ${tenant_id} and k.periodo_id = ${periodo_id}) as total_conceptos
    from facturas f
    left join movimientos m on m.tenant_id = f.tenant_id and m.factura_id = f.id and m.tipo = 'factura'
    where f.tenant_id = ${tenant_id} and f.periodo_id = ${periodo_id} and not f.anulada`.execute(db);
  return rows[0] ?? { facturas: 0, total_facturas: 0, total_libro: 0, total_conceptos: 0 };
}
