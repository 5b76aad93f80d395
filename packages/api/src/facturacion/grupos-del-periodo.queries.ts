import type { TenantDb } from '@cunservicios/db/tenant';
import { sql } from 'kysely';
import type { Grupos } from './liquidar-lote.ts';

/** What each chunk of the first phase adds to the groups, and whether accounts of it wait for them. */
export async function selectSumasDeGrupos({ db, tenant_id }: TenantDb, ejecucion_id: number) {
  const { rows } = await sql<{ desde: number; hasta: number; grupos: Grupos; esperan: boolean }>`
    select desde, hasta, resultado -> 'grupos' as grupos, jsonb_array_length(resultado -> 'pendientes') > 0 as esperan
    from ejecucion_lotes where tenant_id = ${tenant_id} and ejecucion_id = ${ejecucion_id} and fase = 1 order by lote`.execute(
    db,
  );
  return rows;
}

/** The accounts of one chunk that wait for their group. */
export async function selectPendientes(
  { db, tenant_id }: TenantDb,
  ejecucion_id: number,
  desde: number,
  hasta: number,
) {
  const { rows } = await sql<{ pendientes: number[] }>`
    select resultado -> 'pendientes' as pendientes from ejecucion_lotes
    where tenant_id = ${tenant_id} and ejecucion_id = ${ejecucion_id} and fase = 1 and desde = ${desde} and hasta = ${hasta}`.execute(
    db,
  );
  return rows[0]?.pendientes ?? [];
}
