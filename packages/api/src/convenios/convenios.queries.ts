import { type TenantDb, type TenantTx, batch } from '@cunservicios/db/tenant';
import type { EstadoConvenio } from '@cunservicios/domain/cartera/listas';
import { sql } from 'kysely';

const convenios = ({ db, tenant_id }: TenantDb) =>
  db
    .selectFrom('convenios as v')
    .innerJoin('clientes as c', (join) =>
      join.onRef('c.tenant_id', '=', 'v.tenant_id').onRef('c.id', '=', 'v.cliente_id'),
    )
    .select([
      'v.id',
      'v.cliente_id',
      'v.numero_convenio',
      'c.numero_cuenta',
      'v.estado',
      'v.fecha',
      'v.capital',
      'v.tasa_anual',
      'v.primera_cuota',
      'v.terminado_en',
      'v.terminado_motivo',
      'v.version',
      'v.created_at',
      sql<number>`coalesce((select sum(m.valor) from movimientos m
        where m.tenant_id = v.tenant_id and m.convenio_id = v.id and m.factura_id is null), 0)::bigint`.as('saldo'),
      sql<number>`(select count(*) from convenio_cuotas q where q.tenant_id = v.tenant_id and q.convenio_id = v.id)`.as(
        'cuotas',
      ),
    ])
    .where('v.tenant_id', '=', tenant_id);

export const selectConvenio = (t: TenantDb, numero_convenio: string) =>
  convenios(t).where('v.numero_convenio', '=', numero_convenio).executeTakeFirst();

type Filter = { numero_cuenta?: string | undefined; estado?: EstadoConvenio | undefined };

/** Newest first. */
export function selectConvenios(
  t: TenantDb,
  { numero_cuenta, estado, limit, skip, after }: Filter & { limit: number; skip: number; after?: number | undefined },
) {
  let query = convenios(t)
    .orderBy('v.id', 'desc')
    .limit(limit + 1);
  if (numero_cuenta) query = query.where('c.numero_cuenta', '=', numero_cuenta);
  if (estado) query = query.where('v.estado', '=', estado);
  return (after === undefined ? query.offset(skip) : query.where('v.id', '<', after)).execute();
}

export const selectPlan = ({ db, tenant_id }: TenantDb, convenio_id: number) =>
  db
    .selectFrom('convenio_cuotas as q')
    .innerJoin('cargos as x', (join) => join.onRef('x.tenant_id', '=', 'q.tenant_id').onRef('x.id', '=', 'q.cargo_id'))
    .leftJoin('facturas as f', (join) =>
      join.onRef('f.tenant_id', '=', 'x.tenant_id').onRef('f.id', '=', 'x.factura_id'),
    )
    .select(['q.cuota', 'q.vence', 'q.capital', 'q.interes', 'f.numero_factura'])
    .where('q.tenant_id', '=', tenant_id)
    .where('q.convenio_id', '=', convenio_id)
    .orderBy('q.cuota')
    .execute();

/** What it covers, in the order in which instalments pay for it. */
export const selectCubiertas = ({ db, tenant_id }: TenantDb, convenio_id: number) =>
  db
    .selectFrom('convenio_facturas as k')
    .innerJoin('facturas as f', (join) =>
      join.onRef('f.tenant_id', '=', 'k.tenant_id').onRef('f.id', '=', 'k.factura_id'),
    )
    .select(['f.numero_factura', 'k.factura_id', 'k.valor'])
    .where('k.tenant_id', '=', tenant_id)
    .where('k.convenio_id', '=', convenio_id)
    .orderBy('f.fecha_vencimiento')
    .orderBy('f.id')
    .execute();

const porPagar = ({ db, tenant_id }: TenantDb, cliente_id: number) =>
  db
    .selectFrom('facturas')
    .select(['id', 'numero_factura', 'saldo', 'en_reclamo'])
    .where('tenant_id', '=', tenant_id)
    .where('cliente_id', '=', cliente_id)
    .where('saldo', '>', 0)
    .where('anulada', '=', false)
    .orderBy('fecha_vencimiento')
    .orderBy('id');

/** Unpaid bills of an account, oldest first. */
export const selectPorPagar = (t: TenantDb, cliente_id: number) => porPagar(t, cliente_id).execute();

export const lockPorPagar = (t: TenantTx, cliente_id: number) => porPagar(t, cliente_id).forUpdate().execute();

/** Bills of an agreement, held while it gives their debt back. */
export const lockCubiertas = ({ db, tenant_id }: TenantTx, convenio_id: number) =>
  db
    .selectFrom('facturas')
    .select('id')
    .where('tenant_id', '=', tenant_id)
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('convenio_facturas')
        .select('factura_id')
        .where('tenant_id', '=', tenant_id)
        .where('convenio_id', '=', convenio_id),
    )
    .orderBy('id')
    .forUpdate()
    .execute();

