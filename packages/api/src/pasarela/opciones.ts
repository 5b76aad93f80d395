// What somebody who holds the paper may pay, and how much each choice is.
import type { TenantDb } from '@cunservicios/db/tenant';
import type { QuePaga } from '@cunservicios/domain/recaudo/pasarela';
import { pagable } from '@cunservicios/domain/recaudo/asignar';
import { sumar } from '@cunservicios/domain/pesos';
import { notFound } from '../core/errors.ts';
import { selectFactura } from '../facturas/facturas.queries.ts';
import { selectDeudas } from '../movimientos/deudas.queries.ts';

export type Papel = { numero_cuenta: string; numero_factura: string };

/** The bill that the two numbers of a paper open, and what its account owes. 404 unless both are of the same bill. */
export async function opcionesDe(t: TenantDb, { numero_cuenta, numero_factura }: Papel) {
  const factura = await selectFactura(t, numero_factura);
  if (factura?.numero_cuenta !== numero_cuenta)
    return notFound('una factura con esos dos números:', `cuenta ${numero_cuenta}, factura ${numero_factura}`);
  const deudas = await selectDeudas(t, [factura.cliente_id], [numero_factura]);
  const suya = deudas.filter(({ id }) => id === factura.id);
  const esta = sumar(suya.map((deuda) => pagable(deuda)));
  const factura_en_reclamo = sumar(suya.map((deuda) => pagable(deuda, true))) - esta;
  const debe = sumar(deudas.map((deuda) => pagable(deuda, true)));
  const sin_reclamo = sumar(deudas.map((deuda) => pagable(deuda)));
  const valores: [Exclude<QuePaga, 'otro_valor'>, number][] = [
    ['factura', esta],
    ['cuenta', debe],
    ['sin_reclamo', sin_reclamo],
  ];
  // Two choices of the same pesos are one: the first.
  const opciones = valores
    .filter(([, valor], i) => valor > 0 && valores.findIndex(([, otro]) => otro === valor) === i)
    .map(([que, valor]) => ({ que, valor }));
  return { factura, debe, en_reclamo: debe - sin_reclamo, factura_en_reclamo, opciones };
}
