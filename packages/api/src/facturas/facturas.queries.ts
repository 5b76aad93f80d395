import { type Place, prepared } from '@cunservicios/db/prepared';
import type { TenantDb, TenantTx } from '@cunservicios/db/tenant';
import type { EstadoFactura } from '@cunservicios/domain/cartera/saldo';
import type { LineaNota } from '@cunservicios/domain/cartera/nota';
import type { TipoNota } from '@cunservicios/domain/cartera/listas';
import type { Linea } from '@cunservicios/domain/tarifa/explicar';
import { sql } from 'kysely';

const facturas = ({ db, tenant_id }: TenantDb) =>
  db
    .selectFrom('facturas as f')
    .innerJoin('clientes as c', (join) =>
      join.onRef('c.tenant_id', '=', 'f.tenant_id').onRef('c.id', '=', 'f.cliente_id'),
    )
    .leftJoin('periodos as p', (join) =>
      join.onRef('p.tenant_id', '=', 'f.tenant_id').onRef('p.id', '=', 'f.periodo_id'),
    )
    .select([
      'f.id',
      'f.numero_factura',
      'f.tipo',
      'f.cliente_id',
      'c.numero_cuenta',
      'p.codigo as periodo',
      'f.fecha_emision',
      'f.fecha_vencimiento',
      'f.valor_total',
      'f.saldo',
      'f.saldo_anterior',
      'f.en_reclamo',
      'f.anulada',
      'f.observaciones',
      'f.consumo_m3',
      'f.metodo',
      'f.lectura_anterior',
      'f.lectura_actual',
      'f.created_at',
      'f.version',
    ])
    .select((eb) => eb.ref('f.conceptos').$castTo<Linea[]>().as('conceptos'))
    .where('f.tenant_id', '=', tenant_id);

export type FacturaRow = Awaited<ReturnType<ReturnType<typeof facturas>['execute']>>[number];

type NotaAplicada = {
  id: number;
  numero: string;
  tipo: TipoNota;
  fecha: string;
  valor: number;
  motivo: string;
  conceptos: LineaNota[];
};

const notasDe = sql<NotaAplicada[]>`coalesce((
  select jsonb_agg(jsonb_build_object('id', n.id, 'numero', n.numero, 'tipo', n.tipo, 'fecha', n.fecha, 'valor', n.valor,
    'motivo', n.motivo, 'conceptos', n.conceptos) order by n.id)
  from notas n where n.tenant_id = f.tenant_id and n.factura_id = f.id and n.estado = 'aprobada'), '[]')`;

/** Why a bill is void, and the one that stands in its place. */
type Anulacion = { motivo: string; fecha: string; reemplazo: string | null };

const anulacionDe = sql<Anulacion | null>`(
  select jsonb_build_object('motivo', a.motivo, 'fecha', a.fecha, 'reemplazo', r.numero_factura)
  from anulaciones a left join facturas r on r.tenant_id = a.tenant_id and r.id = a.reemplazo_id
  where a.tenant_id = f.tenant_id and a.factura_id = f.id)`;

const byNumero = prepared((t, { numero_factura }: { numero_factura: Place<string> }) =>
  facturas(t)
    .select([notasDe.as('notas'), anulacionDe.as('anulacion')])
    .where('f.numero_factura', '=', numero_factura),
);

export const selectFactura = async (t: TenantDb, numero_factura: string) => (await byNumero(t, { numero_factura }))[0];

type Filter = {
  cliente_id?: number | undefined;
  numero_cuenta?: string | undefined;
  /** One bill, by what its payment reference names. */
  referida?: { numero_factura: string } | { id: number } | undefined;
  estado?: EstadoFactura | undefined;
  periodo?: string | undefined;
  desde?: string | undefined;
  hasta?: string | undefined;
  /** Accounts of a citizen. */
  visible?: number[] | undefined;
  hoy: string;
};

