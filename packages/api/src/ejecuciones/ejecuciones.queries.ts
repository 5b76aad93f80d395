import type { TenantDb, TenantTx } from '@cunservicios/db/tenant';
import { sql } from 'kysely';
import type { TIPOS_EJECUCION } from './ejecuciones.schema.ts';

export type TipoEjecucion = (typeof TIPOS_EJECUCION)[number];

const ejecuciones = ({ db, tenant_id }: TenantDb) =>
  db
    .selectFrom('ejecuciones as e')
    .leftJoin('periodos as p', (join) =>
      join.onRef('p.tenant_id', '=', 'e.tenant_id').onRef('p.id', '=', 'e.periodo_id'),
    )
    .select([
      'e.id',
      'e.tipo',
      'e.estado',
      'p.codigo as periodo',
      'e.periodo_id',
      'e.archivo_id',
      'e.user_id',
      'e.total',
      'e.hechas',
      'e.error',
      'e.created_at',
      'e.started_at',
      'e.finished_at',
    ])
    .select((eb) => eb.ref('e.resultado').$castTo<Record<string, unknown>>().as('resultado'))
    .where('e.tenant_id', '=', tenant_id);

export type EjecucionRow = NonNullable<Awaited<ReturnType<typeof selectEjecucion>>>;

export const selectEjecucion = (t: TenantDb, id: number) => ejecuciones(t).where('e.id', '=', id).executeTakeFirst();

export function selectEjecuciones(
  t: TenantDb,
  {
    limit,
    skip,
    after,
    tipo,
  }: { limit: number; skip: number; after?: number | undefined; tipo?: TipoEjecucion | undefined },
) {
  let query = ejecuciones(t)
    .orderBy('e.id', 'desc')
    .limit(limit + 1);
  if (tipo) query = query.where('e.tipo', '=', tipo);
  return (after === undefined ? query.offset(skip) : query.where('e.id', '<', after)).execute();
}

/** The last print runs over the bills of a period, newest first. They hold no place in its queue. */
export const selectImpresiones = (t: TenantDb, periodo_id: number, limit: number) =>
  ejecuciones(t)
    .select(sql<string | null>`e.parametros ->> 'ruta'`.as('ruta'))
    .where('e.tipo', '=', 'imprimir')
    .where(sql<boolean>`(e.parametros ->> 'periodo_id')::bigint = ${periodo_id}`)
    .orderBy('e.id', 'desc')
    .limit(limit)
    .execute();

export const selectLastOfPeriodos = (t: TenantDb, periodo_ids: number[]) =>
  ejecuciones(t)
    .where('e.periodo_id', '=', sql<number>`any(${periodo_ids}::bigint[])`)
    .distinctOn('e.periodo_id')
    .orderBy('e.periodo_id')
    .orderBy('e.id', 'desc')
    .execute();

/** The last liquidation of a period that ended well. */
export const selectLastLiquidacion = ({ db, tenant_id }: TenantDb, periodo_id: number) =>
  db
    .selectFrom('ejecuciones')
    .select('id')
    .where('tenant_id', '=', tenant_id)
    .where('periodo_id', '=', periodo_id)
    .where('tipo', '=', 'liquidar')
    .where('estado', '=', 'terminada')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();

/**
 * What a run reads must not change under it. Whoever starts a run takes this lock, whoever writes readings or accounts
 * takes it shared; each then looks whether the other is at work.
 */
export const lockCorridas = ({ db, tenant_id }: TenantTx, { shared }: { shared: boolean }) =>
  sql`select ${sql.raw(shared ? 'pg_advisory_xact_lock_shared' : 'pg_advisory_xact_lock')}(hashtextextended(${`${tenant_id} corridas`}, 0))`.execute(
    db,
  );

