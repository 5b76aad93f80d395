// An event of the gateway, signed as it signs.
import { createHash } from 'node:crypto';
import { type EstadoTransaccion, cadenaDeEvento } from '@cunservicios/domain/recaudo/pasarela';

export type Transaccion = {
  id: string;
  status: EstadoTransaccion;
  amount_in_cents: number;
  reference: string;
  currency: string;
  payment_method_type: string;
  created_at: string;
  finalized_at: string | null;
};

export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

const PROPIEDADES = ['transaction.id', 'transaction.status', 'transaction.amount_in_cents'];

/** What a transaction is at; `cambio` alters it after it was signed, as somebody on the way would. */
export function eventoFirmado(secreto_eventos: string, transaction: Transaccion, cambio: Partial<Transaccion> = {}) {
  const event = {
    event: 'transaction.updated',
    data: { transaction },
    environment: 'test',
    sent_at: new Date().toISOString(),
    timestamp: Math.floor(Date.now() / 1_000),
    signature: { properties: PROPIEDADES },
  };
  const checksum = sha256(cadenaDeEvento(event, secreto_eventos));
  return {
    ...event,
    data: { transaction: { ...transaction, ...cambio } },
    signature: { ...event.signature, checksum },
  };
}
