import { type TenantDb, type TenantTx, batch } from '@cunservicios/db/tenant';
import type { ExclusionSuspension } from '@cunservicios/domain/cartera/listas';
import type { EstadoServicio } from '@cunservicios/domain/cartera/ordenes';
import { type RawBuilder, sql } from 'kysely';

/** A claim or an appeal that is not answered yet (Ley 142 art. 155). */
const reclamo = (tenant_id: string) => sql`exists (
  select from pqrs q where q.tenant_id = ${tenant_id} and q.cliente_id = c.id and q.tipo in ('Reclamo', 'Recurso')
    and q.estado not in ('Respondido', 'Cerrado'))`;
const convenio = (tenant_id: string) => sql`exists (
  select from convenios v where v.tenant_id = ${tenant_id} and v.cliente_id = c.id and v.estado = 'vigente')`;
const ordenes = (tenant_id: string) => sql`exists (
  select from ordenes o where o.tenant_id = ${tenant_id} and o.cliente_id = c.id and o.estado = 'pendiente'
    and o.tipo in ('suspension', 'corte'))`;

export type PorSuspender = {
  id: number;
  numero_cuenta: string;
  nombre: string;
  direccion: string;
  ruta: string | null;
  estado: EstadoServicio;
  protegido: string | null;
  vencidas: number;
  deuda: number;
  desde: string;
  factura_id: number;
  exclusiones: ExclusionSuspension[];
  aviso_id: number | null;
  aviso_fecha: string | null;
  suspension_desde: string | null;
};

type Regla = { hoy: string; periodos: number; periodicidad: string };
type Filtro = {
  procede?: boolean | undefined;
  ruta?: string | undefined;
  after?: number | undefined;
  /** These accounts and no others. */
  cuentas?: string[] | undefined;
};

/**
 * Accounts with as many overdue bills as the utility waits for (two at most when bimonthly, art. 140), with what keeps
 * each from being suspended and its standing notice. Bills wholly under claim do not count. By account.
 */
export async function selectPorSuspender(
  { db, tenant_id }: TenantDb,
  { hoy, periodos, periodicidad }: Regla,
  { procede, ruta, after = 0, cuentas, limit, skip = 0 }: Filtro & { limit: number; skip?: number },
) {
  const only = (condition: boolean, text: RawBuilder<unknown>) => (condition ? text : sql``);
  const { rows } = await sql<PorSuspender>`${batch}
    select * from (
      select c.id, c.numero_cuenta, c.nombre, c.direccion, r.codigo as ruta, c.estado, c.protegido, d.vencidas, d.deuda, d.desde,
        array_remove(array[
          case when ${reclamo(tenant_id)} then 'reclamo' end,
          case when ${convenio(tenant_id)} then 'convenio' end,
          case when c.protegido is not null then 'protegido' end,
          case when c.estado <> 'activo' then 'sin_servicio' end,
          case when ${ordenes(tenant_id)} then 'orden' end], null) as exclusiones,
        (select f.id from facturas f where f.tenant_id = ${tenant_id} and f.cliente_id = c.id and f.saldo > 0 and not f.anulada
          and f.saldo > f.en_reclamo order by f.fecha_vencimiento, f.id limit 1) as factura_id,
        a.id as aviso_id, a.fecha as aviso_fecha, a.suspension_desde
      from (
        select f.cliente_id, count(*)::int as vencidas, sum(f.saldo - f.en_reclamo)::bigint as deuda, min(f.fecha_vencimiento) as desde
        from facturas f
        where f.tenant_id = ${tenant_id} and f.saldo > 0 and not f.anulada and f.fecha_vencimiento < ${hoy}::date
          and f.saldo > f.en_reclamo and f.cliente_id > ${after}
          ${only(cuentas !== undefined, sql`and f.cliente_id in (select id from clientes where tenant_id = ${tenant_id} and numero_cuenta = any(${cuentas ?? []}::text[]))`)}
          ${only(
            ruta !== undefined,
            sql`and f.cliente_id in (select x.id from clientes x join rutas y on y.tenant_id = x.tenant_id and y.id = x.ruta_id
            where x.tenant_id = ${tenant_id} and y.codigo = ${ruta ?? ''})`,
          )}
        group by f.cliente_id having count(*) >= least(${periodos}::int, 2)) d
      join clientes c on c.tenant_id = ${tenant_id} and c.id = d.cliente_id
      left join rutas r on r.tenant_id = c.tenant_id and r.id = c.ruta_id
      left join ciclos k on k.tenant_id = c.tenant_id and k.id = c.ciclo_id
      left join lateral (
        select a.id, a.fecha, a.suspension_desde from avisos_suspension a
          join facturas f on f.tenant_id = a.tenant_id and f.id = a.factura_id and f.saldo > f.en_reclamo and not f.anulada
        where a.tenant_id = ${tenant_id} and a.cliente_id = c.id order by a.id desc limit 1) a on true
      where d.vencidas >= case when coalesce(k.periodicidad, ${periodicidad}) = 'bimestral' then least(${periodos}::int, 2) else ${periodos}::int end) lista
    ${only(procede !== undefined, sql`where (cardinality(exclusiones) = 0) = ${procede ?? true}`)}
    order by id limit ${limit} offset ${skip}`.execute(db);
  return rows;
}

type Mora = { estado: EstadoServicio; vencida: boolean; convenio: boolean; ordenes: boolean };

/** Whether an account owes something overdue that is not under claim, and what stands against it. */
export async function selectMora({ db, tenant_id }: TenantDb, cliente_id: number, hoy: string) {
  const { rows } = await sql<Mora>`
    select c.estado, ${convenio(tenant_id)} as convenio, ${ordenes(tenant_id)} as ordenes, exists (
      select from facturas f where f.tenant_id = ${tenant_id} and f.cliente_id = c.id and f.saldo > 0 and not f.anulada
        and f.saldo > f.en_reclamo and f.fecha_vencimiento < ${hoy}::date) as vencida
    from clientes c where c.tenant_id = ${tenant_id} and c.id = ${cliente_id}`.execute(db);
  return rows[0] ?? { estado: 'activo' as const, vencida: false, convenio: false, ordenes: false };
}

/** What keeps an account from being suspended, whatever it owes. */
export async function selectExclusiones({ db, tenant_id }: TenantDb, cliente_id: number) {
  const { rows } = await sql<{ reclamo: boolean; convenio: boolean; protegido: string | null }>`
    select ${reclamo(tenant_id)} as reclamo, ${convenio(tenant_id)} as convenio, c.protegido
    from clientes c where c.tenant_id = ${tenant_id} and c.id = ${cliente_id}`.execute(db);
  return rows[0] ?? { reclamo: false, convenio: false, protegido: null };
}

type NewAviso = {
  cliente_id: number;
  factura_id: number;
  fecha: string;
  suspension_desde: string;
  medio: string;
  vencidas: number;
  deuda: number;
  user_id: number | null;
};

/** The same notice of the same day again adds nothing. */
export const insertAvisos = ({ db, tenant_id }: TenantTx, rows: NewAviso[]) =>
  db
    .insertInto('avisos_suspension')
    .values(rows.map((row) => ({ ...row, tenant_id })))
    .onConflict((conflict) => conflict.columns(['tenant_id', 'factura_id', 'fecha']).doNothing())
    .execute();
