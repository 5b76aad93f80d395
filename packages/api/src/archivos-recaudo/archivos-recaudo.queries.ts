import type { TenantDb, TenantTx } from '@cunservicios/db/tenant';
import type { PerfilBanco } from '@cunservicios/domain/recaudo/asobancaria-campos';
import type { EstadoArchivoRecaudo, EstadoRecaudo, MotivoRecaudo } from '@cunservicios/domain/recaudo/listas';
import { sql } from 'kysely';

const archivos = ({ db, tenant_id }: TenantDb) =>
  db
    .selectFrom('archivos_recaudo as a')
    .select([
      'a.id',
      'a.archivo_id',
      'a.nombre',
      'a.sha256',
      'a.bytes',
      'a.estado',
      'a.motivo',
      'a.linea',
      'a.banco',
      'a.fecha',
      'a.fecha_archivo',
      'a.hora',
      'a.modificador',
      'a.cuenta',
      'a.tipo_cuenta',
      'a.lotes',
      'a.registros',
      'a.total',
      'a.centavos',
      'a.ejecucion_id',
      'a.user_id',
      'a.aplicado_por',
      'a.aplicado_en',
      'a.created_at',
    ])
    .select((eb) => eb.ref('a.perfil').$castTo<PerfilBanco | null>().as('perfil'))
    .where('a.tenant_id', '=', tenant_id);

const porResolver = sql<number>`(
  select count(*) from recaudos r where r.tenant_id = a.tenant_id and r.archivo_recaudo_id = a.id
    and r.estado in ('no_identificado', 'duplicado', 'invalido'))`.as('por_resolver');

export type ArchivoRecaudoRow = NonNullable<Awaited<ReturnType<typeof selectArchivoRecaudo>>>;

export const selectArchivoRecaudo = (t: TenantDb, id: number) =>
  archivos(t).select(porResolver).where('a.id', '=', id).executeTakeFirst();

export const lockArchivoRecaudo = (t: TenantTx, id: number) =>
  archivos(t).where('a.id', '=', id).forUpdate().executeTakeFirst();

/** The file with these bytes that was not refused. */
export const selectArchivoPorHash = (t: TenantDb, sha256: string) =>
  archivos(t).where('a.sha256', '=', sha256).where('a.estado', '<>', 'rechazado').executeTakeFirst();

type Filter = {
  estado?: EstadoArchivoRecaudo | undefined;
  banco?: string | undefined;
  desde?: string | undefined;
  hasta?: string | undefined;
};

/** Newest first. */
export function selectArchivosRecaudo(
  t: TenantDb,
  { estado, banco, desde, hasta, ...page }: Filter & { limit: number; skip: number; after?: number | undefined },
) {
  let query = archivos(t)
    .select(porResolver)
    .orderBy('a.id', 'desc')
    .limit(page.limit + 1);
  if (estado) query = query.where('a.estado', '=', estado);
  if (banco) query = query.where('a.banco', '=', banco);
  if (desde) query = query.where('a.fecha', '>=', desde);
  if (hasta) query = query.where('a.fecha', '<=', hasta);
  return (page.after === undefined ? query.offset(page.skip) : query.where('a.id', '<', page.after)).execute();
}

export const insertArchivoRecaudo = (
  { db, tenant_id }: TenantTx,
  row: { archivo_id: number; nombre: string; sha256: string; bytes: number; user_id: number | null },
) =>
  db
    .insertInto('archivos_recaudo')
    .values({ ...row, tenant_id })
    .returning('id')
    .executeTakeFirstOrThrow();

type Change = {
  estado?: EstadoArchivoRecaudo;
  motivo?: string;
  linea?: number | null;
  banco?: string;
  fecha?: string;
  fecha_archivo?: string;
  hora?: string;
  modificador?: string;
  cuenta?: string;
  tipo_cuenta?: string;
  lotes?: number;
  registros?: number;
  total?: number;
  centavos?: number;
  ejecucion_id?: number;
  aplicado_por?: number | null;
  aplicado_en?: string;
};

export const setArchivoRecaudo = (
  { db, tenant_id }: TenantTx,
  id: number,
  { perfil, ...change }: Change & { perfil?: PerfilBanco },
) =>
  db
    .updateTable('archivos_recaudo')
    .set({ ...change, ...(perfil && { perfil: JSON.stringify(perfil) }) })
    .where('tenant_id', '=', tenant_id)
    .where('id', '=', id)
    .execute();

/** NIT of the utility and its check digit. */
export const selectNit = ({ db, tenant_id }: TenantDb) =>
  db.selectFrom('tenants').select(['nit', 'dv']).where('id', '=', tenant_id).executeTakeFirstOrThrow();

/** Rows of a file by what became of them. */
export async function selectEstados({ db, tenant_id }: TenantDb, archivo_recaudo_id: number) {
  const { rows } = await sql<{ estado: EstadoRecaudo; motivo: MotivoRecaudo | null; registros: number; valor: number }>`
    select estado, motivo, count(*) as registros, sum(valor)::bigint as valor from recaudos
    where tenant_id = ${tenant_id} and archivo_recaudo_id = ${archivo_recaudo_id} group by 1, 2 order by 3 desc, 1, 2`.execute(
    db,
  );
  return rows;
}

/** Rows to apply by channel. */
export async function selectCanales({ db, tenant_id }: TenantDb, archivo_recaudo_id: number) {
  const { rows } = await sql<{ canal: string; registros: number; valor: number }>`
    select canal, count(*) as registros, sum(valor)::bigint as valor from recaudos
    where tenant_id = ${tenant_id} and archivo_recaudo_id = ${archivo_recaudo_id} and estado in ('por_aplicar', 'aplicado') group by 1`.execute(
    db,
  );
  return rows;
}

type Destino = 'factura_pendiente' | 'factura_pagada' | 'factura_anulada' | 'cuenta';

/** Rows to apply by what they name, as the books stand. */
export async function selectDestinosDe({ db, tenant_id }: TenantDb, archivo_recaudo_id: number) {
  const { rows } = await sql<{ destino: Destino; registros: number; valor: number }>`
    select case when f.id is null then 'cuenta' when f.anulada then 'factura_anulada' when f.saldo <= 0 then 'factura_pagada'
        else 'factura_pendiente' end as destino, count(*) as registros, sum(r.valor)::bigint as valor
    from recaudos r left join facturas f on f.tenant_id = r.tenant_id and f.id = r.factura_id
    where r.tenant_id = ${tenant_id} and r.archivo_recaudo_id = ${archivo_recaudo_id} and r.estado = 'por_aplicar'
    group by 1 order by 2 desc`.execute(db);
  return rows;
}
