// Proof of the books: every bill again from its stored inputs, every balance again from the ledger.
import { isDeepStrictEqual } from 'node:util';
import type { TenantDb } from '@cunservicios/db/tenant';
import { estadoInicial } from '@cunservicios/domain/consumo/medir';
import { ReglaError, intentar } from '@cunservicios/domain/regla';
import { calcularCuenta } from './calcular-cuenta.ts';
import { tarifasUsadas } from './tarifa-usada.ts';
import { verifyCartera } from './verify-cartera.ts';
import { verifyMasivas } from './verify-masivas.ts';
import { verifyNotas } from './verify-notas.ts';
import { verifyRecaudo } from './verify-recaudo.ts';
import { sumarPeriodos } from './verify-periodos.ts';
import {
  type FacturaCalculada,
  selectCalculadas,
  selectCargosDescuadrados,
  selectLecturasPerdidas,
  selectLibro,
  selectSaldosClientes,
  selectSaldosFacturas,
  selectSerie,
  selectSumasDescuadradas,
  selectTercerosDescuadrados,
} from './verify.queries.ts';

/** Something in the books that is not what it should be. */
export type Hallazgo = { que: string; objeto: string; detalle: string };

const PAGE = 500;

/**
 * Checks a tenant's books and answers what differs: nothing when they are right. Reads in pages, with flat memory;
 * `onProgress` is told how many bills were recomputed.
 */
export async function verify(
  t: TenantDb,
  onProgress: (facturas: number) => void = () => {},
): Promise<{ facturas: number; hallazgos: Hallazgo[] }> {
  const hallazgos: Hallazgo[] = [];
  const tarifaDe = tarifasUsadas(t);
  const periodos = sumarPeriodos();
  let after = 0;
  let facturas = 0;
  for (;;) {
    const page = await selectCalculadas(t, after, PAGE);
    const last = page.at(-1);
    if (!last) break;
    for (const factura of page) {
      periodos.add(factura);
      hallazgos.push(...(await recompute(tarifaDe, factura)));
    }
    for (const { numero_factura, dial } of await selectLecturasPerdidas(t, after, last.id))
      hallazgos.push({ que: 'lectura', objeto: numero_factura, detalle: `usó la lectura ${dial}, que ya no está` });
    after = last.id;
    facturas += page.length;
    onProgress(facturas);
  }
  const compare = (que: string, rows: { objeto: string; guardado: number; calculado: number }[]) =>
    hallazgos.push(
      ...rows.map(({ objeto, guardado, calculado }) => ({
        que,
        objeto,
        detalle: `dice ${guardado}, debe ser ${calculado}`,
      })),
    );
  compare('saldo de factura', await selectSaldosFacturas(t));
  compare('saldo de cuenta', await selectSaldosClientes(t));
  compare('suma de líneas', await selectSumasDescuadradas(t));
  compare('libro', await selectLibro(t));
  compare('cargo', await selectCargosDescuadrados(t));
  compare('tercero', await selectTercerosDescuadrados(t));
  hallazgos.push(...(await periodos.compare(t)));
  const { numeros, ultimo, mayor } = await selectSerie(t);
  if (numeros !== ultimo || mayor !== ultimo)
    hallazgos.push({
      que: 'serie de facturas',
      objeto: 'facturas',
      detalle: `hay ${numeros} números, el mayor es ${mayor} y la serie va en ${ultimo}`,
    });
  hallazgos.push(
    ...(await verifyNotas(t)),
    ...(await verifyMasivas(t)),
    ...(await verifyCartera(t)),
    ...(await verifyRecaudo(t)),
  );
  return { facturas, hallazgos };
}

async function recompute(tarifaDe: ReturnType<typeof tarifasUsadas>, factura: FacturaCalculada): Promise<Hallazgo[]> {
  const { calculo, numero_factura: objeto } = factura;
  const tarifa = await tarifaDe(calculo);
  if (!tarifa) return [{ que: 'tarifa', objeto, detalle: `no existe la versión ${calculo.tarifa_id}` }];
  const hallazgos: Hallazgo[] = [];
  const again = intentar(() => calcularCuenta(tarifa, calculo, calculo));
  if (again instanceof ReglaError)
    return [{ que: 'cálculo', objeto, detalle: `no se puede repetir con sus datos: ${again.message}` }];
  for (const campo of ['valor_total', 'consumo_m3', 'metodo', 'lectura_anterior', 'lectura_actual'] as const)
    if (again[campo] !== factura[campo])
      hallazgos.push({ que: campo, objeto, detalle: `dice ${factura[campo]}, debe ser ${again[campo]}` });
  if (factura.saldo_anterior !== factura.saldo_antes)
    hallazgos.push({
      que: 'saldo anterior',
      objeto,
      detalle: `dice ${factura.saldo_anterior}, debe ser ${factura.saldo_antes}`,
    });
  if (!isDeepStrictEqual(again.calculo.terceros, calculo.terceros))
    hallazgos.push({ que: 'terceros', objeto, detalle: 'la parte de terceros no es la que dan sus datos' });
  if (!isDeepStrictEqual(again.conceptos, factura.conceptos))
    hallazgos.push({ que: 'conceptos', objeto, detalle: 'sus líneas no son las que dan sus datos' });
  if (!isDeepStrictEqual(again.calculo.despues, calculo.despues))
    hallazgos.push({ que: 'estado', objeto, detalle: 'el estado que deja no es el que dan sus datos' });
  if (!isDeepStrictEqual(again.calculo.promedio, calculo.promedio))
    hallazgos.push({ que: 'promedio', objeto, detalle: 'el promedio no es el que dan sus datos' });
  if (again.calculo.en_investigacion !== calculo.en_investigacion)
    hallazgos.push({
      que: 'en investigación',
      objeto,
      detalle: `dice ${calculo.en_investigacion}, debe ser ${again.calculo.en_investigacion}`,
    });
  const starts = factura.antes ?? estadoInicial(calculo.antes.ref);
  if (!isDeepStrictEqual(calculo.antes, starts))
    hallazgos.push({
      que: 'continuidad',
      objeto,
      detalle: 'no empieza donde terminó la factura anterior de la cuenta',
    });
  return hallazgos;
}
