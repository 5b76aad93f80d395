import { type TenantTx, batch } from '@cunservicios/db/tenant';
import { sql } from 'kysely';

export type NewCargoImportado = {
  linea: number;
  numero_cuenta: string;
  tercero: string;
  referencia: string;
  codigo: string;
  concepto: string;
  valor: number;
  desde: string;
};

export type CargoOutcome = {
  linea: number;
  outcome: 'sin_cambio' | 'sin_cuenta' | 'sin_tercero' | 'distinto' | 'anulado';
};

/**
 * Writes a batch of third parties' lines in one statement; answers how many went in and the outcome of the rest. The
 * kept reference begins with the code of the third party: each has numbers of its own.
 */
export async function insertCargosImportados(
  { db, tenant_id }: TenantTx,
  rows: NewCargoImportado[],
  user_id: number | null,
) {
  const column = <K extends keyof NewCargoImportado>(name: K) => rows.map((row) => row[name]);
  const { rows: answer } = await sql<{ insertadas: number; otras: CargoOutcome[] }>`${batch}
    with entrada as (
      select * from unnest(${column('linea')}::int[], ${column('numero_cuenta')}::text[], ${column('tercero')}::text[],
        ${column('referencia')}::text[], ${column('codigo')}::text[], ${column('concepto')}::text[], ${column('valor')}::bigint[],
        ${column('desde')}::date[]) as e(linea, numero_cuenta, tercero, referencia, codigo, concepto, valor, desde)),
    juzgadas as (
      select e.linea, e.codigo, e.concepto, e.valor, e.desde, t.codigo || ':' || e.referencia as referencia, t.codigo as servicio,
        c.id as cliente_id, t.id as tercero_id, case
          when c.id is null then 'sin_cuenta'
          when t.id is null then 'sin_tercero'
          when x.id is not null and x.anulado_en is not null then 'anulado'
          when (x.cliente_id, x.codigo, x.concepto, x.valor, x.desde) = (c.id, e.codigo, e.concepto, e.valor, e.desde) then 'sin_cambio'
          when x.id is not null then 'distinto'
        end as outcome
      from entrada e
      left join clientes c on c.tenant_id = ${tenant_id} and c.numero_cuenta = e.numero_cuenta
      left join terceros t on t.tenant_id = ${tenant_id} and t.codigo = e.tercero
      left join cargos x on x.tenant_id = ${tenant_id} and x.origen = 'tercero' and x.referencia = t.codigo || ':' || e.referencia),
    nuevas as (
      insert into cargos (tenant_id, cliente_id, origen, referencia, servicio, codigo, concepto, valor_unitario, norma, valor, tercero_id,
        desde, user_id)
      select ${tenant_id}, cliente_id, 'tercero', referencia, servicio, codigo, concepto, valor::text, 'Facturación conjunta', valor, tercero_id,
        desde, ${user_id}::bigint
      from juzgadas where outcome is null order by linea
      returning 1)
    select (select count(*) from nuevas) as insertadas,
      coalesce((select jsonb_agg(jsonb_build_object('linea', linea, 'outcome', outcome)) from juzgadas where outcome is not null), '[]') as otras`.execute(
    db,
  );
  return answer[0] ?? { insertadas: 0, otras: [] };
}
