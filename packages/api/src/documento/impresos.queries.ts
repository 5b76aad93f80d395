import { type TenantDb, type TenantTx, batch } from '@cunservicios/db/tenant';
import { sql } from 'kysely';

export const countImpresos = async ({ db, tenant_id }: TenantDb, ejecucion_id: number) =>
  (
    await db
      .selectFrom('impresos')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where('tenant_id', '=', tenant_id)
      .where('ejecucion_id', '=', ejecucion_id)
      .executeTakeFirstOrThrow()
  ).n;

/** Divides the bills of a period, in walking order, into files of `size`. `ruta` takes one route alone. */
export const insertImpresos = (
  { db, tenant_id }: TenantTx,
  ejecucion_id: number,
  { periodo_id, prefijo, ruta, size }: { periodo_id: number; prefijo: string; ruta: string | undefined; size: number },
) =>
  sql`${batch}
    with ordenadas as (
      select f.id, n, (n - 1) / ${size}::int as lote from (
        select f.id, row_number() over (order by r.codigo nulls last, c.orden, f.id) as n
        from facturas f
        join clientes c on c.tenant_id = f.tenant_id and c.id = f.cliente_id
        left join rutas r on r.tenant_id = c.tenant_id and r.id = c.ruta_id
        where f.tenant_id = ${tenant_id} and f.periodo_id = ${periodo_id} and not f.anulada
          and (${ruta ?? null}::text is null or r.codigo = ${ruta ?? null})) f)
    insert into impresos (tenant_id, ejecucion_id, lote, nombre, facturas)
    select ${tenant_id}, ${ejecucion_id}, lote, ${prefijo}::text || '-' || lpad((lote + 1)::text, 4, '0') || '.pdf',
      array_agg(id order by n)
    from ordenadas group by lote`.execute(db);

/** The files of a run, in order; those still to be made have no bytes yet. */
export async function selectImpresos({ db, tenant_id }: TenantDb, ejecucion_id: number) {
  return db
    .selectFrom('impresos as i')
    .leftJoin('archivos as a', (join) =>
      join.onRef('a.tenant_id', '=', 'i.tenant_id').onRef('a.id', '=', 'i.archivo_id'),
    )
    .select(['i.lote', 'i.nombre', 'i.paginas', 'i.archivo_id', 'a.bytes', 'a.sha256'])
    .select(sql<number>`cardinality(i.facturas)`.as('facturas'))
    .where('i.tenant_id', '=', tenant_id)
    .where('i.ejecucion_id', '=', ejecucion_id)
    .orderBy('i.lote')
    .execute();
}

/** The ids of the bills of one file, in walking order. */
export const selectFacturasDeImpreso = async ({ db, tenant_id }: TenantDb, ejecucion_id: number, lote: number) =>
  (
    await db
      .selectFrom('impresos')
      .select(sql<number[]>`facturas`.as('facturas'))
      .where('tenant_id', '=', tenant_id)
      .where('ejecucion_id', '=', ejecucion_id)
      .where('lote', '=', lote)
      .executeTakeFirstOrThrow()
  ).facturas.map(Number);

export const setImpreso = (
  { db, tenant_id }: TenantTx,
  ejecucion_id: number,
  lote: number,
  hecho: { archivo_id: number; paginas: number },
) =>
  db
    .updateTable('impresos')
    .set(hecho)
    .where('tenant_id', '=', tenant_id)
    .where('ejecucion_id', '=', ejecucion_id)
    .where('lote', '=', lote)
    .execute();
