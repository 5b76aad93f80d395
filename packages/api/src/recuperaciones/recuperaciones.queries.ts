import type { TenantDb, TenantTx } from '@cunservicios/db/tenant';
import { sql } from 'kysely';
import type { Calculo, LineaFactura } from '../facturacion/calcular-cuenta.ts';
import type { EntradaRecuperacion } from './calcular-recuperacion.ts';

const recuperaciones = ({ db, tenant_id }: TenantDb) =>
  db
    .selectFrom('recuperaciones as r')
    .innerJoin('facturas as f', (join) =>
      join.onRef('f.tenant_id', '=', 'r.tenant_id').onRef('f.id', '=', 'r.factura_id'),
    )
    .innerJoin('facturas as o', (join) =>
      join.onRef('o.tenant_id', '=', 'r.tenant_id').onRef('o.id', '=', 'r.omitida_id'),
    )
    .innerJoin('clientes as c', (join) =>
      join.onRef('c.tenant_id', '=', 'f.tenant_id').onRef('c.id', '=', 'f.cliente_id'),
    )
    .select([
      'r.factura_id',
      'f.numero_factura',
      'c.numero_cuenta',
      'o.numero_factura as factura_omitida',
      'r.m3',
      sql<number>`(r.entrada ->> 'facturado_m3')::int`.as('facturado_m3'),
      'r.fundamento_tecnico',
      'r.fundamento_legal',
      'r.fraude',
      'r.limite',
      'f.fecha_emision',
      'f.fecha_vencimiento',
      'f.valor_total',
      'f.saldo',
      'f.anulada',
      'r.created_at',
    ])
    .select((eb) => [
      eb.ref('f.conceptos').$castTo<LineaFactura[]>().as('conceptos'),
      eb.ref('r.entrada').$castTo<EntradaRecuperacion>().as('entrada'),
    ])
    .where('r.tenant_id', '=', tenant_id);

export const selectRecuperacion = (t: TenantDb, numero_factura: string) =>
  recuperaciones(t).where('f.numero_factura', '=', numero_factura).executeTakeFirst();

/** Newest first. */
export function selectRecuperaciones(
  t: TenantDb,
  {
    numero_cuenta,
    limit,
    skip,
    after,
  }: { numero_cuenta?: string | undefined; limit: number; skip: number; after?: number | undefined },
) {
  let query = recuperaciones(t)
    .orderBy('r.factura_id', 'desc')
    .limit(limit + 1);
  if (numero_cuenta) query = query.where('c.numero_cuenta', '=', numero_cuenta);
  return (after === undefined ? query.offset(skip) : query.where('r.factura_id', '<', after)).execute();
}

/** In the order they were made, to be calculated again. */
export const selectRecuperacionesDesde = (t: TenantDb, after: number, limit: number) =>
  recuperaciones(t)
    .select(sql<boolean>`r.entrada -> 'calculo' = o.calculo`.as('de_su_factura'))
    .where('r.factura_id', '>', after)
    .orderBy('r.factura_id')
    .limit(limit)
    .execute();

/** The bill that should have had the m³, and those that were charged later. */
const omitida = ({ db, tenant_id }: TenantDb, numero_factura: string) =>
  db
    .selectFrom('facturas as f')
    .select(['f.id', 'f.cliente_id', 'f.fecha_emision', 'f.consumo_m3', 'f.anulada', 'f.tipo'])
    .select((eb) => eb.ref('f.calculo').$castTo<Calculo | null>().as('calculo'))
    .select(
      sql<number>`(select coalesce(sum(r.m3), 0)::int from recuperaciones r join facturas g on g.tenant_id = r.tenant_id and g.id = r.factura_id
        where r.tenant_id = f.tenant_id and r.omitida_id = f.id and not g.anulada)`.as('recuperado_m3'),
    )
    .where('f.tenant_id', '=', tenant_id)
    .where('f.numero_factura', '=', numero_factura);

export const selectOmitida = (t: TenantDb, numero_factura: string) => omitida(t, numero_factura).executeTakeFirst();

/** Held first: two recoveries of one bill come one after the other, and the second counts the m³ of the first. */
export const lockOmitida = ({ db, tenant_id }: TenantTx, numero_factura: string) =>
  db
    .selectFrom('facturas')
    .select('id')
    .where('tenant_id', '=', tenant_id)
    .where('numero_factura', '=', numero_factura)
    .forUpdate()
    .executeTakeFirst();

type NewFactura = {
  numero_factura: string;
  cliente_id: number;
  fecha_emision: string;
  fecha_vencimiento: string;
  valor_total: number;
  saldo_anterior: number;
  observaciones: string;
  conceptos: LineaFactura[];
};

export const insertFacturaRecuperada = ({ db, tenant_id }: TenantTx, { conceptos, ...row }: NewFactura) =>
  db
    .insertInto('facturas')
    .values({ ...row, tenant_id, tipo: 'recuperacion', saldo: row.valor_total, conceptos: JSON.stringify(conceptos) })
    .returning('id')
    .executeTakeFirstOrThrow();

type NewRecuperacion = {
  factura_id: number;
  omitida_id: number;
  m3: number;
  fundamento_tecnico: string;
  fundamento_legal: string;
  fraude: string | null;
  limite: string;
  entrada: EntradaRecuperacion;
  user_id: number | null;
};

export const insertRecuperacion = ({ db, tenant_id }: TenantTx, { entrada, ...row }: NewRecuperacion) =>
  db
    .insertInto('recuperaciones')
    .values({ ...row, tenant_id, entrada: JSON.stringify(entrada) })
    .execute();
