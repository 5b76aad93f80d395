import { type Place, prepared } from '@cunservicios/db/prepared';
import type { TenantDb, TenantTx } from '@cunservicios/db/tenant';
import type { PorComponente } from '@cunservicios/domain/recaudo/componentes';
import type {
  AvisoPago,
  CausaReverso,
  EstadoReverso,
  MedioPago,
  OrigenPago,
} from '@cunservicios/domain/recaudo/listas';
import { sql } from 'kysely';

type Parte = { numero_factura: string; valor: number; detalle: PorComponente };
type ReversoDePago = {
  id: number;
  numero: string | null;
  causa: CausaReverso;
  motivo: string;
  estado: EstadoReverso;
  fecha: string | null;
};

const pagos = ({ db, tenant_id }: TenantDb) =>
  db
    .selectFrom('pagos as p')
    .innerJoin('clientes as c', (join) =>
      join.onRef('c.tenant_id', '=', 'p.tenant_id').onRef('c.id', '=', 'p.cliente_id'),
    )
    .select([
      'p.id',
      'p.recibo',
      'p.verificacion',
      'p.cliente_id',
      'c.numero_cuenta',
      'p.valor',
      'p.medio',
      'p.referencia',
      'p.fecha_pago',
      'p.origen',
      'p.caja_id',
      'p.observaciones',
      'p.created_at',
    ])
    .select((eb) => eb.ref('p.avisos').$castTo<AvisoPago[]>().as('avisos'))
    .select([
      // A bill in several parts (an advance that paid it later) shows once.
      sql<Parte[]>`coalesce((
        select jsonb_agg(jsonb_build_object('numero_factura', x.numero_factura, 'valor', x.valor, 'detalle', x.detalle) order by x.primero)
        from (
          select f.numero_factura, -sum(m.valor)::bigint as valor, min(m.id) as primero, (
            select coalesce(jsonb_object_agg(d.componente, d.valor), '{}') from (
              select y.key as componente, sum(y.value::bigint) as valor from movimientos n, jsonb_each_text(n.detalle) y
              where n.tenant_id = p.tenant_id and n.pago_id = p.id and n.factura_id = f.id and n.tipo in ('pago', 'cruce') group by 1) d) as detalle
          from movimientos m join facturas f on f.tenant_id = m.tenant_id and f.id = m.factura_id
          where m.tenant_id = p.tenant_id and m.pago_id = p.id and m.tipo in ('pago', 'cruce') group by f.id, f.numero_factura) x), '[]')`.as(
        'facturas',
      ),
      sql<number>`coalesce((
        select -sum(m.valor) from movimientos m
        where m.tenant_id = p.tenant_id and m.pago_id = p.id and m.factura_id is null and m.tipo <> 'reverso'), 0)::bigint`.as(
        'anticipo',
      ),
      sql<ReversoDePago | null>`(
        select jsonb_build_object('id', r.id, 'numero', r.numero, 'causa', r.causa, 'motivo', r.motivo, 'estado', r.estado, 'fecha', r.fecha)
        from reversos r where r.tenant_id = p.tenant_id and r.pago_id = p.id and r.estado <> 'rechazado')`.as(
        'reverso',
      ),
    ])
    .where('p.tenant_id', '=', tenant_id);

export type PagoRow = Awaited<ReturnType<ReturnType<typeof pagos>['execute']>>[number];

type Filter = {
  numero_cuenta?: string | undefined;
  medio?: MedioPago | undefined;
  origen?: OrigenPago | undefined;
  recibo?: number | undefined;
  referencia?: string | undefined;
  caja_id?: number | undefined;
  desde?: string | undefined;
  hasta?: string | undefined;
  /** Accounts of a citizen. */
  visible?: number[] | undefined;
};

/** Newest first by order of booking. */
export function selectPagos(t: TenantDb, filter: Filter & { limit: number; skip: number; after?: number | undefined }) {
  const { numero_cuenta, medio, origen, recibo, referencia, caja_id, desde, hasta, visible } = filter;
  let query = pagos(t)
    .orderBy('p.id', 'desc')
    .limit(filter.limit + 1);
  if (numero_cuenta) query = query.where('c.numero_cuenta', '=', numero_cuenta);
  if (medio) query = query.where('p.medio', '=', medio);
  if (origen) query = query.where('p.origen', '=', origen);
  if (recibo) query = query.where('p.recibo', '=', recibo);
  if (referencia) query = query.where('p.referencia', '=', referencia);
  if (caja_id) query = query.where('p.caja_id', '=', caja_id);
  if (desde) query = query.where('p.fecha_pago', '>=', desde);
  if (hasta) query = query.where('p.fecha_pago', '<=', hasta);
  if (visible) query = query.where('p.cliente_id', '=', sql<number>`any(${visible}::bigint[])`);
  return (filter.after === undefined ? query.offset(filter.skip) : query.where('p.id', '<', filter.after)).execute();
}

const byId = prepared((t, { id }: { id: Place<number> }) => pagos(t).where('p.id', '=', id));

export const selectPago = async (t: TenantDb, id: number) => (await byId(t, { id }))[0];

export const selectPagoByRecibo = (t: TenantDb, recibo: number) =>
  pagos(t).where('p.recibo', '=', recibo).executeTakeFirst();

/** The receipt that a means and a reference were booked with. */
export const selectReciboDe = ({ db, tenant_id }: TenantDb, medio: MedioPago, referencia: string) =>
  db
    .selectFrom('pagos')
    .select('recibo')
    .where('tenant_id', '=', tenant_id)
    .where('medio', '=', medio)
    .where('referencia', '=', referencia)
    .executeTakeFirst();

export const selectPagoFacts = ({ db, tenant_id }: TenantTx, id: number) =>
  db
    .selectFrom('pagos')
    .select(['id', 'recibo', 'cliente_id', 'valor', 'user_id'])
    .where('tenant_id', '=', tenant_id)
    .where('id', '=', id)
    .executeTakeFirst();
