import type { TenantDb, TenantTx } from '@cunservicios/db/tenant';
import type {
  EstadoTransaccion,
  NovedadPasarela,
  ResolucionPasarela,
  ResultadoEvento,
} from '@cunservicios/domain/recaudo/pasarela';
import { sql } from 'kysely';

/** One thing at a time is done about a transaction, also before it has a row. */
export const holdTransaccion = ({ db, tenant_id }: TenantTx, transaccion: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`pasarela ${tenant_id} ${transaccion}`}, 0))`.execute(db);

export const selectTransaccion = ({ db, tenant_id }: TenantDb, transaccion: string) =>
  db
    .selectFrom('transacciones_pasarela')
    .select(['id', 'transaccion', 'referencia', 'estado', 'pago_id', 'novedad', 'resolucion'])
    .where('tenant_id', '=', tenant_id)
    .where('transaccion', '=', transaccion)
    .executeTakeFirst();

type Facts = { estado: EstadoTransaccion; valor_centavos: number; moneda: string; metodo: string; updated_at: string };

export const insertTransaccion = (
  { db, tenant_id }: TenantTx,
  row: Facts & { transaccion: string; referencia: string; intento_id: number | null; created_at: string },
) =>
  db
    .insertInto('transacciones_pasarela')
    .values({ ...row, tenant_id })
    .returning('id')
    .executeTakeFirstOrThrow();

type Change = Partial<
  Facts & {
    pago_id: number;
    novedad: NovedadPasarela;
    resolucion: ResolucionPasarela | null;
    resuelta_por: number | null;
    resuelta_en: string | null;
    observacion: string | null;
  }
>;

export const setTransaccion = ({ db, tenant_id }: TenantTx, id: number, change: Change) =>
  db
    .updateTable('transacciones_pasarela')
    .set(change)
    .where('tenant_id', '=', tenant_id)
    .where('id', '=', id)
    .execute();

const transacciones = ({ db, tenant_id }: TenantDb) =>
  db
    .selectFrom('transacciones_pasarela as x')
    .leftJoin('intentos_pago as i', (join) =>
      join.onRef('i.tenant_id', '=', 'x.tenant_id').onRef('i.id', '=', 'x.intento_id'),
    )
    .leftJoin('clientes as c', (join) =>
      join.onRef('c.tenant_id', '=', 'i.tenant_id').onRef('c.id', '=', 'i.cliente_id'),
    )
    .leftJoin('pagos as p', (join) => join.onRef('p.tenant_id', '=', 'x.tenant_id').onRef('p.id', '=', 'x.pago_id'))
    .select([
      'x.id',
      'x.transaccion',
      'x.referencia',
      'c.numero_cuenta',
      'i.valor as valor_intento',
      'x.estado',
      'x.valor_centavos',
      'x.moneda',
      'x.metodo',
      'x.pago_id',
      'p.recibo',
      'x.novedad',
      'x.resolucion',
      'x.resuelta_por',
      'x.resuelta_en',
      'x.observacion',
      'x.created_at',
      'x.updated_at',
    ])
    .where('x.tenant_id', '=', tenant_id);

export const selectTransaccionById = (t: TenantDb, id: number) =>
  transacciones(t).where('x.id', '=', id).executeTakeFirst();

export const selectTransaccionesPorReferencia = (t: TenantDb, intento_id: number) =>
  transacciones(t).where('x.intento_id', '=', intento_id).orderBy('x.id').execute();

/** What waits at the desk, or was resolved there, newest first. */
export function selectNovedades(
  t: TenantDb,
  { resueltas, limit, skip, after }: { resueltas: boolean; limit: number; skip: number; after?: number | undefined },
) {
  const query = transacciones(t)
    .where('x.novedad', 'is not', null)
    .where('x.resolucion', resueltas ? 'is not' : 'is', null)
    .orderBy('x.id', 'desc')
    .limit(limit + 1);
  return (after === undefined ? query.offset(skip) : query.where('x.id', '<', after)).execute();
}

type NewEvento = {
  origen: 'evento' | 'consulta';
  resultado: ResultadoEvento;
  autentico: boolean;
  huella: string;
  transaccion?: string;
  referencia?: string;
  estado?: EstadoTransaccion;
  valor_centavos?: number;
  moneda?: string;
  firmado_en?: string;
  direccion_ip: string | null;
  created_at: string;
};

/** Notes what was heard. The same forgery again leaves no second row. */
export const insertEventoPasarela = ({ db, tenant_id }: TenantTx, row: NewEvento) =>
  db
    .insertInto('eventos_pasarela')
    .values({ ...row, tenant_id })
    .onConflict((conflict) => conflict.doNothing())
    .execute();

/** What was heard of the transactions of an attempt, in the order in which it came. */
export async function selectEventosDeIntento({ db, tenant_id }: TenantDb, intento_id: number, limit: number) {
  return db
    .selectFrom('eventos_pasarela')
    .select([
      'id',
      'origen',
      'resultado',
      'transaccion',
      'estado',
      'valor_centavos',
      'moneda',
      'firmado_en',
      'created_at',
    ])
    .where('tenant_id', '=', tenant_id)
    .where('transaccion', 'in', (eb) =>
      eb
        .selectFrom('transacciones_pasarela as x')
        .select('x.transaccion')
        .where('x.tenant_id', '=', tenant_id)
        .where('x.intento_id', '=', intento_id),
    )
    .orderBy('id')
    .limit(limit)
    .execute();
}
