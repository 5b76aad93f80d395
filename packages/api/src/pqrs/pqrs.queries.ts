import type { TenantDb, TenantTx } from '@cunservicios/db/tenant';
import type { EstadoPqr, TipoPqr } from '@cunservicios/domain/pqr/listas';
import { sql } from 'kysely';

const pqrs = ({ db, tenant_id }: TenantDb) =>
  db
    .selectFrom('pqrs as q')
    .innerJoin('clientes as c', (join) =>
      join.onRef('c.tenant_id', '=', 'q.tenant_id').onRef('c.id', '=', 'q.cliente_id'),
    )
    .select([
      'q.id',
      'q.radicado',
      'q.tipo',
      'q.estado',
      'q.asunto',
      'q.descripcion',
      'q.cliente_id',
      'c.numero_cuenta',
      'q.fecha_radicacion',
      'q.limite_seguro',
      'q.limite_legal',
      'q.regla_plazo',
      'q.created_at',
      'q.version',
    ])
    .where('q.tenant_id', '=', tenant_id);

export const selectPqr = (t: TenantDb, radicado: string) =>
  pqrs(t).where('q.radicado', '=', radicado).executeTakeFirst();

type Filter = {
  cliente_id?: number | undefined;
  numero_cuenta?: string | undefined;
  tipo?: TipoPqr | undefined;
  estado?: EstadoPqr | undefined;
  visible?: number[] | undefined;
};

function filtered(t: TenantDb, { cliente_id, numero_cuenta, tipo, estado, visible }: Filter) {
  let query = pqrs(t);
  if (cliente_id) query = query.where('q.cliente_id', '=', cliente_id);
  if (numero_cuenta) query = query.where('c.numero_cuenta', '=', numero_cuenta);
  if (tipo) query = query.where('q.tipo', '=', tipo);
  if (estado) query = query.where('q.estado', '=', estado);
  if (visible) query = query.where('q.cliente_id', '=', sql<number>`any(${visible}::bigint[])`);
  return query;
}

export function selectPqrs(t: TenantDb, filter: Filter & { limit: number; skip: number; after?: number | undefined }) {
  const query = filtered(t, filter)
    .orderBy('q.id', 'desc')
    .limit(filter.limit + 1);
  return (filter.after === undefined ? query.offset(filter.skip) : query.where('q.id', '<', filter.after)).execute();
}

export const countPqrs = async (t: TenantDb, filter: Filter) =>
  (
    await filtered(t, filter)
      .clearSelect()
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
  ).n;

export const lockPqr = ({ db, tenant_id }: TenantTx, radicado: string) =>
  db
    .selectFrom('pqrs')
    .select(['id', 'estado', 'version'])
    .where('tenant_id', '=', tenant_id)
    .where('radicado', '=', radicado)
    .forUpdate()
    .executeTakeFirst();

type NewPqr = {
  radicado: string;
  tipo: TipoPqr;
  asunto: string;
  descripcion: string;
  cliente_id: number;
  fecha_radicacion: string;
  limite_seguro: string;
  limite_legal: string;
  regla_plazo: string;
};

export const insertPqr = ({ db, tenant_id }: TenantTx, row: NewPqr) =>
  db
    .insertInto('pqrs')
    .values({ ...row, tenant_id })
    .returning('id')
    .executeTakeFirstOrThrow();

export const setPqrEstado = ({ db, tenant_id }: TenantTx, id: number, estado: EstadoPqr) =>
  db
    .updateTable('pqrs')
    .set({ estado, version: sql<number>`version + 1` })
    .where('tenant_id', '=', tenant_id)
    .where('id', '=', id)
    .execute();

type NewPqrEvento = {
  pqr_id: number;
  tipo: 'radicada' | 'estado' | 'nota';
  de_estado: string | null;
  a_estado: string | null;
  nota: string;
  user_id: number | null;
};

export const insertPqrEvento = ({ db, tenant_id }: TenantTx, row: NewPqrEvento) =>
  db
    .insertInto('pqr_eventos')
    .values({ ...row, tenant_id })
    .execute();

export const selectPqrEventos = ({ db, tenant_id }: TenantDb, pqr_id: number) =>
  db
    .selectFrom('pqr_eventos as e')
    .leftJoin('users as u', (join) => join.onRef('u.tenant_id', '=', 'e.tenant_id').onRef('u.id', '=', 'e.user_id'))
    .select([
      'e.tipo',
      'e.de_estado',
      'e.a_estado',
      'e.nota',
      'e.created_at',
      sql<string | null>`coalesce(nullif(u.nombre, ''), u.email)`.as('autor'),
    ])
    .where('e.tenant_id', '=', tenant_id)
    .where('e.pqr_id', '=', pqr_id)
    .orderBy('e.id')
    .execute();

/** The tenant's own non-working days, for deadlines. */
export const selectFestivos = ({ db, tenant_id }: TenantDb, desde: string) =>
  db
    .selectFrom('festivos')
    .select('fecha')
    .where('tenant_id', '=', tenant_id)
    .where('fecha', '>=', desde)
    .orderBy('fecha')
    .execute();
