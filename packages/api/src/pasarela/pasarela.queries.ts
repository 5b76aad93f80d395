import type { TenantDb, TenantTx } from '@cunservicios/db/tenant';
import type { AmbientePasarela } from '@cunservicios/domain/recaudo/pasarela';
import { sql } from 'kysely';

/** The settings as they are kept: secrets sealed. */
export const selectPasarela = ({ db, tenant_id }: TenantDb) =>
  db
    .selectFrom('pasarelas')
    .select([
      'ambiente',
      'activa',
      'llave_publica',
      'llave_privada',
      'secreto_eventos',
      'secreto_integridad',
      'minimo',
      'version',
      'updated_at',
    ])
    .where('tenant_id', '=', tenant_id)
    .executeTakeFirst();

type Row = {
  ambiente: AmbientePasarela;
  activa: boolean;
  llave_publica: string;
  llave_privada: string;
  secreto_eventos: string;
  secreto_integridad: string;
  minimo: number;
  user_id: number | null;
  updated_at: string;
};

export const upsertPasarela = ({ db, tenant_id }: TenantTx, row: Row) =>
  db
    .insertInto('pasarelas')
    .values({ ...row, tenant_id })
    .onConflict((conflict) =>
      conflict.column('tenant_id').doUpdateSet({ ...row, version: sql<number>`pasarelas.version + 1` }),
    )
    .execute();
