import type { TenantTx } from '@cunservicios/db/tenant';
import { aplicarPago, exigirPorPagar } from '@cunservicios/domain/cartera/saldo';
import { formatPesos } from '@cunservicios/domain/pesos';
import { addToSaldo } from '../clientes/clientes.queries.ts';
import { notFound, refuse } from '../core/errors.ts';
import { insertEvento } from '../core/transaction.queries.ts';
import { insertMovimiento } from '../movimientos/movimientos.queries.ts';
import { restablecerServicio } from '../ordenes/restablecer-servicio.ts';
import { insertPago } from '../pagos/pagos.queries.ts';
import { addToFacturaSaldo, lockFactura } from './facturas.queries.ts';

type Pago = Omit<Parameters<typeof insertPago>[1], 'cliente_id' | 'valor'> & {
  /** Whole balance unless given. */
  valor?: number | undefined;
};

/**
 * Books a payment of one bill: its row, its ledger entry and both balances, in one transaction; a service that was
 * taken for what is paid now gets its order to come back.
 * 409 `factura_pagada`, `factura_anulada`, `pago_mayor_que_saldo`.
 */
export async function pagarFactura(
  t: TenantTx,
  numero_factura: string,
  { valor, ...facts }: Pago,
  cuando: { ahora: Date; zona_horaria: string },
) {
  const factura = (await lockFactura(t, numero_factura)) ?? notFound('la factura', numero_factura);
  exigirPorPagar(factura);
  const { aplicado, anticipo } = aplicarPago(factura, valor ?? factura.saldo);
  if (anticipo > 0)
    refuse('pago_mayor_que_saldo', `El pago supera el saldo de la factura, que es ${formatPesos(factura.saldo)}.`);
  const pago = await insertPago(t, { ...facts, cliente_id: factura.cliente_id, valor: aplicado });
  await insertMovimiento(t, {
    cliente_id: factura.cliente_id,
    tipo: 'pago',
    valor: -aplicado,
    factura_id: factura.id,
    pago_id: pago.id,
    fecha: facts.fecha_pago,
  });
  await addToFacturaSaldo(t, factura.id, -aplicado);
  await addToSaldo(t, factura.cliente_id, -aplicado);
  await insertEvento(t, 'pago.registrado', { pago_id: pago.id, numero_factura, valor: aplicado });
  const motivo = `Pago de la factura ${numero_factura}`;
  await restablecerServicio(t, factura.cliente_id, { ...cuando, motivo, user_id: facts.user_id });
  return { pago_id: pago.id, valor: aplicado };
}
