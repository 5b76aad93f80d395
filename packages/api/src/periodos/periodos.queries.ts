import type { TenantDb, TenantTx } from '@cunservicios/db/tenant';
import type { Linea } from '@cunservicios/domain/tarifa/explicar';
import type { Uso } from '@cunservicios/domain/tarifa/listas';
import { sql } from 'kysely';
import type { PeriodoRow } from '../facturacion/periodo-para-correr.ts';

const periodos = ({ db, tenant_id }: TenantDb) =>
  db
    .selectFrom('periodos as p')
    .innerJoin('ciclos as k', (join) => join.onRef('k.tenant_id', '=', 'p.tenant_id').onRef('k.id', '=', 'p.ciclo_id'))
    .select([
      'p.id',
      'p.ciclo_id',
      'k.codigo as ciclo',
      'k.periodicidad',
      'p.codigo',
      'p.desde',
      'p.hasta',
      'p.fecha_emision',
      'p.fecha_vencimiento',
      'p.estado',
      'p.cuentas',
      'p.consumo_m3',
      'p.valor_total',
      'p.version',
    ])
    .where('p.tenant_id', '=', tenant_id);

export type PeriodoConCiclo = Awaited<ReturnType<typeof selectPeriodosByCodigo>>[number];

type Filter = { ciclo?: string | undefined; estado?: PeriodoRow['estado'] | undefined };

/** Newest first. */
export function selectPeriodos(
  t: TenantDb,
  filter: Filter & { limit: number; skip: number; after?: readonly [string, number] | undefined },
) {
  let query = periodos(t)
    .orderBy('p.desde', 'desc')
    .orderBy('p.id', 'desc')
    .limit(filter.limit + 1);
  if (filter.ciclo) query = query.where('k.codigo', '=', filter.ciclo);
  if (filter.estado) query = query.where('p.estado', '=', filter.estado);
  const { after } = filter;
  if (!after) return query.offset(filter.skip).execute();
  return query.where((eb) => eb(eb.refTuple('p.desde', 'p.id'), '<', eb.tuple(after[0], after[1]))).execute();
}

export function selectPeriodosByCodigo(t: TenantDb, codigo: string, ciclo?: string) {
  const query = periodos(t).where('p.codigo', '=', codigo);
  return (ciclo ? query.where('k.codigo', '=', ciclo) : query).execute();
}

export const selectPeriodoById = (t: TenantDb, id: number) => periodos(t).where('p.id', '=', id).executeTakeFirst();

export const lockPeriodo = ({ db, tenant_id }: TenantTx, id: number) =>
  db
    .selectFrom('periodos')
    .selectAll()
    .where('tenant_id', '=', tenant_id)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();

/** An earlier period of the cycle that is not issued yet: its bills give the state this one starts from. */
export const selectEarlierOpen = (
  { db, tenant_id }: TenantDb,
  { ciclo_id, desde }: Pick<PeriodoRow, 'ciclo_id' | 'desde'>,
) =>
  db
    .selectFrom('periodos')
    .select('codigo')
    .where('tenant_id', '=', tenant_id)
    .where('ciclo_id', '=', ciclo_id)
    .where('desde', '<', desde)
    .where('estado', 'in', ['abierto', 'liquidado'])
    .orderBy('desde')
    .limit(1)
    .executeTakeFirst();

type Totales = { cuentas: number; consumo_m3: number; valor_total: number };

/** Moves a period on; a billing run also notes its totals. */
export const setPeriodoEstado = (
  { db, tenant_id }: TenantTx,
  id: number,
  estado: PeriodoRow['estado'],
  totales: Partial<Totales> = {},
) =>
  db
    .updateTable('periodos')
    .set({ ...totales, estado, version: sql<number>`version + 1` })
    .where('tenant_id', '=', tenant_id)
    .where('id', '=', id)
    .execute();

type NewPeriodo = Omit<PeriodoRow, 'id' | 'periodicidad' | 'estado'>;

export const insertPeriodo = ({ db, tenant_id }: TenantTx, row: NewPeriodo) =>
  db
    .insertInto('periodos')
    .values({ ...row, tenant_id })
    .returning('id')
    .executeTakeFirstOrThrow();

type PrefacturaFilter = {
  estado?: 'lista' | 'apartada' | undefined;
  advertencia?: string | undefined;
  metodo?: string | undefined;
  uso?: Uso | undefined;
  estrato?: number | undefined;
  q?: string | undefined;
};

