import type { TenantDb, TenantTx } from '@cunservicios/db/tenant';
import type { EstadoNota, OrigenNota, TipoNota } from '@cunservicios/domain/cartera/listas';
import type { LineaNota } from '@cunservicios/domain/cartera/nota';
import type { Linea } from '@cunservicios/domain/tarifa/explicar';
import { sql } from 'kysely';
import { lockCuentaDe } from '../movimientos/deudas.queries.ts';

const notas = ({ db, tenant_id }: TenantDb) =>
  db
    .selectFrom('notas as n')
    .innerJoin('facturas as f', (join) =>
      join.onRef('f.tenant_id', '=', 'n.tenant_id').onRef('f.id', '=', 'n.factura_id'),
    )
    .innerJoin('clientes as c', (join) =>
      join.onRef('c.tenant_id', '=', 'f.tenant_id').onRef('c.id', '=', 'f.cliente_id'),
    )
    .select([
      'n.id',
      'n.tipo',
      'n.numero',
      'f.numero_factura',
      'f.cliente_id',
      'c.numero_cuenta',
      'n.valor',
      'n.motivo',
      'n.sustento',
      'n.origen',
      'n.correccion_id',
      'n.estado',
      'n.fecha',
      'n.user_id',
      'n.resuelta_por',
      'n.resuelta_en',
      'n.observacion',
      'n.created_at',
    ])
    .select((eb) => eb.ref('n.conceptos').$castTo<LineaNota[]>().as('conceptos'))
    .where('n.tenant_id', '=', tenant_id);

export const selectNota = (t: TenantDb, id: number) => notas(t).where('n.id', '=', id).executeTakeFirst();

type Filter = { numero_factura?: string | undefined; estado?: EstadoNota | undefined };

/** Newest first. */
export function selectNotas(t: TenantDb, filter: Filter & { limit: number; skip: number; after?: number | undefined }) {
  let query = notas(t)
    .orderBy('n.id', 'desc')
    .limit(filter.limit + 1);
  if (filter.numero_factura) query = query.where('f.numero_factura', '=', filter.numero_factura);
  if (filter.estado) query = query.where('n.estado', '=', filter.estado);
  return (filter.after === undefined ? query.offset(filter.skip) : query.where('n.id', '<', filter.after)).execute();
}

export const lockNota = ({ db, tenant_id }: TenantTx, id: number) =>
  db
    .selectFrom('notas')
    .select(['id', 'tipo', 'factura_id', 'valor', 'sustento', 'estado', 'user_id'])
    .where('tenant_id', '=', tenant_id)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();

/** A bill held for a note: its lines, and what its applied notes add up to. */
export async function lockFacturaConNotas(t: TenantTx, factura: { numero_factura: string } | { id: number }) {
  const { db, tenant_id } = t;
  await lockCuentaDe(t, factura);
  const query = db
    .selectFrom('facturas')
    .select(['id', 'numero_factura', 'cliente_id', 'periodo_id', 'valor_total', 'saldo', 'anulada', 'fecha_emision'])
    .select((eb) => eb.ref('conceptos').$castTo<Linea[]>().as('conceptos'))
    .where('tenant_id', '=', tenant_id)
    .forUpdate();
  const row = await (
    'id' in factura ? query.where('id', '=', factura.id) : query.where('numero_factura', '=', factura.numero_factura)
  ).executeTakeFirst();
  if (!row) return undefined;
  // After the lock, in a statement of its own: it sees what whoever held the bill before has written.
  const { rows } = await sql<{ notas: number; sin_segunda_persona: number }>`
    select coalesce(sum(valor) filter (where estado = 'aprobada'), 0)::bigint as notas,
      coalesce(sum(abs(valor)) filter (where estado = 'aprobada' and origen = 'manual' and resuelta_por is null), 0)::bigint
        as sin_segunda_persona
    from notas where tenant_id = ${tenant_id} and factura_id = ${row.id}`.execute(db);
  return { ...row, ...(rows[0] ?? { notas: 0, sin_segunda_persona: 0 }) };
}

type NewNota = {
  tipo: TipoNota;
  numero: string | null;
  factura_id: number;
  conceptos: readonly LineaNota[];
  valor: number;
  motivo: string;
  sustento: string | null;
  origen: OrigenNota;
  correccion_id: number | null;
  estado: EstadoNota;
  fecha: string | null;
  user_id: number | null;
};

export const insertNota = ({ db, tenant_id }: TenantTx, { conceptos, ...row }: NewNota) =>
  db
    .insertInto('notas')
    .values({ ...row, tenant_id, conceptos: JSON.stringify(conceptos) })
    .returning('id')
    .executeTakeFirstOrThrow();

export const setNota = (
  { db, tenant_id }: TenantTx,
  id: number,
  change: {
    estado: EstadoNota;
    numero: string | null;
    fecha: string | null;
    resuelta_por: number | null;
    resuelta_en: string;
    observacion: string | null;
  },
) => db.updateTable('notas').set(change).where('tenant_id', '=', tenant_id).where('id', '=', id).execute();
