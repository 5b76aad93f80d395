import type { TenantTx } from '@cunservicios/db/tenant';
import type { TipoOrden } from '@cunservicios/domain/cartera/listas';
import { insertEvento, takeNumbers } from '../core/transaction.queries.ts';
import { insertOrden, lockServicio, selectOrdenPendiente } from './ordenes.queries.ts';

type NuevaOrden = {
  cliente_id: number;
  tipo: TipoOrden;
  motivo: string;
  /** Today. */
  fecha: string;
  /** Day of the field work, when it is another. */
  programada_para?: string | undefined;
  /** Until when the service must be back. */
  limite?: Date | undefined;
  aviso_id?: number | undefined;
  user_id: number | null;
};

/**
 * Orders something to be done at an account, whoever asks for it: a person, the warnings desk, a payment. One of the
 * same kind that is still pending is answered instead of a second one.
 */
export async function crearOrden(t: TenantTx, { limite, aviso_id, programada_para, ...facts }: NuevaOrden) {
  await lockServicio(t, facts.cliente_id);
  const pendiente = await selectOrdenPendiente(t, facts.cliente_id, facts.tipo);
  if (pendiente) return { ...pendiente, creada: false };
  const numero_orden = numeroDeOrden(await takeNumbers(t, 'ordenes'));
  const { id } = await insertOrden(t, {
    ...facts,
    numero_orden,
    programada_para: programada_para ?? facts.fecha,
    limite: limite?.toISOString() ?? null,
    aviso_id: aviso_id ?? null,
  });
  await insertEvento(t, 'orden.creada', { numero_orden, tipo: facts.tipo });
  return { id, numero_orden, creada: true };
}

/** "ORD0000123": seven digits. */
const numeroDeOrden = (n: number) => `ORD${String(n).padStart(7, '0')}`;
