import type { TenantDb } from '@cunservicios/db/tenant';
import { notFound, refuse } from '../core/errors.ts';
import { selectPeriodosByCodigo } from './periodos.queries.ts';

/** A period by its code. 404 when there is none; 409 when two cycles have it and `ciclo` was not said. */
export async function findPeriodo(t: TenantDb, { codigo, ciclo }: { codigo: string; ciclo?: string | undefined }) {
  const [found, other] = await selectPeriodosByCodigo(t, codigo, ciclo);
  if (other) refuse('conflicto', `Hay varios ciclos con un periodo ${codigo}: agregue el ciclo (?ciclo=…).`);
  return found ?? notFound('el periodo', codigo);
}
