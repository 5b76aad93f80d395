import type { TenantDb, TenantTx } from '@cunservicios/db/tenant';
import type { EstadoMasiva } from '@cunservicios/domain/cartera/listas';
import { sql } from 'kysely';
import type { CambioMasivo, ResumenMasiva } from './masivas.schema.ts';

const masivas = ({ db, tenant_id }: TenantDb) =>
  db
    .selectFrom('correcciones_masivas as k')
    .select([
      'k.id',
      'k.estado',
      'k.motivo',
      'k.sustento',
      'k.fecha',
      'k.huella',
      'k.cuentas',
      'k.facturas',
      'k.debito',
      'k.credito',
      'k.omitidas',
      'k.deshace_id',
      'k.ejecucion_id',
      'k.user_id',
      'k.resuelta_por',
      'k.resuelta_en',
      'k.observacion',
      'k.aplicada_en',
      'k.created_at',
    ])
    .select((eb) => [
      eb.ref('k.cambio').$castTo<Record<string, unknown>>().as('cambio'),
      eb.ref('k.resumen').$castTo<Partial<ResumenMasiva>>().as('resumen'),
    ])
    .where('k.tenant_id', '=', tenant_id);

export type MasivaRow = NonNullable<Awaited<ReturnType<typeof selectMasiva>>>;

export const selectMasiva = (t: TenantDb, id: number) => masivas(t).where('k.id', '=', id).executeTakeFirst();

export const lockMasiva = (t: TenantTx, id: number) => masivas(t).where('k.id', '=', id).forUpdate().executeTakeFirst();

/** Newest first. */
export function selectMasivas(
  t: TenantDb,
  {
    limit,
    skip,
    after,
    estado,
  }: { limit: number; skip: number; after?: number | undefined; estado?: EstadoMasiva | undefined },
) {
  let query = masivas(t)
    .orderBy('k.id', 'desc')
    .limit(limit + 1);
  if (estado) query = query.where('k.estado', '=', estado);
  return (after === undefined ? query.offset(skip) : query.where('k.id', '<', after)).execute();
}

type NewMasiva = {
  cambio: CambioMasivo | { deshace: number };
  motivo: string;
  sustento: string | null;
  fecha: string;
  deshace_id: number | null;
  user_id: number | null;
};

export const insertMasiva = ({ db, tenant_id }: TenantTx, { cambio, ...row }: NewMasiva) =>
  db
    .insertInto('correcciones_masivas')
    .values({ ...row, tenant_id, estado: 'calculando', cambio: JSON.stringify(cambio) })
    .returning('id')
    .executeTakeFirstOrThrow();

type Change = {
  estado?: EstadoMasiva;
  ejecucion_id?: number;
  huella?: string;
  cuentas?: number;
  facturas?: number;
  debito?: number;
  credito?: number;
  omitidas?: number;
  resuelta_por?: number | null;
  resuelta_en?: string | null;
  observacion?: string | null;
};

export const setMasiva = (
  { db, tenant_id }: TenantTx,
  id: number,
  { resumen, ...change }: Change & { resumen?: ResumenMasiva },
) =>
  db
    .updateTable('correcciones_masivas')
    .set({
      ...change,
      ...(resumen && { resumen: JSON.stringify(resumen) }),
      ...(change.estado === 'aplicada' && { aplicada_en: sql<string>`now()` }),
    })
    .where('tenant_id', '=', tenant_id)
    .where('id', '=', id)
    .execute();

/** What was calculated and will never be done. */
export const deleteFacturasMasiva = ({ db, tenant_id }: TenantTx, masiva_id: number) =>
  db
    .deleteFrom('correccion_masiva_facturas')
    .where('tenant_id', '=', tenant_id)
    .where('masiva_id', '=', masiva_id)
    .execute();
