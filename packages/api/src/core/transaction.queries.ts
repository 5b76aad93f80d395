// The rows that every write leaves beside its own: audit trail, answered keys, jobs, domain events.
import type { TenantTx } from '@cunservicios/db/tenant';
import { sql } from 'kysely';

export type AuditRow = {
  user_id: number | null;
  procedimiento: string;
  objeto: string;
  antes: string | null;
  despues: string | null;
  direccion_ip: string;
  request_id: string;
};

export const insertAudit = ({ db, tenant_id }: TenantTx, rows: AuditRow[]) =>
  db
    .insertInto('auditoria')
    .values(rows.map((row) => ({ ...row, tenant_id })))
    .execute();

type Key = { procedimiento: string; user_id: number; clave: string };

/** Waits while another transaction holds the same key; 55P03 (lock timeout) when it takes too long. */
export async function lockKey({ db, tenant_id }: TenantTx, { procedimiento, user_id, clave }: Key) {
  await sql`
    select set_config('lock_timeout', '3s', true),
      pg_advisory_xact_lock(hashtextextended(${`${tenant_id} ${procedimiento} ${user_id} ${clave}`}, 0)),
      set_config('lock_timeout', '0', true)`.execute(db);
}

/** By its key alone: asked for `expira` too, PostgreSQL may walk all that have not expired. */
export const selectAnswer = ({ db, tenant_id }: TenantTx, { procedimiento, user_id, clave }: Key) =>
  db
    .selectFrom('idempotencia')
    .select(['cuerpo_sha256', 'respuesta', 'expira'])
    .where('tenant_id', '=', tenant_id)
    .where('procedimiento', '=', procedimiento)
    .where('user_id', '=', user_id)
    .where('clave', '=', clave)
    .executeTakeFirst();

export const insertAnswer = (
  { db, tenant_id }: TenantTx,
  row: Key & { cuerpo_sha256: string; respuesta: string; expira: string },
) =>
  db
    .insertInto('idempotencia')
    .values({ ...row, tenant_id })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'procedimiento', 'user_id', 'clave']).doUpdateSet({
        cuerpo_sha256: row.cuerpo_sha256,
        respuesta: row.respuesta,
        expira: row.expira,
      }),
    )
    .execute();

export const deleteAnswer = ({ db, tenant_id }: TenantTx, { procedimiento, user_id, clave }: Key) =>
  db
    .deleteFrom('idempotencia')
    .where('tenant_id', '=', tenant_id)
    .where('procedimiento', '=', procedimiento)
    .where('user_id', '=', user_id)
    .where('clave', '=', clave)
    .execute();

export const deleteExpiredAnswers = ({ db, tenant_id }: TenantTx, now: Date) =>
  db.deleteFrom('idempotencia').where('tenant_id', '=', tenant_id).where('expira', '<=', now.toISOString()).execute();

/** Adds a job that runs only if this transaction commits. Jobs of one `clave` replace each other while they wait. */
export const enqueue = ({ db, tenant_id }: TenantTx, tarea: string, datos: object, clave?: string) =>
  sql`select encolar(${tarea}, ${JSON.stringify({ ...datos, tenant_id })}::json, ${clave ?? null})`.execute(db);

/** A domain event, written in the transaction it tells of. */
export const insertEvento = ({ db, tenant_id }: TenantTx, tipo: string, datos: object) =>
  db
    .insertInto('eventos')
    .values({ tenant_id, tipo, datos: JSON.stringify(datos) })
    .execute();

/** Takes `count` numbers of a gap-free series; answers the last one. Holds the series until the transaction ends. */
export async function takeNumbers({ db, tenant_id }: TenantTx, nombre: string, count = 1) {
  const { ultimo } = await db
    .insertInto('series')
    .values({ tenant_id, nombre, ultimo: count })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'nombre']).doUpdateSet({ ultimo: sql<number>`series.ultimo + ${count}` }),
    )
    .returning('ultimo')
    .executeTakeFirstOrThrow();
  return ultimo;
}
