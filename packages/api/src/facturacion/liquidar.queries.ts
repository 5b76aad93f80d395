import { type TenantDb, type TenantTx, batch } from '@cunservicios/db/tenant';
import type { EstadoConsumo } from '@cunservicios/domain/consumo/medir';
import type { TipoLectura } from '@cunservicios/domain/consumo/listas';
import type { ClaseCuenta } from '@cunservicios/domain/tarifa/corrida';
import type { Servicio, Uso } from '@cunservicios/domain/tarifa/listas';
import { sql } from 'kysely';

export type Rango = { desde: number; hasta: number };

/** Last id of every `size` accounts of a cycle: where its chunks end. */
export async function selectChunkEnds({ db, tenant_id }: TenantDb, ciclo_id: number, size: number) {
  const { rows } = await sql<{ id: number }>`
    select id from (
      select id, row_number() over (order by id) as n, count(*) over () as total
      from clientes where tenant_id = ${tenant_id} and ciclo_id = ${ciclo_id}) numbered
    where n % ${size}::int = 0 or n = total order by id`.execute(db);
  return rows.map(({ id }) => id);
}

export const countCuentas = async ({ db, tenant_id }: TenantDb, ciclo_id: number) =>
  (
    await db
      .selectFrom('clientes')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where('tenant_id', '=', tenant_id)
      .where('ciclo_id', '=', ciclo_id)
      .executeTakeFirstOrThrow()
  ).n;

export type CuentaRow = {
  id: number;
  uso: Uso;
  estrato: number | null;
  servicios: Servicio[];
  unidades: number;
  estado: 'activo' | 'suspendido' | 'cortado' | 'retirado';
  ruta_id: number | null;
  clases: ClaseCuenta[] | null;
  servicio_desde: string | null;
  servicio_hasta: string | null;
  exento_desincentivo: string | null;
  medidor_id: number | null;
  digitos: number | null;
  /** State left by the account's last bill of consumption, as far as nobody corrected it. */
  antes: EstadoConsumo | null;
  valor_anterior: number | null;
  consumo_anterior_m3: number | null;
  /** Its dial when it began, if it began at or before the end of the period. */
  inicial: { fecha: string; dial: number } | null;
  /** Readings inside the period, in order of arrival; the dial as text with decimals, null when it could not be read. */
  lecturas: { id: number; fecha: string; m3: string | null; tipo: TipoLectura; reemplaza: number | null }[];
};

type Periodo = { ciclo_id: number; desde: string; hasta: string };

/** The accounts of one chunk, or only some of them, with all that their liquidation reads. */
export async function selectCuentas(
  { db, tenant_id }: TenantDb,
  periodo: Periodo,
  { desde, hasta }: Rango,
  only?: number[],
) {
  const { rows } = await sql<CuentaRow>`${batch}
    select c.id, c.uso, c.estrato, c.servicios, c.unidades, c.estado, c.ruta_id, c.clases, c.servicio_desde, c.servicio_hasta,
      c.exento_desincentivo, m.id as medidor_id, m.digitos, f.antes, f.valor_total as valor_anterior,
      f.consumo_m3 as consumo_anterior_m3, i.inicial, coalesce(l.lecturas, '[]') as lecturas
    from clientes c
    left join medidores m on m.tenant_id = c.tenant_id and m.cliente_id = c.id and m.retirado_en is null
    left join lateral (
      select f.valor_total, f.consumo_m3, coalesce((
          select a.estado from ajustes_consumo a where a.tenant_id = f.tenant_id and a.factura_id = f.id order by a.id desc limit 1),
        f.calculo -> 'despues') as antes
      from facturas f
      where f.tenant_id = c.tenant_id and f.cliente_id = c.id and f.tipo = 'consumo' and not f.anulada
      order by f.fecha_emision desc, f.id desc limit 1) f on true
    left join lateral (
      select jsonb_build_object('fecha', l.fecha_lectura, 'dial', trunc(l.lectura_m3)) as inicial from lecturas l
      where f.antes is null and l.tenant_id = c.tenant_id and l.medidor_id = m.id and l.tipo = 'inicial'
        and l.fecha_lectura <= ${periodo.hasta}
      order by l.fecha_lectura desc, l.id desc limit 1) i on true
    left join lateral (
      select jsonb_agg(jsonb_build_object('id', l.id, 'fecha', l.fecha_lectura, 'm3', l.lectura_m3::text, 'tipo', l.tipo,
        'reemplaza', l.reemplaza_id) order by l.id) as lecturas
      from lecturas l
      where l.tenant_id = c.tenant_id and l.medidor_id = m.id
        and l.fecha_lectura between ${periodo.desde} and ${periodo.hasta}) l on true
    where c.tenant_id = ${tenant_id} and c.ciclo_id = ${periodo.ciclo_id} and c.id > ${desde} and c.id <= ${hasta}
      and (c.estado in ('activo', 'suspendido') or (c.estado = 'retirado' and c.servicio_hasta is not null))
      and (c.servicio_desde is null or c.servicio_desde <= ${periodo.hasta})
      and (c.servicio_hasta is null or c.servicio_hasta >= ${periodo.desde})
      ${only ? sql`and c.id = any(${only}::bigint[])` : sql``}
    order by c.id`.execute(db);
  return rows;
}

