import type { TenantDb, TenantTx } from '@cunservicios/db/tenant';
import { sql } from 'kysely';

const columns = ['id', 'codigo', 'nombre', 'nit', 'version'] as const;

type Paging = { limit: number; skip: number; after?: string | undefined };

export function selectTerceros({ db, tenant_id }: TenantDb, { limit, skip, after }: Paging) {
  const query = db
    .selectFrom('terceros')
    .select(columns)
    .where('tenant_id', '=', tenant_id)
    .orderBy('codigo')
    .limit(limit + 1);
  return (after === undefined ? query.offset(skip) : query.where('codigo', '>', after)).execute();
}

export const selectTercero = ({ db, tenant_id }: TenantDb, codigo: string) =>
  db
    .selectFrom('terceros')
    .select(columns)
    .where('tenant_id', '=', tenant_id)
    .where('codigo', '=', codigo)
    .executeTakeFirst();

export const lockTercero = ({ db, tenant_id }: TenantTx, codigo: string) =>
  db
    .selectFrom('terceros')
    .select(columns)
    .where('tenant_id', '=', tenant_id)
    .where('codigo', '=', codigo)
    .forUpdate()
    .executeTakeFirst();

type Facts = { nombre?: string; nit?: string | null };

export const insertTercero = (
  { db, tenant_id }: TenantTx,
  row: { codigo: string; nombre: string; nit: string | null },
) =>
  db
    .insertInto('terceros')
    .values({ ...row, tenant_id })
    .returning(columns)
    .executeTakeFirstOrThrow();

export const setTercero = ({ db, tenant_id }: TenantTx, id: number, change: Facts) =>
  db
    .updateTable('terceros')
    .set({ ...change, version: sql<number>`version + 1` })
    .where('tenant_id', '=', tenant_id)
    .where('id', '=', id)
    .returning(columns)
    .executeTakeFirstOrThrow();

export const deleteTercero = ({ db, tenant_id }: TenantTx, id: number) =>
  db.deleteFrom('terceros').where('tenant_id', '=', tenant_id).where('id', '=', id).execute();

/** Money of each third party on the bills of a period, and what the notes of those bills moved of it. */
export async function selectFacturadoTerceros({ db, tenant_id }: TenantDb, periodo_id: number) {
  const { rows } = await sql<{ tercero: string; nombre: string; facturas: number; valor: number; notas: number }>`
    select t.codigo as tercero, t.nombre, count(distinct x.factura_id) as facturas, sum(x.valor)::bigint as valor, sum(x.notas)::bigint as notas
    from (
      select b.factura_id, b.tercero_id, b.valor, 0 as notas
      from facturas f join factura_terceros b on b.tenant_id = f.tenant_id and b.factura_id = f.id
      where f.tenant_id = ${tenant_id} and f.periodo_id = ${periodo_id} and not f.anulada
      union all
      select n.factura_id, y.tercero_id, 0, y.valor
      from facturas f
      join notas n on n.tenant_id = f.tenant_id and n.factura_id = f.id
      join nota_terceros y on y.tenant_id = n.tenant_id and y.nota_id = n.id
      where f.tenant_id = ${tenant_id} and f.periodo_id = ${periodo_id} and not f.anulada) x
    join terceros t on t.tenant_id = ${tenant_id} and t.id = x.tercero_id
    group by t.codigo, t.nombre order by t.codigo`.execute(db);
  return rows.map((row) => ({ ...row, neto: row.valor + row.notas }));
}
