import type { TenantDb, TenantTx } from '@cunservicios/db/tenant';
import type { OrigenCargo } from '@cunservicios/domain/cartera/listas';
import { sql } from 'kysely';
import type { EstadoCargo } from './cargos.schema.ts';

const cargos = ({ db, tenant_id }: TenantDb) =>
  db
    .selectFrom('cargos as x')
    .innerJoin('clientes as c', (join) =>
      join.onRef('c.tenant_id', '=', 'x.tenant_id').onRef('c.id', '=', 'x.cliente_id'),
    )
    .leftJoin('terceros as t', (join) =>
      join.onRef('t.tenant_id', '=', 'x.tenant_id').onRef('t.id', '=', 'x.tercero_id'),
    )
    .leftJoin('facturas as f', (join) =>
      join.onRef('f.tenant_id', '=', 'x.tenant_id').onRef('f.id', '=', 'x.factura_id'),
    )
    .select([
      'x.id',
      'c.numero_cuenta',
      'x.origen',
      'x.referencia',
      'x.servicio',
      'x.codigo',
      'x.concepto',
      'x.formula',
      'x.norma',
      'x.valor',
      't.codigo as tercero',
      'x.desde',
      'x.limite',
      'f.numero_factura',
      'x.anulado_motivo',
      'x.created_at',
      sql<EstadoCargo>`case when x.anulado_en is not null then 'anulado' when x.factura_id is not null then 'facturado' else 'pendiente' end`.as(
        'estado',
      ),
    ])
    .where('x.tenant_id', '=', tenant_id);

export const selectCargo = (t: TenantDb, id: number) => cargos(t).where('x.id', '=', id).executeTakeFirst();

type Filter = { cliente_id: number; estado?: EstadoCargo | undefined };

/** The charges of an account, newest first. */
export function selectCargos(
  t: TenantDb,
  { cliente_id, estado, limit, skip, after }: Filter & { limit: number; skip: number; after?: number | undefined },
) {
  let query = cargos(t)
    .where('x.cliente_id', '=', cliente_id)
    .orderBy('x.id', 'desc')
    .limit(limit + 1);
  if (estado === 'anulado') query = query.where('x.anulado_en', 'is not', null);
  if (estado === 'facturado') query = query.where('x.factura_id', 'is not', null);
  if (estado === 'pendiente') query = query.where('x.factura_id', 'is', null).where('x.anulado_en', 'is', null);
  return (after === undefined ? query.offset(skip) : query.where('x.id', '<', after)).execute();
}

export type NewCargo = {
  cliente_id: number;
  origen: OrigenCargo;
  referencia: string;
  servicio: string;
  codigo: string;
  concepto: string;
  valor: number;
  formula?: string;
  norma: string;
  desde: string;
  limite?: string | null;
  user_id: number | null;
};

export const insertCargo = ({ db, tenant_id }: TenantTx, row: NewCargo) =>
  db
    .insertInto('cargos')
    .values({ ...row, tenant_id })
    .returning('id')
    .executeTakeFirstOrThrow();

export const lockCargo = ({ db, tenant_id }: TenantTx, id: number) =>
  db
    .selectFrom('cargos')
    .select(['id', 'cliente_id', 'origen', 'factura_id', 'anulado_en'])
    .where('tenant_id', '=', tenant_id)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();

export const setCargosAnulados = (
  { db, tenant_id }: TenantTx,
  ids: number[],
  { anulado_en, motivo }: { anulado_en: string; motivo: string },
) =>
  db
    .updateTable('cargos')
    .set({ anulado_en, anulado_motivo: motivo })
    .where('tenant_id', '=', tenant_id)
    .where('id', '=', sql<number>`any(${ids}::bigint[])`)
    .execute();

/**
 * A period that already counts on one of these charges of an account: liquidated with it, or being liquidated.
 * `calculo.cargos` of a prefactura holds those it took.
 */
export async function selectPeriodoConCargo({ db, tenant_id }: TenantDb, cliente_id: number, ids: number[]) {
  const { rows } = await sql<{ codigo: string }>`
    select p.codigo from prefacturas x join periodos p on p.tenant_id = x.tenant_id and p.id = x.periodo_id
    where x.tenant_id = ${tenant_id} and x.cliente_id = ${cliente_id} and p.estado = 'liquidado'
      and exists (select from jsonb_array_elements(x.calculo -> 'cargos') k where (k ->> 'id')::bigint = any(${ids}::bigint[]))
    union all
    select p.codigo from clientes c join periodos p on p.tenant_id = c.tenant_id and p.ciclo_id = c.ciclo_id
      join ejecuciones e on e.tenant_id = p.tenant_id and e.periodo_id = p.id and e.estado in ('pendiente', 'en_curso')
      and e.tipo in ('liquidar', 'emitir')
    where c.tenant_id = ${tenant_id} and c.id = ${cliente_id} and p.estado in ('abierto', 'liquidado')
    limit 1`.execute(db);
  return rows[0];
}