export const deletePrefacturas = ({ db, tenant_id }: TenantTx, periodo_id: number, { desde, hasta }: Rango) =>
  db
    .deleteFrom('prefacturas')
    .where('tenant_id', '=', tenant_id)
    .where('periodo_id', '=', periodo_id)
    .where('cliente_id', '>', desde)
    .where('cliente_id', '<=', hasta)
    .execute();

export type NewPrefactura = {
  cliente_id: number;
  estado: 'lista' | 'apartada';
  motivo: string | null;
  uso: Uso;
  estrato: number | null;
  medidor_id: number | null;
  metodo: string | null;
  consumo_m3: number | null;
  lectura_anterior: number | null;
  lectura_actual: number | null;
  desviacion: boolean;
  advertencias: readonly string[];
  valor_total: number;
  ruta_id: number | null;
  valor_anterior: number | null;
  consumo_anterior_m3: number | null;
  conceptos: readonly object[];
  calculo: object;
};

const SEPARATOR = '\u001e'; // JSON writes control characters as escapes: it cannot occur inside

/**
 * One statement for a whole chunk: an array per column, and the documents as one text each, which PostgreSQL takes
 * apart in half the time of a jsonb[] (58 against 101 µs a bill; one JSON for all: 65).
 */
export const insertPrefacturas = ({ db, tenant_id }: TenantTx, periodo_id: number, rows: NewPrefactura[]) => {
  const column = <K extends keyof NewPrefactura>(name: K) => rows.map((row) => row[name]);
  const documents = (name: 'conceptos' | 'calculo') =>
    column(name)
      .map((value) => JSON.stringify(value))
      .join(SEPARATOR);
  return sql`${batch}
    insert into prefacturas (tenant_id, periodo_id, cliente_id, estado, motivo, uso, estrato, medidor_id, metodo, consumo_m3,
      lectura_anterior, lectura_actual, desviacion, advertencias, valor_total, ruta_id, valor_anterior, consumo_anterior_m3, conceptos, calculo)
    select ${tenant_id}, ${periodo_id}, r.cliente_id, r.estado, r.motivo, r.uso, r.estrato, r.medidor_id, r.metodo, r.consumo_m3,
      r.lectura_anterior, r.lectura_actual, r.desviacion, string_to_array(r.advertencias, ','), r.valor_total, r.ruta_id,
      r.valor_anterior, r.consumo_anterior_m3, r.conceptos::jsonb, r.calculo::jsonb
    from rows from (
      unnest(${column('cliente_id')}::bigint[], ${column('estado')}::text[], ${column('motivo')}::text[], ${column('uso')}::text[],
        ${column('estrato')}::smallint[], ${column('medidor_id')}::bigint[], ${column('metodo')}::text[], ${column('consumo_m3')}::int[],
        ${column('lectura_anterior')}::int[], ${column('lectura_actual')}::int[], ${column('desviacion')}::bool[],
        ${rows.map(({ advertencias }) => advertencias.join(','))}::text[], ${column('valor_total')}::bigint[],
        ${column('ruta_id')}::bigint[], ${column('valor_anterior')}::bigint[], ${column('consumo_anterior_m3')}::int[]),
      string_to_table(${documents('conceptos')}, ${SEPARATOR}), string_to_table(${documents('calculo')}, ${SEPARATOR}))
      as r(cliente_id, estado, motivo, uso, estrato, medidor_id, metodo, consumo_m3, lectura_anterior, lectura_actual, desviacion,
        advertencias, valor_total, ruta_id, valor_anterior, consumo_anterior_m3, conceptos, calculo)`.execute(db);
};