/** Work of some kinds that is not finished, over some periods or any. */
export function selectEnCurso(
  { db, tenant_id }: TenantDb,
  tipos: readonly TipoEjecucion[],
  periodos?: readonly number[],
) {
  const query = db
    .selectFrom('ejecuciones as e')
    .leftJoin('periodos as p', (join) =>
      join.onRef('p.tenant_id', '=', 'e.tenant_id').onRef('p.id', '=', 'e.periodo_id'),
    )
    .select(['e.id', 'e.tipo', 'p.codigo as periodo'])
    .where('e.tenant_id', '=', tenant_id)
    .where('e.estado', 'in', ['pendiente', 'en_curso'])
    .where('e.tipo', 'in', tipos)
    .limit(1);
  return (
    periodos ? query.where('e.periodo_id', '=', sql<number>`any(${periodos}::bigint[])`) : query
  ).executeTakeFirst();
}

/** What runs a period: liquidates or issues it. */
export const CORRIDAS = ['liquidar', 'emitir'] as const satisfies TipoEjecucion[];

/** Work that is not finished; after a crash somebody must take it up again. */
export const selectUnfinished = ({ db, tenant_id }: TenantDb) =>
  db
    .selectFrom('ejecuciones')
    .select('id')
    .where('tenant_id', '=', tenant_id)
    .where('estado', 'in', ['pendiente', 'en_curso'])
    .execute();

type NewEjecucion = {
  tipo: TipoEjecucion;
  periodo_id?: number;
  archivo_id?: number;
  parametros?: object;
  user_id: number | null;
};

export const insertEjecucion = ({ db, tenant_id }: TenantTx, { parametros = {}, ...row }: NewEjecucion) =>
  db
    .insertInto('ejecuciones')
    .values({ ...row, tenant_id, parametros: JSON.stringify(parametros) })
    .returning('id')
    .executeTakeFirstOrThrow();

/** What a run was asked for, besides its period or file; each kind knows its own. */
export const selectParametros = async ({ db, tenant_id }: TenantDb, id: number) =>
  (
    await db
      .selectFrom('ejecuciones')
      .select('parametros')
      .where('tenant_id', '=', tenant_id)
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
  ).parametros;

export const setStarted = ({ db, tenant_id }: TenantTx, id: number) =>
  db
    .updateTable('ejecuciones')
    .set({ estado: 'en_curso', started_at: sql<string>`coalesce(started_at, now())`, error: null })
    .where('tenant_id', '=', tenant_id)
    .where('id', '=', id)
    .execute();

export const setTotal = ({ db, tenant_id }: TenantTx, id: number, total: number) =>
  db.updateTable('ejecuciones').set({ total }).where('tenant_id', '=', tenant_id).where('id', '=', id).execute();

export const addHechas = ({ db, tenant_id }: TenantTx, id: number, n: number) =>
  db
    .updateTable('ejecuciones')
    .set({ hechas: sql<number>`hechas + ${n}` })
    .where('tenant_id', '=', tenant_id)
    .where('id', '=', id)
    .execute();

export const setFinished = ({ db, tenant_id }: TenantTx, id: number, resultado: object) =>
  db
    .updateTable('ejecuciones')
    .set({ estado: 'terminada', finished_at: sql<string>`now()`, resultado: JSON.stringify(resultado) })
    .where('tenant_id', '=', tenant_id)
    .where('id', '=', id)
    .execute();

/** `final`: nobody will try again; otherwise the error is shown while the next try waits. */
export const setError = ({ db, tenant_id }: TenantTx, id: number, error: string, final: boolean) =>
  db
    .updateTable('ejecuciones')
    .set({ error, ...(final && { estado: 'fallida' as const, finished_at: sql<string>`now()` }) })
    .where('tenant_id', '=', tenant_id)
    .where('id', '=', id)
    .execute();

export type Lote = { fase: number; lote: number; desde: number; hasta: number };

export const insertLotes = ({ db, tenant_id }: TenantTx, ejecucion_id: number, lotes: Lote[]) =>
  sql`insert into ejecucion_lotes (tenant_id, ejecucion_id, fase, lote, desde, hasta)
      select ${tenant_id}, ${ejecucion_id}, l.fase, l.lote, l.desde, l.hasta
      from jsonb_to_recordset(${JSON.stringify(lotes)}::jsonb) as l(fase smallint, lote integer, desde bigint, hasta bigint)`.execute(
    db,
  );

