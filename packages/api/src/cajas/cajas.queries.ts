import { type Place, prepared } from '@cunservicios/db/prepared';
import type { TenantDb, TenantTx } from '@cunservicios/db/tenant';
import type { EstadoCaja, MEDIOS_RETIRO, TipoRetiro } from '@cunservicios/domain/recaudo/caja';
import type { MedioPago } from '@cunservicios/domain/recaudo/listas';
import { sql } from 'kysely';

type PorMedio = Partial<Record<MedioPago, number>>;
type Persona = { id: number; nombre: string };

const cajas = ({ db, tenant_id }: TenantDb) =>
  db
    .selectFrom('cajas as k')
    .innerJoin('users as u', (join) => join.onRef('u.tenant_id', '=', 'k.tenant_id').onRef('u.id', '=', 'k.user_id'))
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('pagos as p')
          .whereRef('p.tenant_id', '=', 'k.tenant_id')
          .whereRef('p.caja_id', '=', 'k.id')
          .select((p) => [
            p.fn.countAll<number>().as('pagos'),
            sql<number>`coalesce(sum(p.valor), 0)::bigint`.as('recaudado'),
          ])
          .as('p'),
      (join) => join.onTrue(),
    )
    .select(['k.id', 'k.numero', 'k.base', 'k.estado', 'k.abierta_en', 'k.diferencia', 'k.descuadre', 'k.contada_en'])
    .select([
      sql<Persona>`jsonb_build_object('id', u.id, 'nombre', coalesce(nullif(u.nombre, ''), u.email))`.as('cajero'),
      sql<number>`p.pagos`.as('pagos'),
      sql<number>`p.recaudado`.as('recaudado'),
    ])
    .where('k.tenant_id', '=', tenant_id);

export type CajaRow = Awaited<ReturnType<ReturnType<typeof cajas>['execute']>>[number];

type Filter = {
  estado?: EstadoCaja | undefined;
  user_id?: number | undefined;
  /** Days of the utility's time zone, both included. */
  desde?: string | undefined;
  hasta?: string | undefined;
  zona: string;
};

/** Newest first. */
export function selectCajas(t: TenantDb, filter: Filter & { limit: number; skip: number; after?: number | undefined }) {
  const { estado, user_id, desde, hasta, zona, limit, skip, after } = filter;
  const inicio = (dia: string, mas: number) =>
    sql<string>`(${dia}::date + ${mas}::int)::timestamp at time zone ${zona}`;
  let query = cajas(t)
    .orderBy('k.id', 'desc')
    .limit(limit + 1);
  if (estado) query = query.where('k.estado', '=', estado);
  if (user_id) query = query.where('k.user_id', '=', user_id);
  if (desde) query = query.where('k.abierta_en', '>=', inicio(desde, 0));
  if (hasta) query = query.where('k.abierta_en', '<', inicio(hasta, 1));
  return (after === undefined ? query.offset(skip) : query.where('k.id', '<', after)).execute();
}

const persona = (columna: string) =>
  sql<Persona | null>`(select jsonb_build_object('id', x.id, 'nombre', coalesce(nullif(x.nombre, ''), x.email))
    from users x where x.tenant_id = k.tenant_id and x.id = ${sql.ref(columna)})`;

