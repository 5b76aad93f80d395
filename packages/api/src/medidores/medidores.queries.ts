import type { TenantDb, TenantTx } from '@cunservicios/db/tenant';
import { sql } from 'kysely';

const medidores = ({ db, tenant_id }: TenantDb) =>
  db
    .selectFrom('medidores as m')
    .innerJoin('clientes as c', (join) =>
      join.onRef('c.tenant_id', '=', 'm.tenant_id').onRef('c.id', '=', 'm.cliente_id'),
    )
    .select([
      'm.id',
      'm.serial',
      'c.numero_cuenta',
      'm.digitos',
      'm.instalado_en',
      'm.lectura_instalacion',
      'm.retirado_en',
      'm.lectura_retiro',
      'm.causal_retiro',
    ])
    .where('m.tenant_id', '=', tenant_id);

type Filter = { numero_cuenta?: string | undefined; serial?: string | undefined };

export function selectMedidores(
  t: TenantDb,
  filter: Filter & { limit: number; skip: number; after?: number | undefined },
) {
  let query = medidores(t)
    .orderBy('m.id')
    .limit(filter.limit + 1);
  if (filter.numero_cuenta) query = query.where('c.numero_cuenta', '=', filter.numero_cuenta);
  if (filter.serial) query = query.where('m.serial', '=', filter.serial);
  return (filter.after === undefined ? query.offset(filter.skip) : query.where('m.id', '>', filter.after)).execute();
}

export const selectMedidor = (t: TenantDb, id: number) => medidores(t).where('m.id', '=', id).executeTakeFirst();

/** The meter in place with this serial. */
export const selectInstalled = ({ db, tenant_id }: TenantDb, serial: string) =>
  db
    .selectFrom('medidores')
    .select(['id', 'cliente_id', 'instalado_en', 'digitos'])
    .where('tenant_id', '=', tenant_id)
    .where('serial', '=', serial)
    .where('retirado_en', 'is', null)
    .executeTakeFirst();

/** Closes the stay of a meter at its account. */
export const setRetirado = (
  { db, tenant_id }: TenantTx,
  id: number,
  change: { retirado_en: string; lectura_retiro: string | null; causal_retiro: string | null },
) =>
  db
    .updateTable('medidores')
    .set({ ...change, version: sql<number>`version + 1` })
    .where('tenant_id', '=', tenant_id)
    .where('id', '=', id)
    .execute();

type NewMedidor = {
  cliente_id: number;
  serial: string;
  digitos: number;
  instalado_en: string;
  lectura_instalacion: string | null;
};

export const insertMedidor = ({ db, tenant_id }: TenantTx, row: NewMedidor) =>
  db
    .insertInto('medidores')
    .values({ ...row, tenant_id })
    .returning('id')
    .executeTakeFirstOrThrow();
