import type { TenantDb, TenantTx } from '@cunservicios/db/tenant';
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
      'p.liquidado_por',
      'p.aprobado_por',
      'p.aprobado_en',
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

/** Names of users, as far as they are known. */
export const selectPersonas = ({ db, tenant_id }: TenantDb, ids: readonly number[]) =>
  db
    .selectFrom('users')
    .select(['id', sql<string>`coalesce(nullif(nombre, ''), email)`.as('nombre')])
    .where('tenant_id', '=', tenant_id)
    .where('id', 'in', ids)
    .execute();

/** The liquidated period of an account's cycle that holds a day. */
export const selectLiquidadoDe = (t: TenantDb, cliente_id: number, fecha: string) =>
  periodos(t)
    .innerJoin('clientes as c', (join) =>
      join.onRef('c.tenant_id', '=', 'p.tenant_id').onRef('c.ciclo_id', '=', 'p.ciclo_id'),
    )
    .where('c.id', '=', cliente_id)
    .where('p.estado', '=', 'liquidado')
    .where('p.desde', '<=', fecha)
    .where('p.hasta', '>=', fecha)
    .executeTakeFirst();

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

export type Totales = { cuentas: number; consumo_m3: number; valor_total: number };

/** Moves a period on. */
export const setPeriodoEstado = ({ db, tenant_id }: TenantTx, id: number, estado: PeriodoRow['estado']) =>
  db
    .updateTable('periodos')
    .set({ estado, version: sql<number>`version + 1` })
    .where('tenant_id', '=', tenant_id)
    .where('id', '=', id)
    .execute();

/** A period liquidated by somebody, with its totals; what was approved before is to be looked at again. */
export const setLiquidado = ({ db, tenant_id }: TenantTx, id: number, totales: Totales, user_id: number | null) =>
  db
    .updateTable('periodos')
    .set({
      ...totales,
      estado: 'liquidado',
      liquidado_por: user_id,
      aprobado_por: null,
      aprobado_en: null,
      version: sql<number>`version + 1`,
    })
    .where('tenant_id', '=', tenant_id)
    .where('id', '=', id)
    .execute();

/** Totals of a liquidated period after some of its accounts changed; its approval is taken back. */
export const addToTotales = ({ db, tenant_id }: TenantTx, id: number, cambio: Totales) =>
  db
    .updateTable('periodos')
    .set({
      cuentas: sql<number>`cuentas + ${cambio.cuentas}`,
      consumo_m3: sql<number>`consumo_m3 + ${cambio.consumo_m3}`,
      valor_total: sql<number>`valor_total + ${cambio.valor_total}`,
      aprobado_por: null,
      aprobado_en: null,
      version: sql<number>`version + 1`,
    })
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
