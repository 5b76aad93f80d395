import { type TenantDb, batch } from '@cunservicios/db/tenant';
import type { Metodo } from '@cunservicios/domain/consumo/listas';
import type { LineaExplicable } from '@cunservicios/domain/explicacion/factura-explicable';
import type { Uso } from '@cunservicios/domain/tarifa/listas';
import { sql } from 'kysely';
import type { Calculo } from '../facturacion/calcular-cuenta.ts';

/** Everything that the paper, the explanation and the exports tell of a bill. */
export type DocumentoRow = {
  id: number;
  numero_factura: string;
  cliente_id: number;
  tipo: 'consumo' | 'manual' | 'recuperacion';
  fecha_emision: string;
  fecha_vencimiento: string;
  valor_total: number;
  saldo: number;
  saldo_anterior: number;
  en_reclamo: number;
  anulada: boolean;
  observaciones: string;
  conceptos: LineaExplicable[];
  consumo_m3: number | null;
  metodo: Metodo | null;
  lectura_anterior: number | null;
  lectura_actual: number | null;
  calculo: Calculo | null;
  numero_cuenta: string;
  nombre: string;
  tipo_documento: string | null;
  documento: string | null;
  direccion: string;
  uso: Uso;
  estrato: number | null;
  ruta: string | null;
  ciclo: string | null;
  periodo: string | null;
  periodo_desde: string | null;
  periodo_hasta: string | null;
  medidor: string | null;
  causal: string | null;
  tarifa_desde: string | null;
  tarifa_fuente: string | null;
  /** Somebody else's part of the bill, by who it is. */
  terceros: { id: number; nombre: string; nit: string | null; valor: number }[];
  /** The account's periods up to this bill's, oldest first: six before it and itself. */
  consumos: { periodo: string; m3: number }[];
};

/** Bills by id, in no order, with what stands around them. One statement, however many they are. */
export async function selectDocumentos({ db, tenant_id }: TenantDb, ids: number[]): Promise<DocumentoRow[]> {
  const { rows } = await sql<DocumentoRow>`${batch}
    select f.id, f.numero_factura, f.cliente_id, f.tipo, f.fecha_emision, f.fecha_vencimiento, f.valor_total, f.saldo, f.saldo_anterior,
      f.en_reclamo, f.anulada, f.observaciones, f.conceptos, f.consumo_m3, f.metodo, f.lectura_anterior, f.lectura_actual, f.calculo,
      c.numero_cuenta, c.nombre, c.tipo_documento, c.documento, c.direccion, coalesce(f.calculo ->> 'uso', c.uso) as uso,
      case when f.calculo is null then c.estrato else (f.calculo ->> 'estrato')::smallint end as estrato,
      r.codigo as ruta, k.codigo as ciclo, p.codigo as periodo, p.desde as periodo_desde, p.hasta as periodo_hasta,
      m.serial as medidor, l.causal, t.vigente_desde as tarifa_desde, t.fuente as tarifa_fuente,
      coalesce((
        select jsonb_agg(jsonb_build_object('id', o.id, 'nombre', o.nombre, 'nit', o.nit, 'valor', x.valor) order by o.id)
        from factura_terceros x join terceros o on o.tenant_id = x.tenant_id and o.id = x.tercero_id
        where x.tenant_id = f.tenant_id and x.factura_id = f.id), '[]') as terceros,
      coalesce((
        select jsonb_agg(jsonb_build_object('periodo', b.codigo, 'm3', b.consumo_m3) order by b.hasta) from (
          select q.codigo, q.hasta, b.consumo_m3 from facturas b
          join periodos q on q.tenant_id = b.tenant_id and q.id = b.periodo_id
          where b.tenant_id = f.tenant_id and b.cliente_id = f.cliente_id and not b.anulada and b.consumo_m3 is not null
            and (b.fecha_emision, b.id) <= (f.fecha_emision, f.id)
          order by b.fecha_emision desc, b.id desc limit 7) b), '[]') as consumos
    from facturas f
    join clientes c on c.tenant_id = f.tenant_id and c.id = f.cliente_id
    left join rutas r on r.tenant_id = c.tenant_id and r.id = c.ruta_id
    left join periodos p on p.tenant_id = f.tenant_id and p.id = f.periodo_id
    left join ciclos k on k.tenant_id = f.tenant_id and k.id = coalesce(p.ciclo_id, c.ciclo_id)
    left join tarifas t on t.tenant_id = f.tenant_id and t.id = (f.calculo ->> 'tarifa_id')::bigint
    left join lateral (
      select m.id, m.serial from medidores m
      where m.tenant_id = f.tenant_id and m.cliente_id = f.cliente_id
        and (m.instalado_en is null or m.instalado_en <= coalesce(p.hasta, f.fecha_emision))
      order by m.instalado_en desc nulls last, m.id desc limit 1) m on true
    left join lateral (
      select l.causal from lecturas l
      where l.tenant_id = f.tenant_id and l.medidor_id = m.id and l.fecha_lectura between p.desde and p.hasta and l.lectura_m3 is null
      order by l.fecha_lectura desc, l.id desc limit 1) l on true
    where f.tenant_id = ${tenant_id} and f.id = any(${ids}::bigint[])`.execute(db);
  return rows;
}

/** Where a bill is, by its number, and whose. */
export const selectFacturaId = ({ db, tenant_id }: TenantDb, numero_factura: string) =>
  db
    .selectFrom('facturas')
    .select(['id', 'cliente_id'])
    .where('tenant_id', '=', tenant_id)
    .where('numero_factura', '=', numero_factura)
    .executeTakeFirst();
