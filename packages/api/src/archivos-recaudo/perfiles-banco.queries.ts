import type { TenantDb, TenantTx } from '@cunservicios/db/tenant';
import type { PerfilBanco } from '@cunservicios/domain/recaudo/asobancaria-campos';
import { sql } from 'kysely';

const perfiles = ({ db, tenant_id }: TenantDb) =>
  db
    .selectFrom('perfiles_banco')
    .select(['banco', 'nombre', 'version', 'user_id', 'updated_at'])
    .select((eb) => eb.ref('perfil').$castTo<PerfilBanco>().as('perfil'))
    .where('tenant_id', '=', tenant_id)
    .orderBy('banco');

export const selectPerfiles = (t: TenantDb) => perfiles(t).execute();

export const selectPerfil = (t: TenantDb, banco: string) => perfiles(t).where('banco', '=', banco).executeTakeFirst();

export const lockPerfil = (t: TenantTx, banco: string) =>
  perfiles(t).where('banco', '=', banco).forUpdate().executeTakeFirst();

export const upsertPerfil = (
  { db, tenant_id }: TenantTx,
  { perfil, ...row }: { banco: string; nombre: string; perfil: PerfilBanco; user_id: number | null },
) =>
  db
    .insertInto('perfiles_banco')
    .values({ ...row, tenant_id, perfil: JSON.stringify(perfil) })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'banco']).doUpdateSet({
        nombre: row.nombre,
        perfil: JSON.stringify(perfil),
        user_id: row.user_id,
        version: sql<number>`perfiles_banco.version + 1`,
        updated_at: sql<string>`now()`,
      }),
    )
    .execute();
