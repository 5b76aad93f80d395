// What only some accounts of a chunk bring to a period. Each is one range scan, and mostly finds nothing.
import { type TenantDb, batch } from '@cunservicios/db/tenant';
import type { FacturaEnMora, principalEnMora } from '@cunservicios/domain/cartera/intereses';
import type { Accion } from '@cunservicios/domain/consumo/listas';
import type { Vertimiento } from '@cunservicios/domain/consumo/vertimiento';
import { sql } from 'kysely';
import type { CargoPendiente } from './calcular-cuenta.ts';
import type { Rango } from './liquidar.queries.ts';

type Periodo = { id: number; desde: string; hasta: string };
type DeCuenta<T> = T & { cliente_id: number };
type Vencida = Omit<FacturaEnMora, 'principal'> & Parameters<typeof principalEnMora>[0];

/** The last decision about each account of the period that says how to take its reading; others are only kept. */
export async function selectResoluciones({ db, tenant_id }: TenantDb, { id }: Periodo, { desde, hasta }: Rango) {
  const { rows } = await sql<DeCuenta<{ accion: Accion }>>`${batch}
    select distinct on (cliente_id) cliente_id, accion from resoluciones
    where tenant_id = ${tenant_id} and periodo_id = ${id} and cliente_id > ${desde} and cliente_id <= ${hasta}
      and (accion in ('promediar', 'corregir') or (accion = 'confirmar' and advertencia in ('lectura_menor', 'desviacion_significativa')))
    order by cliente_id, id desc`.execute(db);
  return rows;
}

export async function selectFugas({ db, tenant_id }: TenantDb, periodo: Periodo, { desde, hasta }: Rango) {
  const { rows } = await sql<DeCuenta<{ detectada_en: string; hasta: string }>>`${batch}
    select cliente_id, detectada_en, hasta from fugas
    where tenant_id = ${tenant_id} and cliente_id > ${desde} and cliente_id <= ${hasta}
      and detectada_en <= ${periodo.hasta} and hasta >= ${periodo.hasta}`.execute(db);
  return rows;
}

export async function selectVertimientos({ db, tenant_id }: TenantDb, periodo: Periodo, { desde, hasta }: Rango) {
  const { rows } = await sql<DeCuenta<Vertimiento>>`${batch}
    select cliente_id, modo, m3_mes from vertimientos
    where tenant_id = ${tenant_id} and cliente_id > ${desde} and cliente_id <= ${hasta}
      and desde <= ${periodo.desde} and (hasta is null or hasta >= ${periodo.desde})`.execute(db);
  return rows;
}

/** Accounts that have decisions of use especial, but none in force on the first day of the period. */
export async function selectEspecialesVencidos({ db, tenant_id }: TenantDb, periodo: Periodo, { desde, hasta }: Rango) {
  const { rows } = await sql<{ cliente_id: number }>`${batch}
    select cliente_id from decisiones_especial
    where tenant_id = ${tenant_id} and cliente_id > ${desde} and cliente_id <= ${hasta}
    group by cliente_id having not bool_or(desde <= ${periodo.desde} and (hasta is null or hasta >= ${periodo.desde}))`.execute(
    db,
  );
  return rows;
}

/** Lines that wait for a bill of this period. */
export async function selectCargosPendientes(
  { db, tenant_id }: TenantDb,
  periodo: { hasta: string; fecha_emision: string },
  { desde, hasta }: Rango,
) {
  const { rows } = await sql<DeCuenta<CargoPendiente>>`${batch}
    select cliente_id, id, servicio, codigo, concepto, cantidad, valor_unitario, formula, norma, valor, tercero_id from cargos
    where tenant_id = ${tenant_id} and cliente_id > ${desde} and cliente_id <= ${hasta} and factura_id is null and anulado_en is null
      and desde <= ${periodo.hasta} and (limite is null or limite >= ${periodo.fecha_emision})
    order by cliente_id, tercero_id nulls first, id`.execute(db);
  return rows;
}

/**
 * Unpaid bills past their day at the cut-off, with what makes up their principal, and the first day whose interest no
 * bill of the account has charged yet. `codigos` are those of interest lines.
 */
export async function selectVencidas(
  { db, tenant_id }: TenantDb,
  { fecha_emision }: { fecha_emision: string },
  { desde, hasta }: Rango,
  codigos: readonly string[],
) {
  const { rows } = await sql<DeCuenta<Vencida>>`${batch}
    select f.cliente_id, f.numero_factura as numero, f.fecha_vencimiento as vencimiento, f.saldo, f.valor_total, f.en_reclamo, (
        select coalesce(sum((l ->> 'valor')::bigint), 0)::bigint from jsonb_array_elements(f.conceptos) l
        where l ->> 'codigo' = any(${codigos}::text[])) as intereses, (
        select (b.calculo -> 'mora' ->> 'corte')::date + 1 from facturas b
        where b.tenant_id = f.tenant_id and b.cliente_id = f.cliente_id and b.tipo = 'consumo' and not b.anulada and b.calculo ? 'mora'
          and b.fecha_emision < ${fecha_emision}
        order by b.fecha_emision desc limit 1) as desde
    from facturas f
    where f.tenant_id = ${tenant_id} and f.cliente_id > ${desde} and f.cliente_id <= ${hasta} and f.saldo > 0 and not f.anulada
      and f.fecha_vencimiento < ${fecha_emision}
    order by f.cliente_id, f.fecha_vencimiento, f.id`.execute(db);
  return rows;
}

/** Whose money the desincentivo is, when it is in force on a day. */
export const selectDesincentivo = ({ db, tenant_id }: TenantDb, fecha: string) =>
  db
    .selectFrom('desincentivos')
    .select('tercero_id')
    .where('tenant_id', '=', tenant_id)
    .where('desde', '<=', fecha)
    .where((eb) => eb.or([eb('hasta', 'is', null), eb('hasta', '>=', fecha)]))
    .executeTakeFirst();

export type Estadia = {
  cliente_id: number;
  id: number;
  digitos: number;
  instalado_en: string | null;
  retirado_en: string | null;
  lectura_instalacion: string | null;
  lectura_retiro: string | null;
};

/** All the meters, in order, of the accounts where one was installed or removed inside the period. */
export async function selectEstadias({ db, tenant_id }: TenantDb, periodo: Periodo, { desde, hasta }: Rango) {
  const { rows } = await sql<Estadia>`${batch}
    with retirados as (
      select distinct cliente_id from medidores
      where tenant_id = ${tenant_id} and cliente_id > ${desde} and cliente_id <= ${hasta} and retirado_en <= ${periodo.hasta})
    select m.cliente_id, m.id, m.digitos, m.instalado_en, m.retirado_en, m.lectura_instalacion, m.lectura_retiro
    from retirados r join medidores m on m.tenant_id = ${tenant_id} and m.cliente_id = r.cliente_id
    where exists (
      select from medidores x where x.tenant_id = ${tenant_id} and x.cliente_id = r.cliente_id
        and (x.retirado_en between ${periodo.desde} and ${periodo.hasta} or x.instalado_en between ${periodo.desde} and ${periodo.hasta}))
    order by m.cliente_id, m.instalado_en nulls first, m.id`.execute(db);
  return rows;
}
