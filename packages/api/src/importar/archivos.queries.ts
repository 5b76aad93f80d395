import type { TenantDb, TenantTx } from '@cunservicios/db/tenant';

type NewArchivo = { sha256: string; bytes: number; codificacion: 'utf-8' | 'windows-1252' | 'binario' };

export const insertArchivo = ({ db, tenant_id }: TenantTx, row: NewArchivo) =>
  db
    .insertInto('archivos')
    .values({ ...row, tenant_id })
    .returning('id')
    .executeTakeFirstOrThrow();

export const setArchivo = ({ db, tenant_id }: TenantTx, id: number, row: NewArchivo) =>
  db.updateTable('archivos').set(row).where('tenant_id', '=', tenant_id).where('id', '=', id).execute();

export const deleteArchivo = ({ db, tenant_id }: TenantTx, id: number) =>
  db.deleteFrom('archivos').where('tenant_id', '=', tenant_id).where('id', '=', id).execute();

export const insertParte = ({ db, tenant_id }: TenantTx, archivo_id: number, parte: number, datos: Buffer) =>
  db.insertInto('archivo_partes').values({ tenant_id, archivo_id, parte, datos }).execute();

export const selectArchivo = ({ db, tenant_id }: TenantDb, id: number) =>
  db
    .selectFrom('archivos')
    .select(['bytes', 'codificacion'])
    .where('tenant_id', '=', tenant_id)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();

export const selectParte = ({ db, tenant_id }: TenantDb, archivo_id: number, parte: number) =>
  db
    .selectFrom('archivo_partes')
    .select('datos')
    .where('tenant_id', '=', tenant_id)
    .where('archivo_id', '=', archivo_id)
    .where('parte', '=', parte)
    .executeTakeFirst();
