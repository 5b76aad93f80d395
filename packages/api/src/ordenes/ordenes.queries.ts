import type { TenantDb, TenantTx } from '@cunservicios/db/tenant';
import type { ResultadoOrden, TipoOrden } from '@cunservicios/domain/cartera/listas';
import { sql } from 'kysely';
import type { ListOrdenes } from './ordenes.schema.ts';

const ordenes = ({ db, tenant_id }: TenantDb) =>
  db
    .selectFrom('ordenes as o')
    .innerJoin('clientes as c', (join) =>
      join.onRef('c.tenant_id', '=', 'o.tenant_id').onRef('c.id', '=', 'o.cliente_id'),
    )
    .leftJoin('rutas as r', (join) => join.onRef('r.tenant_id', '=', 'c.tenant_id').onRef('r.id', '=', 'c.ruta_id'))
    .leftJoin('medidores as m', (join) =>
      join.onRef('m.tenant_id', '=', 'c.tenant_id').onRef('m.cliente_id', '=', 'c.id').on('m.retirado_en', 'is', null),
    )
    .leftJoin('cargos as x', (join) =>
      join
        .onRef('x.tenant_id', '=', 'o.tenant_id')
        .on('x.origen', '=', 'orden')
        .on('x.referencia', '=', sql<string>`'orden:' || o.id`),
    )
    .select([
      'o.id',
      'o.numero_orden',
      'o.cliente_id',
      'c.numero_cuenta',
      'c.direccion',
      'r.codigo as ruta',
      'm.serial as medidor',
      'o.tipo',
      'o.estado',
      'o.motivo',
      'o.programada_para',
      'o.limite',
      'o.resultado',
      'o.evidencia',
      'o.foto_id',
      'o.operario',
      'o.ejecutada_en',
      'x.valor as cargo',
      'o.anulada_motivo',
      'o.version',
      'o.created_at',
    ])
    .where('o.tenant_id', '=', tenant_id);

export type OrdenRow = NonNullable<Awaited<ReturnType<typeof selectOrden>>>;

export const selectOrden = (t: TenantDb, numero_orden: string) =>
  ordenes(t).where('o.numero_orden', '=', numero_orden).executeTakeFirst();

type Filter = Pick<ListOrdenes, 'numero_cuenta' | 'estado' | 'tipo'>;

/** Newest first. */
export function selectOrdenes(
  t: TenantDb,
  {
    limit,
    skip,
    after,
    numero_cuenta,
    estado,
    tipo,
  }: Filter & { limit: number; skip: number; after?: number | undefined },
) {
  let query = ordenes(t)
    .orderBy('o.id', 'desc')
    .limit(limit + 1);
  if (numero_cuenta) query = query.where('c.numero_cuenta', '=', numero_cuenta);
  if (estado) query = query.where('o.estado', '=', estado);
  if (tipo) query = query.where('o.tipo', '=', tipo);
  return (after === undefined ? query.offset(skip) : query.where('o.id', '<', after)).execute();
}

/** Holds the account: what is ordered and done at it happens one after the other. */
export const lockServicio = ({ db, tenant_id }: TenantTx, cliente_id: number) =>
  db
    .selectFrom('clientes')
    .select(['id', 'numero_cuenta', 'estado', 'uso', 'protegido', 'saldo'])
    .where('tenant_id', '=', tenant_id)
    .where('id', '=', cliente_id)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();

export const lockOrden = ({ db, tenant_id }: TenantTx, id: number) =>
  db
    .selectFrom('ordenes')
    .select(['id', 'numero_orden', 'cliente_id', 'tipo', 'estado', 'anulada_motivo', 'fecha', 'aviso_id'])
    .where('tenant_id', '=', tenant_id)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow();

/** First day that the notice behind an order allows it. */
export const selectFinDeAviso = ({ db, tenant_id }: TenantDb, aviso_id: number) =>
  db
    .selectFrom('avisos_suspension')
    .select('suspension_desde')
    .where('tenant_id', '=', tenant_id)
    .where('id', '=', aviso_id)
    .executeTakeFirstOrThrow();

export const selectOrdenPendiente = ({ db, tenant_id }: TenantDb, cliente_id: number, tipo: TipoOrden) =>
  db
    .selectFrom('ordenes')
    .select(['id', 'numero_orden'])
    .where('tenant_id', '=', tenant_id)
    .where('cliente_id', '=', cliente_id)
    .where('tipo', '=', tipo)
    .where('estado', '=', 'pendiente')
    .executeTakeFirst();

type NewOrden = {
  numero_orden: string;
  cliente_id: number;
  tipo: TipoOrden;
  motivo: string;
  fecha: string;
  programada_para: string;
  limite: string | null;
  aviso_id: number | null;
  user_id: number | null;
};

export const insertOrden = ({ db, tenant_id }: TenantTx, row: NewOrden) =>
  db
    .insertInto('ordenes')
    .values({ ...row, tenant_id })
    .returning(['id', 'numero_orden'])
    .executeTakeFirstOrThrow();

type Ejecucion = {
  resultado: ResultadoOrden;
  evidencia: string;
  operario: string;
  ejecutada_en: string;
  foto_id: number | null;
  cerrada_por: number | null;
};

export const setOrdenEjecutada = ({ db, tenant_id }: TenantTx, id: number, facts: Ejecucion) =>
  db
    .updateTable('ordenes')
    .set({ ...facts, estado: 'ejecutada', version: sql<number>`version + 1` })
    .where('tenant_id', '=', tenant_id)
    .where('id', '=', id)
    .execute();

export const setOrdenAnulada = (
  { db, tenant_id }: TenantTx,
  id: number,
  { motivo, user_id }: { motivo: string; user_id: number | null },
) =>
  db
    .updateTable('ordenes')
    .set({ estado: 'anulada', anulada_motivo: motivo, cerrada_por: user_id, version: sql<number>`version + 1` })
    .where('tenant_id', '=', tenant_id)
    .where('id', '=', id)
    .execute();

/** Takes back what was ordered against an account that is not in arrears any more. */
export const setSuspensionesAnuladas = (
  { db, tenant_id }: TenantTx,
  cliente_id: number,
  { motivo, user_id }: { motivo: string; user_id: number | null },
) =>
  db
    .updateTable('ordenes')
    .set({ estado: 'anulada', anulada_motivo: motivo, cerrada_por: user_id, version: sql<number>`version + 1` })
    .where('tenant_id', '=', tenant_id)
    .where('cliente_id', '=', cliente_id)
    .where('tipo', 'in', ['suspension', 'corte'])
    .where('estado', '=', 'pendiente')
    .execute();
