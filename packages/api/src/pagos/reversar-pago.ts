import type { TenantTx } from '@cunservicios/db/tenant';
import { opuesto } from '@cunservicios/domain/recaudo/componentes';
import { insertEvento, takeNumbers } from '../core/transaction.queries.ts';
import { insertAsientos } from '../movimientos/asientos.queries.ts';
import { lockCuentasPorId } from '../movimientos/deudas.queries.ts';
import { SERIE_REVERSOS, numeroDeReverso } from './numero-recibo.ts';
import { selectPesosDePago } from './reversos.queries.ts';

type Pago = { id: number; recibo: number; cliente_id: number; valor: number };

/**
 * Undoes a payment: whatever it did to bills and to the account's favour is taken back, to the peso and to the service,
 * also what its advance paid later. `write` puts down the document with its number and answers its row. Call it once per
 * payment: the database refuses a second document (`reversos_uno_por_pago`).
 */
export async function reversarPago(
  t: TenantTx,
  pago: Pago,
  { fecha, write }: { fecha: string; write: (numero: string) => Promise<number> },
) {
  const { id: pago_id, cliente_id, valor } = pago;
  await lockCuentasPorId(t, [cliente_id]);
  const numero = numeroDeReverso(await takeNumbers(t, SERIE_REVERSOS));
  const reverso_id = await write(numero);
  const comun = { cliente_id, tipo: 'reverso' as const, pago_id, reverso_id, fecha };
  await insertAsientos(
    t,
    (await selectPesosDePago(t, pago_id)).map((pesos) => ({
      ...comun,
      factura_id: pesos.factura_id,
      valor: -pesos.valor,
      ...(pesos.factura_id !== null && Object.keys(pesos.detalle).length > 0 && { detalle: opuesto(pesos.detalle) }),
    })),
  );
  await insertEvento(t, 'pago.reversado', { pago_id, numero, valor });
  return reverso_id;
}