function filtered(
  t: TenantDb,
  { cliente_id, numero_cuenta, referida, estado, periodo, desde, hasta, visible, hoy }: Filter,
) {
  let query = facturas(t);
  if (cliente_id) query = query.where('f.cliente_id', '=', cliente_id);
  if (numero_cuenta) query = query.where('c.numero_cuenta', '=', numero_cuenta);
  if (referida)
    query =
      'id' in referida
        ? query.where('f.id', '=', referida.id)
        : query.where('f.numero_factura', '=', referida.numero_factura);
  if (visible) query = query.where('f.cliente_id', '=', sql<number>`any(${visible}::bigint[])`);
  if (periodo) query = query.where('p.codigo', '=', periodo);
  if (desde) query = query.where('f.fecha_emision', '>=', desde);
  if (hasta) query = query.where('f.fecha_emision', '<=', hasta);
  if (estado) query = query.where('f.anulada', '=', estado === 'Anulada');
  if (estado === 'Pagada') query = query.where('f.saldo', '<=', 0);
  if (estado === 'Pendiente') query = query.where('f.saldo', '>', 0).where('f.fecha_vencimiento', '>=', hoy);
  if (estado === 'Vencida') query = query.where('f.saldo', '>', 0).where('f.fecha_vencimiento', '<', hoy);
  return query;
}

/** Newest first by order of issue. */
export function selectFacturas(
  t: TenantDb,
  filter: Filter & { limit: number; skip: number; after?: number | undefined },
) {
  const query = filtered(t, filter)
    .orderBy('f.id', 'desc')
    .limit(filter.limit + 1);
  return (filter.after === undefined ? query.offset(filter.skip) : query.where('f.id', '<', filter.after)).execute();
}

/** The bills of one account, newest first by date of issue. */
export function selectHistorial(
  t: TenantDb,
  {
    cliente_id,
    limit,
    skip,
    after,
  }: { cliente_id: number; limit: number; skip: number; after?: readonly [string, number] | undefined },
) {
  const query = facturas(t)
    .where('f.cliente_id', '=', cliente_id)
    .orderBy('f.fecha_emision', 'desc')
    .orderBy('f.id', 'desc')
    .limit(limit + 1);
  if (!after) return query.offset(skip).execute();
  return query.where((eb) => eb(eb.refTuple('f.fecha_emision', 'f.id'), '<', eb.tuple(after[0], after[1]))).execute();
}

export const countFacturas = async (t: TenantDb, filter: Filter) =>
  (
    await filtered(t, filter)
      .clearSelect()
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
  ).n;

export const lockFactura = ({ db, tenant_id }: TenantTx, numero_factura: string) =>
  db
    .selectFrom('facturas')
    .select(['id', 'cliente_id', 'valor_total', 'saldo', 'anulada', 'fecha_vencimiento', 'version'])
    .where('tenant_id', '=', tenant_id)
    .where('numero_factura', '=', numero_factura)
    .forUpdate()
    .executeTakeFirst();

export const addToFacturaSaldo = ({ db, tenant_id }: TenantTx, id: number, valor: number) =>
  db
    .updateTable('facturas')
    .set({ saldo: sql<number>`saldo + ${valor}`, version: sql<number>`version + 1` })
    .where('tenant_id', '=', tenant_id)
    .where('id', '=', id)
    .execute();

type NewFactura = {
  numero_factura: string;
  cliente_id: number;
  fecha_emision: string;
  fecha_vencimiento: string;
  valor_total: number;
  observaciones: string;
  conceptos: object[];
};

export const insertFactura = ({ db, tenant_id }: TenantTx, { conceptos, ...row }: NewFactura) =>
  db
    .insertInto('facturas')
    .values((eb) => ({
      ...row,
      tenant_id,
      saldo: row.valor_total,
      saldo_anterior: eb
        .selectFrom('clientes')
        .select('saldo')
        .where('tenant_id', '=', tenant_id)
        .where('id', '=', row.cliente_id),
      conceptos: JSON.stringify(conceptos),
    }))
    .returning('id')
    .executeTakeFirstOrThrow();

export const selectCalculo = ({ db, tenant_id }: TenantDb, numero_factura: string) =>
  db
    .selectFrom('facturas')
    .select(['numero_factura', 'cliente_id'])
    .select((eb) => eb.ref('calculo').$castTo<Record<string, unknown> | null>().as('calculo'))
    .where('tenant_id', '=', tenant_id)
    .where('numero_factura', '=', numero_factura)
    .executeTakeFirst();
