import type { TenantDb, TenantTx } from '@cunservicios/db/tenant';
import type {
  AmbientePasarela,
  EstadoIntento,
  QuePaga,
  TransaccionDeIntento,
} from '@cunservicios/domain/recaudo/pasarela';
import { sql } from 'kysely';

type NewIntento = {
  referencia: string;
  cliente_id: number;
  factura_id: number;
  ambiente: AmbientePasarela;
  que: QuePaga;
  valor: number;
  proxima_consulta: string;
  created_at: string;
};

export const insertIntento = ({ db, tenant_id }: TenantTx, row: NewIntento) =>
  db
    .insertInto('intentos_pago')
    .values({ ...row, tenant_id })
    .returning('id')
    .executeTakeFirstOrThrow();

const intentos = ({ db, tenant_id }: TenantDb) =>
  db
    .selectFrom('intentos_pago as i')
    .innerJoin('clientes as c', (join) =>
      join.onRef('c.tenant_id', '=', 'i.tenant_id').onRef('c.id', '=', 'i.cliente_id'),
    )
    .innerJoin('facturas as f', (join) =>
      join.onRef('f.tenant_id', '=', 'i.tenant_id').onRef('f.id', '=', 'i.factura_id'),
    )
    .leftJoin('transacciones_pasarela as x', (join) =>
      join.onRef('x.tenant_id', '=', 'i.tenant_id').onRef('x.id', '=', 'i.transaccion_id'),
    )
    .leftJoin('pagos as p', (join) => join.onRef('p.tenant_id', '=', 'i.tenant_id').onRef('p.id', '=', 'i.pago_id'))
    .select([
      'i.id',
      'i.referencia',
      'c.numero_cuenta',
      'f.numero_factura',
      'i.ambiente',
      'i.que',
      'i.valor',
      'i.estado',
      'x.transaccion',
      'i.pago_id',
      'p.recibo',
      'p.verificacion',
      'p.fecha_pago',
      'p.medio',
      'i.consultas',
      'i.consultado_en',
      'i.proxima_consulta',
      'i.resuelto_en',
      'i.created_at',
    ])
    .where('i.tenant_id', '=', tenant_id);

export const selectIntento = (t: TenantDb, referencia: string) =>
  intentos(t).where('i.referencia', '=', referencia).executeTakeFirst();

type Filter = { estado?: EstadoIntento | undefined; numero_cuenta?: string | undefined };

/** Newest first. */
export function selectIntentos(
  t: TenantDb,
  filter: Filter & { limit: number; skip: number; after?: number | undefined },
) {
  let query = intentos(t)
    .orderBy('i.id', 'desc')
    .limit(filter.limit + 1);
  if (filter.estado) query = query.where('i.estado', '=', filter.estado);
  if (filter.numero_cuenta) query = query.where('c.numero_cuenta', '=', filter.numero_cuenta);
  return (filter.after === undefined ? query.offset(filter.skip) : query.where('i.id', '<', filter.after)).execute();
}

export type IntentoRow = {
  id: number;
  referencia: string;
  cliente_id: number;
  numero_factura: string;
  que: QuePaga;
  valor: number;
  estado: EstadoIntento;
  pago_id: number | null;
  created_at: string;
};

/** Holds an attempt: what the gateway says of it is heard one thing at a time. */
export async function lockIntento({ db, tenant_id }: TenantTx, referencia: string) {
  const { rows } = await sql<IntentoRow>`
    select i.id, i.referencia, i.cliente_id, f.numero_factura, i.que, i.valor, i.estado, i.pago_id, i.created_at
    from intentos_pago i join facturas f on f.tenant_id = i.tenant_id and f.id = i.factura_id
    where i.tenant_id = ${tenant_id} and i.referencia = ${referencia} for update of i`.execute(db);
  return rows[0];
}

/** The transactions of an attempt, oldest first. */
export async function selectTransaccionesDeIntento({ db, tenant_id }: TenantDb, intento_id: number) {
  const { rows } = await sql<TransaccionDeIntento & { id: number; transaccion: string }>`
    select id, transaccion, estado, pago_id, novedad is not null and resolucion is null as por_resolver
    from transacciones_pasarela where tenant_id = ${tenant_id} and intento_id = ${intento_id} order by id`.execute(db);
  return rows;
}

/** `siguiente` is when it is asked for, unless that was settled before; null for never. */
export const setIntento = (
  { db, tenant_id }: TenantTx,
  id: number,
  {
    siguiente,
    ...change
  }: {
    estado: EstadoIntento;
    transaccion_id: number | null;
    pago_id: number | null;
    resuelto_en: string | null;
    siguiente: string | null;
  },
) =>
  db
    .updateTable('intentos_pago')
    .set({
      ...change,
      proxima_consulta: siguiente === null ? null : sql<string>`coalesce(proxima_consulta, ${siguiente}::timestamptz)`,
    })
    .where('tenant_id', '=', tenant_id)
    .where('id', '=', id)
    .execute();

/** Takes the right to ask the gateway now; false when somebody asked since `antes`. */
export async function claimConsulta(
  { db, tenant_id }: TenantTx,
  referencia: string,
  { ahora, antes }: { ahora: string; antes: string },
) {
  const claimed = await db
    .updateTable('intentos_pago')
    .set({ consultado_en: ahora })
    .where('tenant_id', '=', tenant_id)
    .where('referencia', '=', referencia)
    .where((eb) => eb.or([eb('consultado_en', 'is', null), eb('consultado_en', '<', antes)]))
    .returning('id')
    .executeTakeFirst();
  return claimed !== undefined;
}

export type PorConsultar = { id: number; referencia: string; consultas: number; created_at: string };

/** Attempts that are due to be asked for, taken by this process: they are due again at `despues`, whatever happens to it. */
export async function takePorConsultar(
  { db, tenant_id }: TenantTx,
  { ahora, despues, cuantos }: { ahora: string; despues: string; cuantos: number },
) {
  const { rows } = await sql<PorConsultar>`
    update intentos_pago set proxima_consulta = ${despues}, consultado_en = ${ahora}, consultas = consultas + 1
    where tenant_id = ${tenant_id} and id in (
      select id from intentos_pago where tenant_id = ${tenant_id} and proxima_consulta <= ${ahora}
      order by proxima_consulta limit ${cuantos} for update skip locked)
    returning id, referencia, consultas, created_at`.execute(db);
  return rows.toSorted((a, b) => a.id - b.id);
}

/** When an attempt is asked for again; null for never. Nothing when an answer came meanwhile. */
export const setProximaConsulta = ({ db, tenant_id }: TenantTx, id: number, proxima_consulta: string | null) =>
  db
    .updateTable('intentos_pago')
    .set({ proxima_consulta })
    .where('tenant_id', '=', tenant_id)
    .where('id', '=', id)
    .where('estado', 'in', ['creado', 'pendiente'])
    .execute();

/** Ends an attempt of which nothing was heard. */
export const setVencido = ({ db, tenant_id }: TenantTx, id: number, ahora: string) =>
  db
    .updateTable('intentos_pago')
    .set({ estado: 'vencido', proxima_consulta: null, resuelto_en: ahora })
    .where('tenant_id', '=', tenant_id)
    .where('id', '=', id)
    .where('estado', '=', 'creado')
    .execute();
