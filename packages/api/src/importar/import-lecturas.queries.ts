import { type TenantTx, batch } from '@cunservicios/db/tenant';
import { sql } from 'kysely';

export type NewLecturaImportada = {
  linea: number;
  medidor: string;
  fecha_lectura: string;
  lectura_m3: string | null;
  tipo: string;
  causal: string | null;
};

export type LecturaOutcome = {
  linea: number;
  outcome: 'sin_cambio' | 'sin_medidor' | 'antes_de_instalar' | 'periodo_emitido' | 'distinta';
};

/**
 * Writes a batch of readings in one statement: rows that fit go in, the others come back with their reason.
 * Answers how many went in, and the outcome of the rest.
 */
export async function insertLecturasImportadas(
  { db, tenant_id }: TenantTx,
  rows: NewLecturaImportada[],
  user_id: number | null,
) {
  const column = <K extends keyof NewLecturaImportada>(name: K) => rows.map((row) => row[name]);
  const { rows: answer } = await sql<{ insertadas: number; otras: LecturaOutcome[] }>`${batch}
    with entrada as (
      select * from unnest(${column('linea')}::int[], ${column('medidor')}::text[], ${column('fecha_lectura')}::date[],
        ${column('lectura_m3')}::numeric[], ${column('tipo')}::text[], ${column('causal')}::text[])
        as e(linea, serial, fecha, m3, tipo, causal)),
    -- As few look-ups as there are meters, not rows.
    conocidos as (
      select m.id, m.serial, m.instalado_en, (
        select max(p.hasta) from periodos p join clientes c on c.tenant_id = p.tenant_id and c.ciclo_id = p.ciclo_id
        where p.tenant_id = ${tenant_id} and c.id = m.cliente_id and p.estado in ('emitido', 'cerrado')) as emitido_hasta
      from medidores m
      where m.tenant_id = ${tenant_id} and m.retirado_en is null and m.serial = any (select distinct serial from entrada)),
    juzgadas as (
      select e.*, k.id as medidor_id, case
          when k.id is null then 'sin_medidor'
          when l.id is not null and l.lectura_m3 is not distinct from e.m3 and l.causal is not distinct from e.causal then 'sin_cambio'
          when l.id is not null then 'distinta'
          when e.fecha < k.instalado_en then 'antes_de_instalar'
          when e.fecha <= k.emitido_hasta then 'periodo_emitido'
        end as outcome
      from entrada e
      left join conocidos k on k.serial = e.serial
      left join lecturas l on l.tenant_id = ${tenant_id} and l.medidor_id = k.id and l.fecha_lectura = e.fecha and l.tipo = e.tipo
        and l.reemplaza_id is null),
    nuevas as (
      insert into lecturas (tenant_id, medidor_id, fecha_lectura, lectura_m3, tipo, causal, user_id)
      select ${tenant_id}, medidor_id, fecha, m3, tipo, causal, ${user_id}::bigint from juzgadas where outcome is null order by linea
      returning 1)
    select (select count(*) from nuevas) as insertadas,
      coalesce((select jsonb_agg(jsonb_build_object('linea', linea, 'outcome', outcome)) from juzgadas where outcome is not null), '[]') as otras`.execute(
    db,
  );
  return answer[0] ?? { insertadas: 0, otras: [] };
}
