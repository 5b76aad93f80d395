import type { TenantDb } from '@cunservicios/db/tenant';
import type { ExclusionSuspension } from '@cunservicios/domain/cartera/listas';
import { refuse } from '../core/errors.ts';
import { selectExclusiones } from './suspension.queries.ts';

/** Why an account is not suspended, as a person reads it. */
export const RAZONES: Record<ExclusionSuspension, string> = {
  reclamo: 'tiene un reclamo o recurso sin responder (Ley 142 de 1994, art. 155)',
  convenio: 'tiene un convenio de pago vigente',
  protegido: 'está protegida: el servicio no se le suspende',
  sin_servicio: 'su servicio no está activo',
  orden: 'ya tiene una orden de suspensión o corte pendiente',
};

/** 409 `suspension_no_procede` naming what keeps the account from losing its service. */
export async function exigirSinExclusiones(t: TenantDb, cliente_id: number) {
  const { protegido, ...otras } = await selectExclusiones(t, cliente_id);
  const razones = (['reclamo', 'convenio'] as const).filter((razon) => otras[razon]).map((razon) => RAZONES[razon]);
  if (protegido !== null) razones.push(`${RAZONES.protegido} (${protegido})`);
  if (razones.length > 0)
    refuse(
      'suspension_no_procede',
      `La cuenta ${razones.join('; ')}. Anule la orden; si el servicio se quitó, restablézcalo.`,
    );
}
