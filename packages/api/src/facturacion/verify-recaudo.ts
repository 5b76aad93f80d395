// Proof of the money that came in: payments, advances, crossings, undoings, their numbers.
import type { TenantDb } from '@cunservicios/db/tenant';
import {
  selectAnticiposGastados,
  selectCajasDescuadradas,
  selectArchivosDescuadrados,
  selectCrucesSueltos,
  selectDetallesDescuadrados,
  selectPagosDescuadrados,
  selectRecaudosDescuadrados,
  selectPasarelaDescuadrada,
  selectReversosDescuadrados,
  selectSaldosFavor,
  selectSeriesRecaudo,
} from './verify-recaudo.queries.ts';
import type { Hallazgo } from './verify.ts';

/** Every peso received is where the ledger says, once, or was taken back by its document. */
export async function verifyRecaudo(t: TenantDb): Promise<Hallazgo[]> {
  const compared = {
    pago: await selectPagosDescuadrados(t),
    'saldo a favor': await selectSaldosFavor(t),
    anticipo: await selectAnticiposGastados(t),
    cruce: await selectCrucesSueltos(t),
    caja: await selectCajasDescuadradas(t),
    pasarela: await selectPasarelaDescuadrada(t),
    reverso: await selectReversosDescuadrados(t),
    'detalle de un movimiento': await selectDetallesDescuadrados(t),
    recaudo: await selectRecaudosDescuadrados(t),
    'archivo de recaudo': await selectArchivosDescuadrados(t),
  };
  const hallazgos = Object.entries(compared).flatMap(([que, rows]) =>
    rows.map(({ objeto, guardado, calculado }) => ({
      que,
      objeto,
      detalle: `dice ${guardado}, debe ser ${calculado}`,
    })),
  );
  for (const { nombre, numeros, mayor, ultimo } of await selectSeriesRecaudo(t))
    if (numeros !== ultimo || mayor !== ultimo)
      hallazgos.push({
        que: `serie de ${nombre}`,
        objeto: nombre,
        detalle: `hay ${numeros} números, el mayor es ${mayor} y la serie va en ${ultimo}`,
      });
  return hallazgos;
}
