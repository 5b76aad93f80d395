import type { TenantTx } from '@cunservicios/db/tenant';
import { addDays, diffDays } from '@cunservicios/domain/calendario/fechas';
import { addToSaldo } from '../clientes/clientes.queries.ts';
import { invalid, notFound } from '../core/errors.ts';
import { insertEvento, takeNumbers } from '../core/transaction.queries.ts';
import { type Calculo, calcularCuenta } from '../facturacion/calcular-cuenta.ts';
import { tarifasUsadas } from '../facturacion/tarifa-usada.ts';
import { insertMovimiento } from '../movimientos/movimientos.queries.ts';
import {
  type CargoCopiado,
  addToPeriodo,
  insertReexpedida,
  insertTercerosDe,
  selectPorReexpedir,
  setCargosDe,
} from './anulaciones.queries.ts';
import { SERIE_FACTURAS, numeroDeSerie } from './numero-factura.ts';

/** What a bill is made with again where it was wrong; what is left out stays. */
export type Datos = Partial<Pick<Calculo, 'uso' | 'estrato'>> & { lectura?: number | undefined };

/**
 * Issues the bill of the same account and period again, in place of one that is void: another number of the series, and as
 * many days to pay from today. The charges of the void one go on it. 422 for a bill of no period.
 */
export async function reexpedirFactura(
  t: TenantTx,
  anulada_id: number,
  { hoy, cargos, datos }: { hoy: string; cargos: CargoCopiado[]; datos: Datos },
) {
  const { calculo, cliente_id, periodo_id, saldo_anterior, ...vieja } =
    (await selectPorReexpedir(t, anulada_id)) ?? notFound('la factura', anulada_id);
  if (calculo === null || periodo_id === null)
    return invalid('reexpedir', 'Solo se reexpide una factura de consumo: haga otra factura manual.');
  const entrada = conDatos(calculo, datos);
  if (entrada.cargos)
    entrada.cargos = entrada.cargos.map((cargo) => ({
      ...cargo,
      id: cargos.find(({ copia_de }) => copia_de === cargo.id)?.id ?? notFound('el cargo', cargo.id),
    }));
  const tarifa = (await tarifasUsadas(t)(entrada)) ?? notFound('la versión de tarifas', entrada.tarifa_id);
  const {
    valor_total,
    conceptos,
    consumo_m3,
    metodo,
    lectura_anterior,
    lectura_actual,
    calculo: nuevo,
  } = calcularCuenta(tarifa, entrada, entrada);
  const numero_factura = numeroDeSerie(await takeNumbers(t, SERIE_FACTURAS));
  const fecha_emision = fechaDe(vieja.fecha_emision, hoy, entrada.meses);
  const { id } = await insertReexpedida(t, {
    numero_factura,
    cliente_id,
    periodo_id,
    fecha_emision,
    fecha_vencimiento: addDays(
      fecha_emision > hoy ? fecha_emision : hoy,
      diffDays(vieja.fecha_emision, vieja.fecha_vencimiento),
    ),
    valor_total,
    saldo_anterior,
    conceptos,
    consumo_m3,
    metodo,
    lectura_anterior,
    lectura_actual,
    calculo: nuevo,
  });
  await insertMovimiento(t, { cliente_id, tipo: 'factura', valor: valor_total, factura_id: id, fecha: fecha_emision });
  await addToSaldo(t, cliente_id, valor_total);
  await addToPeriodo(t, id, 1);
  await setCargosDe(t, id, cargos);
  await insertTercerosDe(t, id);
  await insertEvento(t, 'factura.emitida', { numero_factura, valor_total, reemplaza: vieja.numero_factura });
  return { id, numero_factura };
}

/**
 * Today; long after the first bill, its date: bills of an account follow each other by date, as their consumption does,
 * and the next period's may be dated already.
 */
const fechaDe = (primera: string, hoy: string, meses: number) =>
  hoy > primera && hoy <= addDays(primera, 20 * meses) ? hoy : primera;

function conDatos(calculo: Calculo, { lectura: dial, ...clase }: Datos): Calculo {
  const entrada: Calculo = { ...calculo, ...clase };
  if (dial === undefined) return entrada;
  const { lectura } = calculo;
  if (lectura === null)
    return invalid('reexpedir.lectura_m3', 'La factura no usó una lectura: regístrela con una corrección.');
  return { ...entrada, lectura: { ...lectura, dial } };
}
