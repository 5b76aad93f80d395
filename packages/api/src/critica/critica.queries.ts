import { type TenantDb, type TenantTx, batch } from '@cunservicios/db/tenant';
import type { Accion, Advertencia, Metodo } from '@cunservicios/domain/consumo/listas';
import { sql } from 'kysely';
import type { Calculo } from '../facturacion/calcular-cuenta.ts';

export type EnRevision = {
  cliente_id: number;
  numero_cuenta: string;
  medidor_id: number | null;
  estado: 'lista' | 'apartada';
  metodo: Metodo | null;
  consumo_m3: number | null;
  valor_total: number;
  advertencias: string[];
  /** What it was calculated from; null when it never was. */
  calculo: Calculo | null;
};

/** Prefacturas of some accounts of a period. */
export async function selectEnRevision({ db, tenant_id }: TenantDb, periodo_id: number, cuentas: readonly number[]) {
  const { rows } = await sql<EnRevision>`${batch}
    select r.cliente_id, c.numero_cuenta, r.medidor_id, r.estado, r.metodo, r.consumo_m3, r.valor_total, r.advertencias,
      case when r.calculo ? 'antes' then r.calculo end as calculo
    from clientes c join prefacturas r on r.tenant_id = c.tenant_id and r.cliente_id = c.id and r.periodo_id = ${periodo_id}
    where c.tenant_id = ${tenant_id} and c.id = any(${cuentas}::bigint[]) order by r.cliente_id`.execute(db);
  return rows;
}

/** Ids of accounts by their numbers. */
export const selectIdsDeCuentas = ({ db, tenant_id }: TenantDb, cuentas: readonly string[]) =>
  db
    .selectFrom('clientes')
    .select(['id', 'numero_cuenta'])
    .where('tenant_id', '=', tenant_id)
    .where('numero_cuenta', '=', sql<string>`any(${cuentas}::text[])`)
    .execute();

/** Accounts set apart after `after`, in order. */
export const selectApartadas = ({ db, tenant_id }: TenantDb, periodo_id: number, after: number, limit: number) =>
  db
    .selectFrom('prefacturas')
    .select('cliente_id')
    .where('tenant_id', '=', tenant_id)
    .where('periodo_id', '=', periodo_id)
    .where('estado', '=', 'apartada')
    .where('cliente_id', '>', after)
    .orderBy('cliente_id')
    .limit(limit)
    .execute();

export const deletePrefacturasDe = ({ db, tenant_id }: TenantTx, periodo_id: number, cuentas: readonly number[]) =>
  db
    .deleteFrom('prefacturas')
    .where('tenant_id', '=', tenant_id)
    .where('periodo_id', '=', periodo_id)
    .where('cliente_id', '=', sql<number>`any(${cuentas}::bigint[])`)
    .execute();

type NewResolucion = {
  periodo_id: number;
  advertencia: Advertencia;
  accion: Accion;
  lectura_id: number | null;
  motivo: string;
  user_id: number | null;
};

export const insertResoluciones = (
  { db, tenant_id }: TenantTx,
  cuentas: readonly number[],
  { periodo_id, advertencia, accion, lectura_id, motivo, user_id }: NewResolucion,
) =>
  sql`${batch}
    insert into resoluciones (tenant_id, periodo_id, cliente_id, advertencia, accion, lectura_id, motivo, user_id)
    select ${tenant_id}, ${periodo_id}, id, ${advertencia}, ${accion}, ${lectura_id}::bigint, ${motivo}, ${user_id}::bigint
    from unnest(${cuentas}::bigint[]) id order by id`.execute(db);

/** The reading of a meter that counts in a period: the last one that nobody replaced. */
export const selectLecturaVigente = (
  { db, tenant_id }: TenantDb,
  medidor_id: number,
  { desde, hasta }: { desde: string; hasta: string },
) =>
  db
    .selectFrom('lecturas as l')
    .select(['l.id', 'l.fecha_lectura', 'l.tipo'])
    .where('l.tenant_id', '=', tenant_id)
    .where('l.medidor_id', '=', medidor_id)
    .where('l.fecha_lectura', '>=', desde)
    .where('l.fecha_lectura', '<=', hasta)
    .where('l.tipo', '=', 'real')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('lecturas as r')
            .select('r.id')
            .whereRef('r.tenant_id', '=', 'l.tenant_id')
            .whereRef('r.reemplaza_id', '=', 'l.id'),
        ),
      ),
    )
    .orderBy('l.fecha_lectura', 'desc')
    .orderBy('l.id', 'desc')
    .limit(1)
    .executeTakeFirst();

type Grupo = {
  clave: string;
  cuentas: number;
  consumo_m3: number;
  valor_total: number;
  cuentas_anterior: number;
  consumo_anterior_m3: number;
  valor_anterior: number;
};

const CLAVES = {
  uso: sql`r.uso`,
  estrato: sql`coalesce(r.estrato::text, '')`,
  ruta: sql`coalesce((select u.codigo from rutas u where u.tenant_id = r.tenant_id and u.id = r.ruta_id), '')`,
};

/** Sums of the accounts of a period and of their bills before, along one dimension. */
export async function selectComparacion({ db, tenant_id }: TenantDb, periodo_id: number, por: keyof typeof CLAVES) {
  const { rows } = await sql<Grupo>`${batch}
    select ${CLAVES[por]} as clave, count(*) filter (where estado = 'lista') as cuentas, coalesce(sum(consumo_m3), 0)::bigint as consumo_m3,
      sum(valor_total)::bigint as valor_total, count(valor_anterior) as cuentas_anterior,
      coalesce(sum(consumo_anterior_m3), 0)::bigint as consumo_anterior_m3, coalesce(sum(valor_anterior), 0)::bigint as valor_anterior
    from prefacturas r where r.tenant_id = ${tenant_id} and r.periodo_id = ${periodo_id} group by 1 order by 1`.execute(
    db,
  );
  return rows;
}

/** Accounts billed in a period that another one leaves out. */
export async function selectSalen({ db, tenant_id }: TenantDb, anterior_id: number, periodo_id: number) {
  const { rows } = await sql<{ cuentas: number; valor_anterior: number }>`${batch}
    select count(*) as cuentas, coalesce(sum(f.valor_total), 0)::bigint as valor_anterior from facturas f
    where f.tenant_id = ${tenant_id} and f.periodo_id = ${anterior_id} and not f.anulada and not exists (
      select from prefacturas r where r.tenant_id = f.tenant_id and r.periodo_id = ${periodo_id} and r.cliente_id = f.cliente_id)`.execute(
    db,
  );
  return rows[0] ?? { cuentas: 0, valor_anterior: 0 };
}

/** The period of the cycle just before another one. */
export const selectPeriodoAnterior = (
  { db, tenant_id }: TenantDb,
  { ciclo_id, desde }: { ciclo_id: number; desde: string },
) =>
  db
    .selectFrom('periodos')
    .select(['id', 'codigo'])
    .where('tenant_id', '=', tenant_id)
    .where('ciclo_id', '=', ciclo_id)
    .where('desde', '<', desde)
    .orderBy('desde', 'desc')
    .limit(1)
    .executeTakeFirst();

export const setAprobado = ({ db, tenant_id }: TenantTx, id: number, user_id: number, en: string) =>
  db
    .updateTable('periodos')
    .set({ aprobado_por: user_id, aprobado_en: en, version: sql<number>`version + 1` })
    .where('tenant_id', '=', tenant_id)
    .where('id', '=', id)
    .execute();
