import type { TenantDb } from '@cunservicios/db/tenant';
import type { Accion, Advertencia } from '@cunservicios/domain/consumo/listas';
import type { Uso } from '@cunservicios/domain/tarifa/listas';
import { sql } from 'kysely';
import type { LineaFactura } from '../facturacion/calcular-cuenta.ts';

type PrefacturaFilter = {
  estado?: 'lista' | 'apartada' | undefined;
  advertencia?: Advertencia | undefined;
  critica?: 'pendiente' | 'resuelta' | undefined;
  metodo?: string | undefined;
  uso?: Uso | undefined;
  estrato?: number | undefined;
  ruta?: string | undefined;
  q?: string | undefined;
};

// A warning waits while nobody decided about it in this period.
const pendiente = (advertencia: Advertencia | undefined) => sql<boolean>`exists (
  select from unnest(r.advertencias) a where ${advertencia ? sql`a = ${advertencia} and ` : sql``}not exists (
    select from resoluciones s where s.tenant_id = r.tenant_id and s.periodo_id = r.periodo_id and s.cliente_id = r.cliente_id
      and s.advertencia = a))`;
const resuelta = (advertencia: Advertencia | undefined) => sql<boolean>`exists (
  select from resoluciones s where s.tenant_id = r.tenant_id and s.periodo_id = r.periodo_id and s.cliente_id = r.cliente_id
    ${advertencia ? sql`and s.advertencia = ${advertencia}` : sql``})`;

const prefacturas = ({ db, tenant_id }: TenantDb, periodo_id: number, filter: PrefacturaFilter) => {
  const { advertencia, critica, ruta } = filter;
  let query = db
    .selectFrom('prefacturas as r')
    .innerJoin('clientes as c', (join) =>
      join.onRef('c.tenant_id', '=', 'r.tenant_id').onRef('c.id', '=', 'r.cliente_id'),
    )
    .leftJoin('medidores as m', (join) =>
      join.onRef('m.tenant_id', '=', 'r.tenant_id').onRef('m.id', '=', 'r.medidor_id'),
    )
    .leftJoin('rutas as u', (join) => join.onRef('u.tenant_id', '=', 'r.tenant_id').onRef('u.id', '=', 'r.ruta_id'))
    .where('r.tenant_id', '=', tenant_id)
    .where('r.periodo_id', '=', periodo_id);
  if (filter.estado) query = query.where('r.estado', '=', filter.estado);
  if (critica === 'resuelta') query = query.where(resuelta(advertencia));
  // Said twice: few accounts have a warning, and those have an index of their own.
  else if (advertencia ?? critica) query = query.where(sql<boolean>`r.advertencias <> '{}'`);
  if (advertencia && critica !== 'resuelta') query = query.where(sql<boolean>`${advertencia} = any(r.advertencias)`);
  if (critica === 'pendiente') query = query.where(pendiente(advertencia));
  if (filter.metodo) query = query.where(sql`r.metodo`, '=', filter.metodo);
  if (filter.uso) query = query.where(sql`r.uso`, '=', filter.uso);
  if (filter.estrato) query = query.where('r.estrato', '=', filter.estrato);
  if (ruta) query = query.where('u.codigo', '=', ruta);
  if (filter.q) query = query.where('c.numero_cuenta', '=', filter.q);
  return query;
};

type Decision = { advertencia: Advertencia; accion: Accion; motivo: string; por: string | null; en: string };

const variacion = sql<number>`abs(r.valor_total - coalesce(r.valor_anterior, r.valor_total))`;

