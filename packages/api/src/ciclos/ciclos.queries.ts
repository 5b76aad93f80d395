import type { TenantDb, TenantTx } from '@cunservicios/db/tenant';

type Paging = { limit: number; skip: number; after?: number | undefined };

export function selectCiclos({ db, tenant_id }: TenantDb, { limit, skip, after }: Paging) {
  const query = db
    .selectFrom('ciclos as k')
    .select((eb) => [
      'k.id',
      'k.codigo',
      'k.nombre',
      'k.periodicidad',
      eb
        .selectFrom('clientes as c')
        .select((sub) => sub.fn.countAll<number>().as('n'))
        .whereRef('c.tenant_id', '=', 'k.tenant_id')
        .whereRef('c.ciclo_id', '=', 'k.id')
        .as('cuentas'),
    ])
    .where('k.tenant_id', '=', tenant_id)
    .orderBy('k.id')
    .limit(limit + 1);
  return (after === undefined ? query.offset(skip) : query.where('k.id', '>', after)).execute();
}

export const selectCicloId = ({ db, tenant_id }: TenantDb, codigo: string) =>
  db
    .selectFrom('ciclos')
    .select(['id', 'periodicidad'])
    .where('tenant_id', '=', tenant_id)
    .where('codigo', '=', codigo)
    .executeTakeFirst();

type NewCiclo = { codigo: string; nombre: string; periodicidad: 'mensual' | 'bimestral' };

export const insertCiclo = ({ db, tenant_id }: TenantTx, row: NewCiclo) =>
  db
    .insertInto('ciclos')
    .values({ ...row, tenant_id })
    .returning(['id', 'codigo', 'nombre', 'periodicidad'])
    .executeTakeFirstOrThrow();

export function selectRutas(
  { db, tenant_id }: TenantDb,
  { limit, skip, after, ciclo }: Paging & { ciclo?: string | undefined },
) {
  let query = db
    .selectFrom('rutas as r')
    .innerJoin('ciclos as k', (join) => join.onRef('k.tenant_id', '=', 'r.tenant_id').onRef('k.id', '=', 'r.ciclo_id'))
    .select((eb) => [
      'r.id',
      'r.codigo',
      'r.nombre',
      'k.codigo as ciclo',
      eb
        .selectFrom('clientes as c')
        .select((sub) => sub.fn.countAll<number>().as('n'))
        .whereRef('c.tenant_id', '=', 'r.tenant_id')
        .whereRef('c.ruta_id', '=', 'r.id')
        .as('cuentas'),
    ])
    .where('r.tenant_id', '=', tenant_id)
    .orderBy('r.id')
    .limit(limit + 1);
  if (ciclo) query = query.where('k.codigo', '=', ciclo);
  return (after === undefined ? query.offset(skip) : query.where('r.id', '>', after)).execute();
}

export const selectRuta = ({ db, tenant_id }: TenantDb, codigo: string) =>
  db
    .selectFrom('rutas')
    .select(['id', 'ciclo_id'])
    .where('tenant_id', '=', tenant_id)
    .where('codigo', '=', codigo)
    .executeTakeFirst();

export const insertRuta = ({ db, tenant_id }: TenantTx, row: { codigo: string; nombre: string; ciclo_id: number }) =>
  db
    .insertInto('rutas')
    .values({ ...row, tenant_id })
    .returning(['id', 'codigo', 'nombre'])
    .executeTakeFirstOrThrow();
