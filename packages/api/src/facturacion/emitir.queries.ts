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
      insert into facturas (tenant_id, numero_factura, cliente_id, periodo_id, fecha_emision, fecha_vencimiento, valor_total, saldo,
        conceptos, consumo_m3, metodo, lectura_anterior, lectura_actual, calculo)
      select tenant_id, 'SPD' || lpad((${first}::bigint + row_number() over (order by cliente_id) - 1)::text, 9, '0'), cliente_id, periodo_id,
        ${periodo.fecha_emision}, ${periodo.fecha_vencimiento}, valor_total, valor_total, conceptos, consumo_m3, metodo, lectura_anterior,
        lectura_actual, calculo
      from prefacturas
      where tenant_id = ${tenant_id} and periodo_id = ${periodo.id} and estado = 'lista' and cliente_id > ${desde} and cliente_id <= ${hasta}
      order by cliente_id
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

/** The summary by concept that reports read; written once, at issue. */
export const insertPeriodoConceptos = ({ db, tenant_id }: TenantTx, periodo_id: number) =>
  sql`${batch}
    insert into periodo_conceptos (tenant_id, periodo_id, servicio, codigo, uso, estrato, facturas, valor)
    select f.tenant_id, f.periodo_id, l ->> 'servicio', l ->> 'codigo', f.calculo ->> 'uso', coalesce((f.calculo ->> 'estrato')::smallint, 0),
      count(distinct f.id), sum((l ->> 'valor')::bigint)
    from facturas f, jsonb_array_elements(f.conceptos) l
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