/** By account, or the widest change against the bill before first. */
export function selectPrefacturas(
  t: TenantDb,
  periodo_id: number,
  filter: PrefacturaFilter & {
    orden: 'cuenta' | 'atipicas';
    limit: number;
    skip: number;
    after?: readonly [number, number] | undefined;
  },
) {
  const { after, orden, limit, skip } = filter;
  let query = prefacturas(t, periodo_id, filter)
    .select([
      'r.cliente_id',
      'c.numero_cuenta',
      'c.nombre',
      'c.direccion',
      'u.codigo as ruta',
      'r.estado',
      'r.motivo',
      'r.uso',
      'r.estrato',
      'm.serial as medidor',
      'r.metodo',
      'r.consumo_m3',
      'r.consumo_anterior_m3',
      'r.lectura_anterior',
      'r.lectura_actual',
      'r.desviacion',
      'r.valor_total',
      'r.valor_anterior',
    ])
    .select((eb) => [
      eb.ref('r.uso').$castTo<Uso>().as('uso'),
      eb.ref('r.advertencias').$castTo<Advertencia[]>().as('advertencias'),
      eb.ref('r.conceptos').$castTo<LineaFactura[]>().as('conceptos'),
      variacion.as('variacion'),
      sql<number[]>`coalesce(r.calculo #> '{antes,historia}', '[]')`.as('historia'),
      sql<{ suma: number; n: number } | null>`nullif(r.calculo -> 'promedio', 'null')`.as('promedio'),
      sql<Lectura | null>`(
        select jsonb_build_object('fecha', l.fecha_lectura, 'm3', l.lectura_m3::text, 'causal', l.causal)
        from lecturas l join periodos p on p.tenant_id = r.tenant_id and p.id = r.periodo_id
        where l.tenant_id = r.tenant_id and l.medidor_id = r.medidor_id and l.tipo = 'real' and l.fecha_lectura between p.desde and p.hasta
        order by l.fecha_lectura desc, l.id desc limit 1)`.as('lectura'),
      sql<Decision[]>`coalesce((
        select jsonb_agg(jsonb_build_object('advertencia', s.advertencia, 'accion', s.accion, 'motivo', s.motivo,
          'por', coalesce(nullif(w.nombre, ''), w.email), 'en', s.created_at) order by s.id)
        from resoluciones s left join users w on w.tenant_id = s.tenant_id and w.id = s.user_id
        where s.tenant_id = r.tenant_id and s.periodo_id = r.periodo_id and s.cliente_id = r.cliente_id), '[]')`.as(
        'resoluciones',
      ),
    ])
    .limit(limit + 1);
  if (!after) query = query.offset(skip);
  if (orden === 'cuenta') {
    if (after) query = query.where('r.cliente_id', '>', after[1]);
    return query.orderBy('r.cliente_id').execute();
  }
  if (after)
    query = query.where(
      sql<boolean>`(${variacion} < ${after[0]} or (${variacion} = ${after[0]} and r.cliente_id > ${after[1]}))`,
    );
  return query.orderBy(variacion, 'desc').orderBy('r.cliente_id').execute();
}

type Lectura = { fecha: string; m3: string | null; causal: string | null };

export const countPrefacturas = async (t: TenantDb, periodo_id: number, filter: PrefacturaFilter) =>
  (
    await prefacturas(t, periodo_id, filter)
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
  ).n;

export type ResumenRow = {
  dimension: 'total' | 'metodo' | 'uso' | 'estrato';
  clave: string;
  cuentas: number;
  consumo_m3: number;
  valor_total: number;
};

/** A period in figures along each dimension, in one pass over its prefacturas. */
export async function selectResumen({ db, tenant_id }: TenantDb, periodo_id: number) {
  const { rows } = await sql<ResumenRow>`
    select case when grouping(metodo) = 0 then 'metodo' when grouping(uso) = 0 then 'uso' when grouping(estrato) = 0 then 'estrato'
      else 'total' end as dimension,
      coalesce(metodo, uso, estrato::text, '') as clave,
      count(*) as cuentas, coalesce(sum(consumo_m3), 0)::bigint as consumo_m3, coalesce(sum(valor_total), 0)::bigint as valor_total
    from prefacturas where tenant_id = ${tenant_id} and periodo_id = ${periodo_id} and estado = 'lista'
    group by grouping sets ((), (metodo), (uso), (estrato)) order by 1, 2`.execute(db);
  return rows;
}

/** Each warning of a period: how many accounts have it, how many of them wait, and how many were decided about. */
export async function selectAdvertencias({ db, tenant_id }: TenantDb, periodo_id: number) {
  const { rows } = await sql<{ clave: string; cuentas: number; pendientes: number; decididas: number }>`
    select coalesce(r.a, s.advertencia) as clave, count(r.a) as cuentas, count(r.a) filter (where s.advertencia is null) as pendientes,
      count(s.advertencia) as decididas
    from (select cliente_id, unnest(advertencias) as a from prefacturas
      where tenant_id = ${tenant_id} and periodo_id = ${periodo_id} and advertencias <> '{}') r
    full join (select distinct cliente_id, advertencia from resoluciones
      where tenant_id = ${tenant_id} and periodo_id = ${periodo_id}) s on s.cliente_id = r.cliente_id and s.advertencia = r.a
    group by 1 order by 1`.execute(db);
  return rows;
}
