// Proof of arrears: agreements, charges, third parties' money, recovered consumption.
import { isDeepStrictEqual } from 'node:util';
import type { TenantDb } from '@cunservicios/db/tenant';
import { ReglaError, intentar } from '@cunservicios/domain/regla';
import { calcularRecuperacion } from '../recuperaciones/calcular-recuperacion.ts';
import { selectRecuperacionesDesde } from '../recuperaciones/recuperaciones.queries.ts';
import { tarifasUsadas } from './tarifa-usada.ts';
import {
  selectCapitales,
  selectCargosDeOrden,
  selectCargosFacturados,
  selectCuotasDescuadradas,
  selectSaldosConvenios,
  selectSeriesCartera,
  selectTercerosDescuadrados,
  selectTomadoDeFacturas,
} from './verify-cartera.queries.ts';
import type { Hallazgo } from './verify.ts';

const CHECKS = {
  'capital de convenio': selectCapitales,
  'saldo de convenio': selectSaldosConvenios,
  'convenio en facturas': selectTomadoDeFacturas,
  'cuota de convenio': selectCuotasDescuadradas,
  'cargo de orden': selectCargosDeOrden,
  'cargo facturado': selectCargosFacturados,
  'dinero de terceros': selectTercerosDescuadrados,
};

export async function verifyCartera(t: TenantDb): Promise<Hallazgo[]> {
  const hallazgos: Hallazgo[] = [];
  for (const [que, select] of Object.entries(CHECKS))
    for (const { objeto, guardado, calculado } of await select(t))
      hallazgos.push({ que, objeto, detalle: `dice ${guardado}, debe ser ${calculado}` });
  for (const { serie, numeros, mayor, ultimo } of await selectSeriesCartera(t))
    if (numeros !== ultimo || mayor !== ultimo)
      hallazgos.push({
        que: `serie de ${serie}`,
        objeto: serie,
        detalle: `hay ${numeros} números, el mayor es ${mayor} y la serie va en ${ultimo}`,
      });
  return [...hallazgos, ...(await verifyRecuperaciones(t))];
}

const PAGE = 500;

/** Every bill of recovered consumption again from what it was calculated from. */
async function verifyRecuperaciones(t: TenantDb): Promise<Hallazgo[]> {
  const hallazgos: Hallazgo[] = [];
  const tarifaDe = tarifasUsadas(t);
  for (let after = 0; ;) {
    const page = await selectRecuperacionesDesde(t, after, PAGE);
    const last = page.at(-1);
    if (!last) return hallazgos;
    for (const { numero_factura: objeto, entrada, m3, conceptos, de_su_factura } of page) {
      if (!de_su_factura)
        hallazgos.push({ que: 'recuperación', objeto, detalle: 'no parte de los datos de la factura que la omitió' });
      const tarifa = await tarifaDe(entrada.calculo);
      const again = tarifa && intentar(() => calcularRecuperacion(tarifa, entrada));
      if (!again || again instanceof ReglaError || m3 !== entrada.m3 || !isDeepStrictEqual(again.conceptos, conceptos))
        hallazgos.push({ que: 'recuperación', objeto, detalle: 'sus líneas no son las que dan sus datos' });
    }
    after = last.factura_id;
  }
}
