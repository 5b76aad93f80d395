import { type TenantDb, type TenantTx, enLista, porLote } from '@cunservicios/db/tenant';
import type { AvisoPago, MedioPago, OrigenPago } from '@cunservicios/domain/recaudo/listas';
import { sql } from 'kysely';
import { type Asiento, escribirAsientos } from '../movimientos/asientos.queries.ts';

type Destinos = { facturas: string[]; cuentas: string[]; ids: number[] };

async function cuentas({ db, tenant_id }: TenantDb, { facturas, cuentas: numeros, ids }: Destinos, hold: boolean) {
  const lados = [
    facturas.length > 0 &&
      sql`select cliente_id from facturas where tenant_id = ${tenant_id} and numero_factura ${enLista(facturas, 'text')}`,
    numeros.length > 0 &&
      sql`select id from clientes where tenant_id = ${tenant_id} and numero_cuenta ${enLista(numeros, 'text')}`,
    ids.length > 0 && sql`select unnest(${ids}::bigint[])`,
  ].filter((lado) => lado !== false);
  if (lados.length === 0) return [];
  const { rows } = await sql<{
    id: number;
    numero_cuenta: string;
  }>`${porLote(facturas.length + numeros.length + ids.length)}
    select c.id, c.numero_cuenta from clientes c
    where c.tenant_id = ${tenant_id} and c.id in (${sql.join(lados, sql` union all `)})
    order by c.id ${hold ? sql`for no key update of c` : sql``}`.execute(db);
  return rows;
}

/** The accounts that bills and account numbers name. */
export const selectDestinos = (t: TenantDb, destinos: Destinos) => cuentas(t, destinos, false);

/** The same, held in one order for everybody. */
export const lockDestinos = (t: TenantTx, destinos: Destinos) => cuentas(t, destinos, true);

export type PagoAsignado = {
  cliente_id: number;
  valor: number;
  medio: MedioPago;
  referencia: string | null;
  fecha_pago: string;
  origen: OrigenPago;
  caja_id: number | null;
  user_id: number | null;
  observaciones: string;
  avisos: AvisoPago[];
  verificacion: string;
};

/** Entries of a payment: `pago` is its place in the list, from 1. */
export type AsientoDePago = Asiento & { pago: number };

/** What is sent of a payment, without what else is known of it. */
const COLUMNAS = [
  'cliente_id',
  'valor',
  'medio',
  'referencia',
  'fecha_pago',
  'origen',
  'caja_id',
  'user_id',
  'observaciones',
  'avisos',
  'verificacion',
] satisfies (keyof PagoAsignado)[];

/**
 * Books payments in one statement: receipt numbers, their rows, their entries, both balances and their events. The
 * series of receipts is taken here, last of all that is held, so that payments of other accounts wait as little as can be.
 */
export async function insertPagos(t: TenantTx, pagos: PagoAsignado[], asientos: AsientoDePago[]) {
  const { db, tenant_id } = t;
  const { rows } = await sql<{ id: number; recibo: number; created_at: string }>`${porLote(pagos.length)}
    with serie as (
      insert into series (tenant_id, nombre, ultimo) values (${tenant_id}, 'recibos', ${pagos.length})
      on conflict (tenant_id, nombre) do update set ultimo = series.ultimo + excluded.ultimo returning ultimo - ${pagos.length}::bigint as antes),
    nuevos as (
      insert into pagos (tenant_id, cliente_id, valor, medio, referencia, fecha_pago, origen, caja_id, user_id, observaciones, avisos, verificacion, recibo)
      select ${tenant_id}, p.cliente_id, p.valor, p.medio, p.referencia, p.fecha_pago, p.origen, p.caja_id, p.user_id, p.observaciones, p.avisos,
        p.verificacion, s.antes + p.n
      from serie s, rows from (json_to_recordset(${JSON.stringify(pagos, COLUMNAS)}::json) as (cliente_id bigint, valor bigint, medio text, referencia text,
        fecha_pago date, origen text, caja_id bigint, user_id bigint, observaciones text, avisos text[], verificacion text)) with ordinality
        p (cliente_id, valor, medio, referencia, fecha_pago, origen, caja_id, user_id, observaciones, avisos, verificacion, n)
      order by p.n
      returning id, recibo, cliente_id, valor, created_at),
    asientos as (
      select a.*, p.id as pago_id, null::bigint as reverso_id
      from serie s cross join rows from (json_to_recordset(${JSON.stringify(asientos)}::json) as (pago bigint, cliente_id bigint, tipo text, valor bigint,
        factura_id bigint, contra_factura_id bigint, detalle jsonb, fecha date)) with ordinality
        a (pago, cliente_id, tipo, valor, factura_id, contra_factura_id, detalle, fecha, k)
      join nuevos p on p.recibo = s.antes + a.pago),
    ${escribirAsientos(t)},
    hechos as (
      insert into eventos (tenant_id, tipo, datos)
      select ${tenant_id}, 'pago.registrado', jsonb_build_object('pago_id', id, 'recibo', recibo, 'valor', valor) from nuevos order by recibo)
    select id, recibo, created_at from nuevos order by recibo`.execute(db);
  return rows;
}

/** Accounts among these whose service, orders or agreement may change now that a debt is lower. */
export async function selectPorRestablecer({ db, tenant_id }: TenantDb, cuentas: number[]) {
  const { rows } = await sql<{ id: number }>`${porLote(cuentas.length)}
    select c.id from clientes c where c.tenant_id = ${tenant_id} and c.id ${enLista(cuentas, 'bigint')} and (
      c.estado in ('suspendido', 'cortado')
      or exists (select from ordenes o where o.tenant_id = c.tenant_id and o.cliente_id = c.id and o.estado = 'pendiente' and o.tipo in ('suspension', 'corte'))
      or exists (select from convenios v where v.tenant_id = c.tenant_id and v.cliente_id = c.id and v.estado = 'vigente'))
    order by c.id`.execute(db);
  return rows.map(({ id }) => id);
}
