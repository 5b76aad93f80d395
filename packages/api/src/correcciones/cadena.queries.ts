import { type TenantDb, type TenantTx, batch } from '@cunservicios/db/tenant';
import type { LineaNota } from '@cunservicios/domain/cartera/nota';
import type { EstadoConsumo } from '@cunservicios/domain/consumo/medir';
import type { Promedio } from '@cunservicios/domain/consumo/promedio';
import { type RawBuilder, sql } from 'kysely';
import type { Calculo, LineaFactura } from '../facturacion/calcular-cuenta.ts';

/** A bill of consumption as it stands now, after every correction. */
export type FacturaEnCadena = {
  id: number;
  numero_factura: string;
  cliente_id: number;
  periodo_id: number;
  periodo: string;
  desde: string;
  hasta: string;
  fecha_emision: string;
  valor_total: number;
  /** As it was issued. */
  conceptos: LineaFactura[];
  /** Lines of the notes that corrections made of it. */
  corregido: LineaNota[];
  /** Pesos of all its notes. */
  notas: number;
  consumo_m3: number;
  calculo: Calculo;
};

/** Bills of consumption, each account's oldest first; `base_id` is the last correction of each. */
async function selectEnCadena({ db, tenant_id }: TenantDb, which: RawBuilder<unknown>) {
  const { rows } = await sql<FacturaEnCadena & { base_id: number | null }>`${batch}
    select f.id, f.numero_factura, f.cliente_id, f.periodo_id, p.codigo as periodo, p.desde, p.hasta, f.fecha_emision, f.valor_total,
      f.conceptos, coalesce(n.lineas, '[]') as corregido, coalesce(m.valor, 0) as notas, coalesce(e.consumo_m3, f.consumo_m3) as consumo_m3,
      coalesce(e.calculo, f.calculo) as calculo, e.correccion_id as base_id
    from facturas f
    join periodos p on p.tenant_id = f.tenant_id and p.id = f.periodo_id
    left join lateral (
      select c.calculo, c.consumo_m3, c.correccion_id from correccion_facturas c
      where c.tenant_id = f.tenant_id and c.factura_id = f.id order by c.correccion_id desc limit 1) e on true
    left join lateral (
      select jsonb_agg(l order by n.id) as lineas from notas n, jsonb_array_elements(n.conceptos) l
      where n.tenant_id = f.tenant_id and n.factura_id = f.id and n.estado = 'aprobada' and n.correccion_id is not null) n on true
    left join lateral (
      select sum(n.valor)::bigint as valor from notas n
      where n.tenant_id = f.tenant_id and n.factura_id = f.id and n.estado = 'aprobada') m on true
    where f.tenant_id = ${tenant_id} and f.tipo = 'consumo' and not f.anulada and ${which}
    order by f.cliente_id, f.fecha_emision, f.id`.execute(db);
  return rows;
}

/** The account's bills of consumption whose period ends on a day or later, oldest first, and those only. */
export const selectCadena = (t: TenantDb, cliente_id: number, desde: string): Promise<FacturaEnCadena[]> =>
  selectEnCadena(t, sql`f.cliente_id = ${cliente_id} and p.hasta >= ${desde}`);

/** Those of a chunk of accounts whose periods begin between two days. */
export const selectCadenas = (
  t: TenantDb,
  { desde, hasta = '9999-12-31' }: { desde: string; hasta?: string | undefined },
  cuentas: { desde: number; hasta: number },
) =>
  selectEnCadena(
    t,
    sql`f.cliente_id > ${cuentas.desde} and f.cliente_id <= ${cuentas.hasta} and p.desde between ${desde}::date and ${hasta}::date`,
  );

/** The account's last bill of consumption, and the state its next period starts from. */
export async function selectUltima({ db, tenant_id }: TenantDb, cliente_id: number) {
  const { rows } = await sql<{ id: number; estado: EstadoConsumo }>`
    select f.id, coalesce((
        select a.estado from ajustes_consumo a where a.tenant_id = f.tenant_id and a.factura_id = f.id order by a.id desc limit 1),
      f.calculo -> 'despues') as estado
    from facturas f
    where f.tenant_id = ${tenant_id} and f.cliente_id = ${cliente_id} and f.tipo = 'consumo' and not f.anulada
    order by f.fecha_emision desc, f.id desc limit 1`.execute(db);
  return rows[0];
}

/** The first bill of consumption of an account: its starting point is a reading. */
export const selectPrimera = ({ db, tenant_id }: TenantDb, cliente_id: number) =>
  db
    .selectFrom('facturas')
    .select('id')
    .where('tenant_id', '=', tenant_id)
    .where('cliente_id', '=', cliente_id)
    .where('tipo', '=', 'consumo')
    .where('anulada', '=', false)
    .orderBy('fecha_emision')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();

/** What the other accounts of a class measured cleanly in a period. */
export async function selectGrupo(
  { db, tenant_id }: TenantDb,
  { periodo_id, cliente_id }: { periodo_id: number; cliente_id: number },
  { uso, estrato }: { uso: string; estrato: number | null },
) {
  const { rows } = await sql<Promedio>`${batch}
    select coalesce(sum(consumo_m3 + (calculo ->> 'en_investigacion')::int), 0)::bigint as suma, count(*) as n
    from facturas
    where tenant_id = ${tenant_id} and periodo_id = ${periodo_id} and cliente_id <> ${cliente_id} and not anulada
      and metodo in ('medido', 'provisional') and calculo ->> 'uso' = ${uso}
      and (calculo ->> 'estrato')::int is not distinct from ${estrato}::int and not calculo ? 'clases'`.execute(db);
  return rows[0] ?? { suma: 0, n: 0 };
}

/** Holds the account of a correction, then its bills, in the order in which payments hold them. */
export async function lockCadena({ db, tenant_id }: TenantTx, cliente_id: number) {
  await sql`select id from clientes where tenant_id = ${tenant_id} and id = ${cliente_id} for update`.execute(db);
  await sql`
    select id from facturas where tenant_id = ${tenant_id} and cliente_id = ${cliente_id} and tipo = 'consumo' order by id for update`.execute(
    db,
  );
}

/** Whether somebody decided already about the held deviation of a bill. */
export async function selectDesviacionResuelta({ db, tenant_id }: TenantDb, factura_id: number) {
  const { rows } = await sql<{ id: number }>`
    select c.id from correcciones c join correccion_facturas f on f.tenant_id = c.tenant_id and f.correccion_id = c.id
    where c.tenant_id = ${tenant_id} and f.factura_id = ${factura_id} and c.tipo = 'desviacion' and c.deshace_id is null and not exists (
      select from correcciones u where u.tenant_id = c.tenant_id and u.deshace_id = c.id and u.estado = 'aplicada')
    limit 1`.execute(db);
  return rows[0]?.id;
}
