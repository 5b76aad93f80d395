import type { TenantTx } from '@cunservicios/db/tenant';
import { dialDe } from '@cunservicios/domain/consumo/lecturas';
import type { Uso } from '@cunservicios/domain/tarifa/listas';
import { checkCliente } from '../clientes/cliente-facts.ts';
import { addToSaldo, lockClienteDe, setCliente } from '../clientes/clientes.queries.ts';
import { invalid, notFound, refuse } from '../core/errors.ts';
import { insertEvento } from '../core/transaction.queries.ts';
import { apartarPrefacturas } from '../facturacion/apartar-prefacturas.ts';
import { insertLectura } from '../lecturas/lecturas.queries.ts';
import { lockCuentaDe } from '../movimientos/deudas.queries.ts';
import { insertMovimiento } from '../movimientos/movimientos.queries.ts';
import { lockPeriodo } from '../periodos/periodos.queries.ts';
import {
  addToPeriodo,
  insertAnulacion,
  insertCargosDeAnulada,
  lockFacturaPorAnular,
  selectLecturaUsada,
  selectUsos,
  setAnulada,
} from './anulaciones.queries.ts';
import { type Datos, reexpedirFactura } from './reexpedir-factura.ts';

export type Reexpedicion = {
  lectura_m3?: string | undefined;
  uso?: Uso | undefined;
  estrato?: number | null | undefined;
};

type Anulacion = { motivo: string; fecha: string; user_id: number | null; reexpedir?: Reexpedicion | undefined };

/**
 * Makes a bill void before anything happened to it: its entry in the ledger is taken back, it leaves the totals of its
 * period, what was waiting for a bill waits again. Number and lines stay. With
 * `reexpedir` the account's bill of that period is issued again, from the same inputs or from corrected ones; answers its
 * number. 409 `factura_con_movimientos`,
 * `factura_no_es_la_ultima`, `factura_anulada`, `periodo_no_abierto`.
 */
export async function anularFactura(
  t: TenantTx,
  numero_factura: string,
  { motivo, fecha, user_id, reexpedir }: Anulacion,
) {
  await lockCuentaDe(t, { numero_factura });
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
  const cargos = await insertCargosDeAnulada(t, id);
  await insertEvento(t, 'factura.anulada', { numero_factura, valor_total, motivo });
  const nueva =
    reexpedir &&
    (await reexpedirFactura(t, id, { hoy: fecha, cargos, datos: await corregir(t, id, reexpedir, user_id) }));
  await insertAnulacion(t, { factura_id: id, motivo, reemplazo_id: nueva?.id ?? null, fecha, user_id });
  return nueva?.numero_factura ?? null;
}

/** Writes what was wrong where it came from: a reading that replaces the one used, the class of the account. */
async function corregir(
  t: TenantTx,
  factura_id: number,
  { lectura_m3, uso, estrato }: Reexpedicion,
  user_id: number | null,
): Promise<Datos> {
  const clase = uso === undefined ? {} : await cambiarClase(t, factura_id, { uso, estrato: estrato ?? null });
  if (lectura_m3 === undefined) return clase;
  const usada =
    (await selectLecturaUsada(t, factura_id)) ??
    invalid('reexpedir.lectura_m3', 'La factura no usó una lectura: regístrela con una corrección.');
  const { id: reemplaza_id, ...lectura } = usada;
  await insertLectura(t, { ...lectura, lectura_m3, causal: null, user_id, reemplaza_id });
  return { ...clase, lectura: dialDe(lectura_m3) };
}

async function cambiarClase(t: TenantTx, factura_id: number, clase: { uso: Uso; estrato: number | null }) {
  const cliente = (await lockClienteDe(t, factura_id)) ?? notFound('la factura', factura_id);
  if (cliente.clases !== null)
    invalid('reexpedir.uso', 'La cuenta es un multiusuario de varias clases: corrija sus unidades.');
  checkCliente({ ...cliente, clases: null, ...clase });
  await setCliente(t, cliente.id, clase);
  return clase;
}