export const lockConvenio = ({ db, tenant_id }: TenantTx, id: number) =>
  db
    .selectFrom('convenios')
    .select(['id', 'estado', 'capital'])
    .where('tenant_id', '=', tenant_id)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow();

type NewConvenio = {
  numero_convenio: string;
  cliente_id: number;
  fecha: string;
  capital: number;
  tasa_anual: string;
  primera_cuota: string;
  user_id: number | null;
};

export const insertConvenio = ({ db, tenant_id }: TenantTx, row: NewConvenio) =>
  db
    .insertInto('convenios')
    .values({ ...row, tenant_id })
    .returning('id')
    .executeTakeFirstOrThrow();

export const insertCubiertas = (
  { db, tenant_id }: TenantTx,
  rows: { convenio_id: number; factura_id: number; valor: number }[],
) =>
  db
    .insertInto('convenio_facturas')
    .values(rows.map((row) => ({ ...row, tenant_id })))
    .execute();

type NewCuota = {
  convenio_id: number;
  cuota: number;
  vence: string;
  capital: number;
  interes: number;
  cargo_id: number;
  cargo_interes_id: number | null;
};

export const insertCuota = ({ db, tenant_id }: TenantTx, row: NewCuota) =>
  db
    .insertInto('convenio_cuotas')
    .values({ ...row, tenant_id })
    .execute();

/** Instalments that no bill has yet, their charges locked. */
export const lockCuotasPendientes = ({ db, tenant_id }: TenantTx, convenio_id: number) =>
  db
    .selectFrom('convenio_cuotas as q')
    .innerJoin('cargos as x', (join) => join.onRef('x.tenant_id', '=', 'q.tenant_id').onRef('x.id', '=', 'q.cargo_id'))
    .select(['q.capital', 'q.cargo_id', 'q.cargo_interes_id'])
    .where('q.tenant_id', '=', tenant_id)
    .where('q.convenio_id', '=', convenio_id)
    .where('x.factura_id', 'is', null)
    .where('x.anulado_en', 'is', null)
    .orderBy('q.cuota')
    .forUpdate('x')
    .execute();

export const setConvenioIncumplido = ({ db, tenant_id }: TenantTx, id: number, hoy: string, motivo: string) =>
  db
    .updateTable('convenios')
    .set({ estado: 'incumplido', terminado_en: hoy, terminado_motivo: motivo, version: sql<number>`version + 1` })
    .where('tenant_id', '=', tenant_id)
    .where('id', '=', id)
    .execute();

/** An agreement is fulfilled once every instalment was billed and the bills that carry them are paid. */
export const setConvenioCumplido = ({ db, tenant_id }: TenantTx, cliente_id: number, hoy: string) =>
  sql`
    update convenios v set estado = 'cumplido', terminado_en = ${hoy}::date, version = v.version + 1
    where v.tenant_id = ${tenant_id} and v.cliente_id = ${cliente_id} and v.estado = 'vigente' and not exists (
      select from convenio_cuotas q
        join cargos x on x.tenant_id = q.tenant_id and x.id in (q.cargo_id, q.cargo_interes_id)
        left join facturas f on f.tenant_id = x.tenant_id and f.id = x.factura_id
      where q.tenant_id = v.tenant_id and q.convenio_id = v.id and (x.factura_id is null or f.saldo > 0))`.execute(db);

/**
 * For the issue of a period, after its charges were marked as billed: the principal of each instalment is owed by the
 * bill from now on, so that the agreement and the account owe that much less. One statement for a chunk of accounts.
 */
export const insertMovimientosConvenio = (
  { db, tenant_id }: TenantTx,
  periodo: { id: number; fecha_emision: string },
  { desde, hasta }: { desde: number; hasta: number },
) =>
  sql`${batch}
    with cuotas as (
      select x.cliente_id, q.convenio_id, q.capital, f.id from facturas f
        join cargos x on x.tenant_id = f.tenant_id and x.factura_id = f.id and x.origen = 'convenio'
        join convenio_cuotas q on q.tenant_id = x.tenant_id and q.cargo_id = x.id
      where f.tenant_id = ${tenant_id} and f.periodo_id = ${periodo.id} and not f.anulada and f.cliente_id > ${desde} and f.cliente_id <= ${hasta}),
    libro as (
      insert into movimientos (tenant_id, cliente_id, tipo, valor, convenio_id, fecha)
      select ${tenant_id}, cliente_id, 'convenio', -capital, convenio_id, ${periodo.fecha_emision} from cuotas order by id, convenio_id)
    update clientes c set saldo = c.saldo - k.capital
    from (select cliente_id, sum(capital)::bigint as capital from cuotas group by cliente_id) k
    where c.tenant_id = ${tenant_id} and c.id = k.cliente_id`.execute(db);