/** One more chunk of the first phase of a run that ended, done: what was changed by hand after it. */
export const insertLoteHecho = ({ db, tenant_id }: TenantTx, ejecucion_id: number, resultado: object) =>
  sql`insert into ejecucion_lotes (tenant_id, ejecucion_id, fase, lote, desde, hasta, resultado, terminado_en)
    select ${tenant_id}, ${ejecucion_id}, 1, max(lote) + 1, 0, 0, ${JSON.stringify(resultado)}::jsonb, now()
    from ejecucion_lotes where tenant_id = ${tenant_id} and ejecucion_id = ${ejecucion_id} and fase = 1`.execute(db);

/** The chunks of a phase, without what they left: over a million accounts that is large. */
export const selectLotes = ({ db, tenant_id }: TenantDb, ejecucion_id: number, fase: number) =>
  db
    .selectFrom('ejecucion_lotes')
    .select(['fase', 'lote', 'desde', 'hasta', 'terminado_en'])
    .where('tenant_id', '=', tenant_id)
    .where('ejecucion_id', '=', ejecucion_id)
    .where('fase', '=', fase)
    .orderBy('lote')
    .execute();

/** What the chunks of a phase left. */
export const selectResultados = ({ db, tenant_id }: TenantDb, ejecucion_id: number, fase: number) =>
  db
    .selectFrom('ejecucion_lotes')
    .select(['desde', 'hasta'])
    .select((eb) => eb.ref('resultado').$castTo<Record<string, unknown>>().as('resultado'))
    .where('tenant_id', '=', tenant_id)
    .where('ejecucion_id', '=', ejecucion_id)
    .where('fase', '=', fase)
    .orderBy('lote')
    .execute();

/** The limit of a statement is for requests: what sums up a whole run may take as long as it must. */
export const setSinLimite = ({ db }: TenantTx) => sql`select set_config('statement_timeout', '0', true)`.execute(db);

/** Claims a chunk that is still to do; undefined when it is done or another worker has it. */
export const lockLote = ({ db, tenant_id }: TenantTx, ejecucion_id: number, { fase, lote }: Lote) =>
  db
    .selectFrom('ejecucion_lotes')
    .select('lote')
    .where('tenant_id', '=', tenant_id)
    .where('ejecucion_id', '=', ejecucion_id)
    .where('fase', '=', fase)
    .where('lote', '=', lote)
    .where('terminado_en', 'is', null)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();

export const setLoteDone = (
  { db, tenant_id }: TenantTx,
  ejecucion_id: number,
  { fase, lote }: Lote,
  resultado: object,
) =>
  db
    .updateTable('ejecucion_lotes')
    .set({ terminado_en: sql<string>`now()`, resultado: JSON.stringify(resultado) })
    .where('tenant_id', '=', tenant_id)
    .where('ejecucion_id', '=', ejecucion_id)
    .where('fase', '=', fase)
    .where('lote', '=', lote)
    .execute();

type Rechazo = { linea: number; columna: string; mensaje: string; fila: string };

export const insertRechazos = ({ db, tenant_id }: TenantTx, ejecucion_id: number, rows: Rechazo[]) =>
  sql`insert into ejecucion_rechazos (tenant_id, ejecucion_id, linea, columna, mensaje, fila)
      select ${tenant_id}, ${ejecucion_id}, r.linea, r.columna, r.mensaje, r.fila
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(linea integer, columna text, mensaje text, fila text)
      on conflict do nothing`.execute(db);

export const selectRechazos = (
  { db, tenant_id }: TenantDb,
  ejecucion_id: number,
  { limit, after = [0, ''] }: { limit: number; after?: [number, string] },
) =>
  db
    .selectFrom('ejecucion_rechazos')
    .select(['linea', 'columna', 'mensaje', 'fila'])
    .where('tenant_id', '=', tenant_id)
    .where('ejecucion_id', '=', ejecucion_id)
    .where((eb) => eb(eb.refTuple('linea', 'columna'), '>', eb.tuple(after[0], after[1])))
    .orderBy('linea')
    .orderBy('columna')
    .limit(limit)
    .execute();
