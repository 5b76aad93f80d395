import { hoyDe } from '../core/clock.ts';
import type { Context } from '../core/context.ts';
import { invalid } from '../core/errors.ts';
import type { Registro } from './registrar-pagos.ts';

/** Who books payments now, and by which rule. */
export const registroDe = (ctx: Context, origen: Registro['origen']): Registro => ({
  origen,
  user_id: ctx.user?.id ?? null,
  ahora: ctx.services.clock.now(),
  zona_horaria: ctx.tenant.zona_horaria,
  hoy: hoyDe(ctx),
  ajustes: ctx.tenant.ajustes,
});

/** 422 for a day after today: the money is not there yet. */
export function exigirNoFuturo(ctx: Context, fecha_pago: string) {
  if (fecha_pago > hoyDe(ctx)) invalid('fecha_pago', 'La fecha del pago no puede ser posterior a hoy.');
}