const prefacturas = ({ db, tenant_id }: TenantDb, periodo_id: number, filter: PrefacturaFilter) => {
  let query = db
    .selectFrom('prefacturas as r')
    .innerJoin('clientes as c', (join) =>
      join.onRef('c.tenant_id', '=', 'r.tenant_id').onRef('c.id', '=', 'r.cliente_id'),
    )
    .leftJoin('medidores as m', (join) =>
      join.onRef('m.tenant_id', '=', 'r.tenant_id').onRef('m.id', '=', 'r.medidor_id'),
    )
    .where('r.tenant_id', '=', tenant_id)
    .where('r.periodo_id', '=', periodo_id);
  if (filter.estado) query = query.where('r.estado', '=', filter.estado);
  if (filter.advertencia) query = query.where(sql<boolean>`${filter.advertencia} = any(r.advertencias)`);
  if (filter.metodo) query = query.where(sql`r.metodo`, '=', filter.metodo);
  if (filter.uso) query = query.where(sql`r.uso`, '=', filter.uso);
  if (filter.estrato) query = query.where('r.estrato', '=', filter.estrato);
  if (filter.q) query = query.where('c.numero_cuenta', '=', filter.q);
  return query;
};

export function selectPrefacturas(
  t: TenantDb,
  periodo_id: number,
  filter: PrefacturaFilter & { limit: number; skip: number; after?: number | undefined },
) {
  const query = prefacturas(t, periodo_id, filter)
    .select([
      'r.cliente_id',
      'c.numero_cuenta',
      'c.nombre',
      'r.estado',
      'r.motivo',
      'r.uso',
      'r.estrato',
      'm.serial as medidor',
      'r.metodo',
      'r.consumo_m3',
      'r.lectura_anterior',
      'r.lectura_actual',
      'r.desviacion',
      'r.advertencias',
      'r.valor_total',
    ])
    .select((eb) => [
      eb.ref('r.uso').$castTo<Uso>().as('uso'),
      eb.ref('r.conceptos').$castTo<Linea[]>().as('conceptos'),
      sql<
        number | null
      >`(select f.consumo_m3 from facturas f where f.tenant_id = r.tenant_id and f.cliente_id = r.cliente_id
        and f.calculo is not null and not f.anulada and f.periodo_id <> r.periodo_id
        order by f.fecha_emision desc, f.id desc limit 1)`.as('consumo_anterior_m3'),
    ])
    .orderBy('r.cliente_id')
    .limit(filter.limit + 1);
  return (
    filter.after === undefined ? query.offset(filter.skip) : query.where('r.cliente_id', '>', filter.after)
  ).execute();
}

export const countPrefacturas = async (t: TenantDb, periodo_id: number, filter: PrefacturaFilter) =>
  (
    await prefacturas(t, periodo_id, filter)
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
  ).n;

export type ResumenRow = {
  dimension: 'total' | 'metodo' | 'uso' | 'estrato';
  clave: string;
  cuentas: number;
  consumo_m3: number;
  valor_total: number;
};

/** A period in figures along each dimension, in one pass over its prefacturas. */
export async function selectResumen({ db, tenant_id }: TenantDb, periodo_id: number) {
  const { rows } = await sql<ResumenRow>`
    select case when grouping(metodo) = 0 then 'metodo' when grouping(uso) = 0 then 'uso' when grouping(estrato) = 0 then 'estrato'
      else 'total' end as dimension,
      coalesce(metodo, uso, estrato::text, '') as clave,
      count(*) as cuentas, coalesce(sum(consumo_m3), 0)::bigint as consumo_m3, coalesce(sum(valor_total), 0)::bigint as valor_total
    from prefacturas where tenant_id = ${tenant_id} and periodo_id = ${periodo_id} and estado = 'lista'
    group by grouping sets ((), (metodo), (uso), (estrato)) order by 1, 2`.execute(db);
  return rows;
}

export async function selectAdvertencias({ db, tenant_id }: TenantDb, periodo_id: number) {
  const { rows } = await sql<{ clave: string; cuentas: number }>`
    select a as clave, count(*) as cuentas from prefacturas, unnest(advertencias) a
    where tenant_id = ${tenant_id} and periodo_id = ${periodo_id} group by a order by a`.execute(db);
  return rows;
}
