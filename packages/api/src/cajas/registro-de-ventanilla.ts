import type { TenantTx } from '@cunservicios/db/tenant';
import type { MedioPago } from '@cunservicios/domain/recaudo/listas';
import type { WriteContext } from '../core/context.ts';
import { refuse } from '../core/errors.ts';
import { registroDe } from '../pagos/registro.ts';
import { selectCajaAbierta } from './cajas.queries.ts';

/**
 * Who books a payment at the counter, and in which drawer: that of the session they have open, if any. 409 `sin_caja`
 * for cash without a session where the utility asks for one. The database refuses a session that was closed meanwhile.
 */
export async function registroDeVentanilla(ctx: WriteContext, t: TenantTx, medio: MedioPago) {
  const abierta = ctx.user && (await selectCajaAbierta(t, ctx.user.id));
  if (!abierta && medio === 'Efectivo' && ctx.tenant.ajustes.exige_caja)
    refuse('sin_caja', 'Para recibir efectivo, abra primero su caja.');
  return { registro: registroDe(ctx, abierta ? 'caja' : 'oficina'), caja_id: abierta?.id ?? null };
}
