import { type TenantDb, batch } from '@cunservicios/db/tenant';
import type { MedioPago, OrigenPago } from '@cunservicios/domain/recaudo/listas';
import { sql } from 'kysely';

type Span = { desde: string; hasta: string; por: 'dia' | 'mes' };
const FORMA = { dia: 'YYYY-MM-DD', mes: 'YYYY-MM' };

type Periodo = { periodo: string; facturado: number; deshecho: number };

/** What the ledger charged and what was undone, by day or month of the entry. */
export async function selectFacturado({ db, tenant_id }: TenantDb, { desde, hasta, por }: Span) {
  const { rows } = await sql<Periodo>`${batch}
    select periodo, sum(facturado)::bigint as facturado, sum(deshecho)::bigint as deshecho from (
      select to_char(fecha, ${FORMA[por]}) as periodo, sum(valor) as facturado, 0 as deshecho from movimientos
      where tenant_id = ${tenant_id} and fecha between ${desde}::date and ${hasta}::date and tipo in ('factura', 'nota', 'anulacion') group by 1
      union all
      select to_char(r.fecha, ${FORMA[por]}), 0, sum(p.valor) from reversos r join pagos p on p.tenant_id = r.tenant_id and p.id = r.pago_id
      where r.tenant_id = ${tenant_id} and r.estado = 'aplicado' and r.fecha between ${desde}::date and ${hasta}::date group by 1) x
    group by 1`.execute(db);
  return rows;
}

type Recaudado = { periodo: string; medio: MedioPago; origen: OrigenPago; pagos: number; valor: number };

/** Payments by the day or month on which they were received, their means and the way they came in. */
export async function selectRecaudado({ db, tenant_id }: TenantDb, { desde, hasta, por }: Span) {
  const { rows } = await sql<Recaudado>`${batch}
    select to_char(fecha_pago, ${FORMA[por]}) as periodo, medio, origen, count(*)::int as pagos, sum(valor)::bigint as valor
    from pagos where tenant_id = ${tenant_id} and fecha_pago between ${desde}::date and ${hasta}::date
    group by 1, 2, 3`.execute(db);
  return rows;
}
