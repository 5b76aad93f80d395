// Proof of what corrects bills: notes, void bills, their series; corrections, whose bills are computed again.
import { isDeepStrictEqual } from 'node:util';
import type { TenantDb } from '@cunservicios/db/tenant';
import { diferenciaLineas } from '@cunservicios/domain/cartera/nota';
import { ReglaError, intentar } from '@cunservicios/domain/regla';
import { selectNotaTercerosDescuadrados } from '../notas/nota-terceros.queries.ts';
import { calcularCuenta } from './calcular-cuenta.ts';
import { tarifasUsadas } from './tarifa-usada.ts';
import type { Hallazgo } from './verify.ts';
import {
  type FacturaCorregida,
  selectAjustesDescuadrados,
  selectAnuladasDescuadradas,
  selectCorreccionesDescuadradas,
  selectCorregidas,
  selectLineasAjenas,
  selectNotasDescuadradas,
  selectSeriesNotas,
} from './verify-notas.queries.ts';

const PAGE = 500;

export async function verifyNotas(t: TenantDb): Promise<Hallazgo[]> {
  const compare = (que: string, rows: { objeto: string; guardado: number; calculado: number }[]): Hallazgo[] =>
    rows.map(({ objeto, guardado, calculado }) => ({
      que,
      objeto,
      detalle: `dice ${guardado}, debe ser ${calculado}`,
    }));
  const series = (await selectSeriesNotas(t))
    .filter(({ numeros, mayor, ultimo }) => numeros !== ultimo || mayor !== ultimo)
    .map(({ serie, numeros, mayor, ultimo }) => ({
      que: 'serie de notas',
      objeto: serie,
      detalle: `hay ${numeros} números, el mayor es ${mayor} y la serie va en ${ultimo}`,
    }));
  const ajustes = (await selectAjustesDescuadrados(t)).map(({ objeto }) => ({
    que: 'ajuste de consumo',
    objeto,
    detalle: 'el consumo corregido no es el de su corrección',
  }));
  return [
    ...compare('nota en el libro', await selectNotasDescuadradas(t)),
    ...compare('líneas de nota', await selectLineasAjenas(t)),
    ...compare('nota de terceros', await selectNotaTercerosDescuadrados(t)),
    ...compare('anulación', await selectAnuladasDescuadradas(t)),
    ...series,
    ...compare('corrección', await selectCorreccionesDescuadradas(t)),
    ...ajustes,
    ...(await verifyCorregidas(t)),
  ];
}

async function verifyCorregidas(t: TenantDb) {
  const tarifaDe = tarifasUsadas(t);
  const hallazgos: Hallazgo[] = [];
  let after: readonly [number, number] = [0, 0];
  for (;;) {
    const page = await selectCorregidas(t, after, PAGE);
    const last = page.at(-1);
    if (!last) return hallazgos;
    for (const factura of page) {
      const detalle = await faltaDe(factura, tarifaDe);
      if (detalle) hallazgos.push({ que: 'factura corregida', objeto: factura.numero_factura, detalle });
    }
    after = [last.correccion_id, last.factura_id];
  }
}

/** What is wrong with a corrected bill, if anything is. */
async function faltaDe(
  { calculo, conceptos, consumo_m3, diferencia, nota, emitidos, corregido, omitida }: FacturaCorregida,
  tarifaDe: ReturnType<typeof tarifasUsadas>,
) {
  const tarifa = await tarifaDe(calculo);
  if (!tarifa) return `no existe la versión de tarifas ${calculo.tarifa_id}`;
  const again = intentar(() => calcularCuenta(tarifa, calculo, calculo));
  if (again instanceof ReglaError) return `no se puede repetir con sus datos: ${again.message}`;
  if (!isDeepStrictEqual(again.conceptos, conceptos) || again.consumo_m3 !== consumo_m3)
    return 'sus líneas corregidas no son las que dan sus datos';
  if (!isDeepStrictEqual(again.calculo.despues, calculo.despues))
    return 'el estado que deja no es el que dan sus datos';
  if (
    !isDeepStrictEqual(again.calculo.promedio, calculo.promedio) ||
    again.calculo.en_investigacion !== calculo.en_investigacion
  )
    return 'su promedio no es el que dan sus datos';
  if (!isDeepStrictEqual(again.calculo.terceros, calculo.terceros))
    return 'la parte de terceros no es la que dan sus datos';
  if (nota !== diferencia) return `su nota es de ${nota} y la corrección dice ${diferencia}`;
  if (!omitida && diferenciaLineas(emitidos, corregido, conceptos).length > 0)
    return 'la factura y sus notas no suman lo que debió ser';
  return undefined;
}
