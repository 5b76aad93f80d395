// Whose money a note moves. A bill's lines are those of the tariff, interest, then its charges, in that order.
import { type TenantDb, type TenantTx, batch } from '@cunservicios/db/tenant';
import { type RawBuilder, sql } from 'kysely';

/**
 * Pesos of third parties in applied notes: a charge's line is its third party's, and the desincentivo is of whoever the
 * bill says (CRA 039/2024). A line that a bill did not have can only be of the tariff.
 */
const partes = (tenant_id: string, which: RawBuilder<unknown>) => sql`
  select n.tenant_id, n.id as nota_id, p.tercero_id, sum(p.valor)::bigint as valor
  from notas n
  join facturas f on f.tenant_id = n.tenant_id and f.id = n.factura_id
  cross join lateral (
    select (l ->> 'valor')::bigint as valor, (l ->> 'linea')::int - jsonb_array_length(f.conceptos)
      + jsonb_array_length(coalesce(f.calculo -> 'cargos', '[]')) as cargo, l ->> 'codigo' as codigo
    from jsonb_array_elements(n.conceptos) l) l
  cross join lateral (
    select l.valor, case when l.cargo >= 0 then (f.calculo -> 'cargos' -> l.cargo ->> 'tercero_id')::bigint
      when l.codigo = 'desincentivo' then (f.calculo -> 'desincentivo' ->> 'tercero_id')::bigint end as tercero_id) p
  where n.tenant_id = ${tenant_id} and n.estado = 'aprobada' and (f.calculo ? 'cargos' or f.calculo ? 'desincentivo')
    and p.tercero_id is not null and ${which}
  group by 1, 2, 3 having sum(p.valor) <> 0`;

const insertPartes = ({ db, tenant_id }: TenantTx, which: RawBuilder<unknown>) =>
  sql`insert into nota_terceros (tenant_id, nota_id, tercero_id, valor) ${partes(tenant_id, which)}`.execute(db);

/** Writes the third parties' part of a note that was just applied. */
export const insertNotaTerceros = (t: TenantTx, nota_id: number) => insertPartes(t, sql`n.id = ${nota_id}`);

/** The same of all notes of a correction of all accounts. */
export const insertNotaTercerosMasiva = (t: TenantTx, masiva_id: number) =>
  insertPartes(
    t,
    sql`n.correccion_id in (select id from correcciones where tenant_id = ${t.tenant_id} and masiva_id = ${masiva_id})`,
  );

type Difference = { objeto: string; guardado: number; calculado: number };

/** Parts of notes booked to third parties that are not those of their lines. */
export async function selectNotaTercerosDescuadrados({ db, tenant_id }: TenantDb) {
  const { rows } = await sql<Difference>`${batch}
    with debidos as (${partes(tenant_id, sql`true`)})
    select 'tercero ' || coalesce(b.tercero_id, d.tercero_id) || ' en la nota ' || coalesce(b.nota_id, d.nota_id) as objeto,
      coalesce(b.valor, 0) as guardado, coalesce(d.valor, 0) as calculado
    from (select nota_id, tercero_id, valor from nota_terceros where tenant_id = ${tenant_id}) b
    full join debidos d on d.nota_id = b.nota_id and d.tercero_id = b.tercero_id
    where b.valor is distinct from d.valor order by 1 limit 1000`.execute(db);
  return rows;
}
