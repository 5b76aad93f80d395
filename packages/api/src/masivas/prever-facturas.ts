import type { TenantTx } from '@cunservicios/db/tenant';
import { devolucionPosible, valorDe } from '@cunservicios/domain/cartera/nota';
import { type FacturaEnCadena, selectCadenas } from '../correcciones/cadena.queries.ts';
import { fuentesDe } from '../correcciones/planear-cadena.ts';
import { type Tocada, reliquidar } from '../correcciones/reliquidar.ts';
import { versionCorregida } from '../correcciones/version-corregida.ts';
import { tarifasUsadas } from '../facturacion/tarifa-usada.ts';
import type { FacturaPrevista } from './facturas-masiva.queries.ts';
import type { MasivaRow } from './masivas.queries.ts';
import type { CambioMasivo } from './masivas.schema.ts';

/** What the bills of a chunk of accounts would be with the version, as a correction of each account alone finds it. */
export async function preverFacturas(
  t: TenantTx,
  { cambio: asked, fecha: hoy, sustento }: MasivaRow,
  rango: { desde: number; hasta: number },
) {
  const { desde, hasta, tarifa } = asked as CambioMasivo;
  const tarifa_id = (await versionCorregida(t, tarifa))?.id ?? 0;
  const fuentes = fuentesDe(t, tarifasUsadas(t, tarifa));
  const cuentas = Map.groupBy(await selectCadenas(t, { desde, hasta }, rango), ({ cliente_id }) => cliente_id);
  const previstas: FacturaPrevista[] = [];
  for (const cadena of cuentas.values()) {
    const cambiar = (_: FacturaEnCadena, calculo: FacturaEnCadena['calculo']) =>
      calculo.tarifa_id === tarifa_id ? calculo : { ...calculo, tarifa_id };
    const { tocadas, despues } = await reliquidar(cadena, cambiar, fuentes, { hoy, sustento });
    if (despues !== null) throw new Error('A version of the tariffs does not change what was consumed.');
    const bases = new Map(cadena.map(({ id, base_id }) => [id, base_id]));
    previstas.push(...tocadas.map((tocada) => prevista(tocada, bases.get(tocada.factura.id) ?? null)));
  }
  return { hechas: cuentas.size, previstas };
}

function prevista({ factura, valor_antes, debida, lineas, omitida }: Tocada, base_id: number | null): FacturaPrevista {
  const cabe = devolucionPosible(factura.valor_total, factura.notas, valorDe(lineas));
  const { conceptos, consumo_m3, calculo, valor_total: valor_despues } = debida;
  return {
    factura_id: factura.id,
    base_id,
    conceptos,
    consumo_m3,
    calculo,
    lineas: cabe ? lineas : [],
    valor_antes,
    valor_despues,
    diferencia: cabe ? valorDe(lineas) : 0,
    omitida: cabe ? omitida : 'mayor_que_factura',
  };
}
