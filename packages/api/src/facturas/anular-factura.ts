import type { TenantTx } from '@cunservicios/db/tenant';
import { addToSaldo } from '../clientes/clientes.queries.ts';
import { notFound, refuse } from '../core/errors.ts';
import { insertEvento } from '../core/transaction.queries.ts';
import { apartarPrefacturas } from '../facturacion/apartar-prefacturas.ts';
import { insertMovimiento } from '../movimientos/movimientos.queries.ts';
import { lockPeriodo } from '../periodos/periodos.queries.ts';
import {
  addToPeriodo,
  insertAnulacion,
  insertCargosDeAnulada,
  lockFacturaPorAnular,
  selectUsos,
  setAnulada,
} from './anulaciones.queries.ts';

/**
 * Makes a bill void before anything happened to it: its entry in the ledger is taken back, it leaves the totals of its
 * period, what was waiting for a bill waits again. Number and lines stay. 409 `factura_con_movimientos`,
 * `factura_no_es_la_ultima`, `factura_anulada`, `periodo_no_abierto`.
 */
export async function anularFactura(
  t: TenantTx,
  numero_factura: string,
  { motivo, fecha, user_id }: { motivo: string; fecha: string; user_id: number | null },
) {
  const factura = (await lockFacturaPorAnular(t, numero_factura)) ?? notFound('la factura', numero_factura);
  if (factura.anulada) refuse('factura_anulada', 'La factura ya está anulada.');
  const { movimientos, notas, correcciones, posterior } = await selectUsos(t, factura);
  if (movimientos > 1 || notas > 0 || correcciones > 0)
    refuse(
      'factura_con_movimientos',
      'La factura ya tiene pagos, notas, correcciones o un convenio: corríjala con una nota.',
    );
  if (posterior !== null)
    refuse(
      'factura_no_es_la_ultima',
      `La factura ${posterior} de la cuenta es posterior y parte de esta: corríjala con una nota.`,
    );
  if (factura.periodo_id !== null) {
    await apartarPrefacturas(t, factura.cliente_id);
    const periodo = (await lockPeriodo(t, factura.periodo_id)) ?? notFound('el periodo', factura.periodo_id);
    if (periodo.estado === 'cerrado')
      refuse('periodo_no_abierto', `El periodo ${periodo.codigo} está cerrado: corrija la factura con una nota.`);
    await addToPeriodo(t, factura.id, -1);
  }
  const { id, cliente_id, valor_total } = factura;
  await insertMovimiento(t, { cliente_id, tipo: 'anulacion', valor: -valor_total, factura_id: id, fecha });
  await setAnulada(t, id);
  await addToSaldo(t, cliente_id, -valor_total);
  await insertAnulacion(t, { factura_id: id, motivo, fecha, user_id });
  await insertCargosDeAnulada(t, id);
  await insertEvento(t, 'factura.anulada', { numero_factura, valor_total, motivo });
  return factura;
}
