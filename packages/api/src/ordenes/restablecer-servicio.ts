import type { TenantTx } from '@cunservicios/db/tenant';
import { fechaEnBogota } from '@cunservicios/domain/calendario/fechas';
import { HORAS_RESTABLECER, ordenDeRestablecer } from '@cunservicios/domain/cartera/ordenes';
import type { WriteContext } from '../core/context.ts';
import { setConvenioCumplido } from '../convenios/convenios.queries.ts';
import { selectMora } from '../suspension/suspension.queries.ts';
import { crearOrden } from './crear-orden.ts';
import { setSuspensionesAnuladas } from './ordenes.queries.ts';

type Causa = { motivo: string; ahora: Date; zona_horaria: string; user_id: number | null };

/** Who lowers a debt, when and why. */
export const causaDe = (ctx: WriteContext, motivo: string): Causa => ({
  motivo,
  ahora: ctx.services.clock.now(),
  zona_horaria: ctx.tenant.zona_horaria,
  user_id: ctx.user?.id ?? null,
});

/**
 * Call it in the transaction of whatever lowers a debt: a payment, a credit note, an agreement. When the account owes
 * nothing overdue any more, or an agreement covers it, what was ordered against it is taken back, and a service that
 * was suspended or cut gets its order to come back within 24 hours; an agreement whose last instalment is paid is
 * fulfilled. Doing it again changes nothing.
 */
export async function restablecerServicio(
  t: TenantTx,
  cliente_id: number,
  { ahora, zona_horaria, motivo, user_id }: Causa,
) {
  const causa = { motivo, user_id };
  const hoy = fechaEnBogota(ahora, zona_horaria);
  const { estado, vencida, convenio, ordenes } = await selectMora(t, cliente_id, hoy);
  if (convenio) await setConvenioCumplido(t, cliente_id, hoy);
  if (vencida && !convenio) return;
  if (ordenes) await setSuspensionesAnuladas(t, cliente_id, causa);
  const tipo = ordenDeRestablecer(estado);
  if (!tipo) return;
  const limite = new Date(ahora.getTime() + HORAS_RESTABLECER * 3_600_000);
  await crearOrden(t, { ...causa, cliente_id, tipo, fecha: hoy, limite });
}