/** A session with its figures; what is expected is what it was when it was counted, or now. */
export const selectCaja = (t: TenantDb, id: number) =>
  cajas(t)
    .select(['k.explicacion', 'k.resuelta_en', 'k.observacion'])
    .select([
      sql<PorMedio>`coalesce(k.esperado, esperado_de_caja(k.tenant_id, k.id))`.as('esperado'),
      sql<PorMedio | null>`k.contado`.as('contado'),
      sql<Record<string, number> | null>`k.denominaciones`.as('denominaciones'),
      persona('k.contada_por').as('contada_por'),
      persona('k.resuelta_por').as('resuelta_por'),
      sql<{ medio: MedioPago; pagos: number; reversos: number; retiros: number }[]>`coalesce((
        select jsonb_agg(jsonb_build_object('medio', medio, 'pagos', pagos, 'reversos', reversos, 'retiros', retiros) order by medio) from (
          select medio, sum(pagos)::bigint as pagos, sum(reversos)::bigint as reversos, sum(retiros)::bigint as retiros from (
            select medio, valor as pagos, 0 as reversos, 0 as retiros from pagos where tenant_id = k.tenant_id and caja_id = k.id
            union all select q.medio, 0, q.valor, 0 from reversos r join pagos q on q.tenant_id = r.tenant_id and q.id = r.pago_id
              where r.tenant_id = k.tenant_id and r.caja_id = k.id and r.estado = 'aplicado'
            union all select medio, 0, 0, valor from caja_retiros where tenant_id = k.tenant_id and caja_id = k.id) m
          group by medio) s), '[]')`.as('por_medio'),
    ])
    .where('k.id', '=', id)
    .executeTakeFirst();

export const selectRetiros = ({ db, tenant_id }: TenantDb, caja_id: number) =>
  db
    .selectFrom('caja_retiros')
    .select(['id', 'tipo', 'medio', 'valor', 'referencia', 'motivo', 'user_id', 'created_at'])
    .where('tenant_id', '=', tenant_id)
    .where('caja_id', '=', caja_id)
    .orderBy('id')
    .execute();

const abierta = prepared(({ db, tenant_id }, { user_id }: { user_id: Place<number> }) =>
  db
    .selectFrom('cajas')
    .select('id')
    .where('tenant_id', '=', tenant_id)
    .where('user_id', '=', user_id)
    .where('estado', '=', 'abierta'),
);

/** The session that a cashier has open. Every payment at the counter asks. */
export const selectCajaAbierta = async (t: TenantDb, user_id: number) => (await abierta(t, { user_id }))[0];

/** A session held alone: whoever was booking in it is done. */
export const lockCaja = ({ db, tenant_id }: TenantTx, id: number) =>
  db
    .selectFrom('cajas')
    .select(['id', 'numero', 'user_id', 'contada_por', 'estado', 'descuadre'])
    .where('tenant_id', '=', tenant_id)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();

/** What should be in the drawer now. After `lockCaja`, in a statement of its own: it sees what was booked before. */
export async function selectEsperado({ db, tenant_id }: TenantTx, caja_id: number): Promise<PorMedio> {
  const { rows } = await sql<{
    esperado: PorMedio;
  }>`select esperado_de_caja(${tenant_id}, ${caja_id}) as esperado`.execute(db);
  return rows[0]?.esperado ?? {};
}

export const insertCaja = (
  { db, tenant_id }: TenantTx,
  row: { numero: number; user_id: number; base: number; abierta_en: string },
) =>
  db
    .insertInto('cajas')
    .values({ ...row, tenant_id })
    .returning('id')
    .executeTakeFirstOrThrow();

type Change = {
  estado: EstadoCaja;
  denominaciones?: string | null;
  contado?: string | null;
  explicacion?: string | null;
  contada_en?: string | null;
  contada_por?: number | null;
  resuelta_por: number | null;
  resuelta_en: string | null;
  observacion: string | null;
};

export const setCaja = ({ db, tenant_id }: TenantTx, id: number, change: Change) =>
  db.updateTable('cajas').set(change).where('tenant_id', '=', tenant_id).where('id', '=', id).execute();

type NewRetiro = {
  caja_id: number;
  tipo: TipoRetiro;
  medio: (typeof MEDIOS_RETIRO)[number];
  valor: number;
  referencia: string | null;
  motivo: string;
  user_id: number | null;
};

export const insertRetiro = ({ db, tenant_id }: TenantTx, row: NewRetiro) =>
  db
    .insertInto('caja_retiros')
    .values({ ...row, tenant_id })
    .returning('id')
    .executeTakeFirstOrThrow();
