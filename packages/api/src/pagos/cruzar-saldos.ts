import type { TenantTx } from '@cunservicios/db/tenant';
import { cruzar, pagable, porVencimiento } from '@cunservicios/domain/recaudo/asignar';
import type { Ajustes } from '../core/ajustes.schema.ts';
import { insertAsientos } from '../movimientos/asientos.queries.ts';
import { type DeudaRow, selectDeudas } from '../movimientos/deudas.queries.ts';
import { repartirEn } from '../movimientos/repartir-en.ts';
import { restablecerServicio } from '../ordenes/restablecer-servicio.ts';
import { selectFuentes } from './cruzar-saldos.queries.ts';
import { selectPorRestablecer } from './registrar-pagos.queries.ts';

export type Cruce = { numero_factura: string; valor: number };

type Momento = { fecha: string; ahora: Date; zona_horaria: string; ajustes: Ajustes; user_id: number | null };

/**
 * Pays what accounts owe with what they have in their favour, in the transaction that holds them: advances that no bill
 * took, and what a credit note gave back beyond a bill. Bills in the order of the utility's rule, what is under claim left
 * out. Answers what was paid, by bill; with nothing in favour or nothing owed it does nothing.
 */
export async function cruzarSaldos(t: TenantTx, cuentas: number[], momento: Momento): Promise<Cruce[]> {
  if (cuentas.length === 0) return [];
  const { fecha, ajustes } = momento;
  const fuentes = await selectFuentes(t, cuentas);
  const deudas = await selectDeudas(
    t,
    cuentas,
    fuentes.flatMap(({ numero_factura }) => numero_factura ?? []),
  );
  const facturas = new Map(deudas.map((deuda) => [deuda.id, deuda]));
  const piezas = cuentas.flatMap((cliente_id) =>
    cruzar(
      fuentes.filter((fuente) => fuente.cliente_id === cliente_id),
      porPagar(deudas, cliente_id, ajustes),
    ),
  );
  const servicios = ajustes.asignacion_servicios;
  const asientos = piezas.flatMap(({ fuente, deuda: { factura }, valor }) => {
    const { cliente_id, pago_id } = fuente;
    const comun = { cliente_id, tipo: 'cruce' as const, fecha, pago_id, reverso_id: null };
    const origen = fuente.factura_id === null ? undefined : facturas.get(fuente.factura_id);
    return [
      {
        ...comun,
        factura_id: fuente.factura_id,
        contra_factura_id: factura.id,
        valor,
        ...(origen && { detalle: repartirEn(origen, -valor, servicios) }),
      },
      {
        ...comun,
        factura_id: factura.id,
        ...(origen && { contra_factura_id: origen.id }),
        valor: -valor,
        detalle: repartirEn(factura, valor, servicios),
      },
    ];
  });
  if (asientos.length === 0) return [];
  await insertAsientos(t, asientos);
  const motivo = 'Saldo a favor usado en sus facturas';
  for (const cliente_id of await selectPorRestablecer(t, cuentas))
    await restablecerServicio(t, cliente_id, { ...momento, motivo });
  return piezas.map(({ deuda, valor }) => ({ numero_factura: deuda.factura.numero_factura, valor }));
}

function porPagar(deudas: readonly DeudaRow[], cliente_id: number, { asignacion_orden }: Ajustes) {
  const suyas = deudas
    .filter((deuda) => deuda.cliente_id === cliente_id && pagable(deuda) > 0)
    .toSorted(porVencimiento);
  if (asignacion_orden === 'reciente_primero') suyas.reverse();
  return suyas.map((factura) => ({ factura, por_pagar: pagable(factura) }));
}
