import { insertarEnHistoria } from '@cunservicios/domain/consumo/historia';
import type { TenantDb } from '@cunservicios/db/tenant';
import { selectFactura } from '../facturas/facturas.queries.ts';
import { invalid, notFound, refuse } from '../core/errors.ts';
import { type Calculo, calcularCuenta } from '../facturacion/calcular-cuenta.ts';
import { type FacturaEnCadena, selectCadena, selectDesviacionResuelta, selectUltima } from './cadena.queries.ts';
import type { Cambio } from './correcciones.schema.ts';
import type { Plan } from './plan.ts';
import { type Contexto, fuentesDe } from './planear-cadena.ts';
import { type Fuentes, calcular, tocada } from './reliquidar.ts';

type Resolucion = Extract<Cambio, { tipo: 'desviacion' }>;

/**
 * What a held deviation comes to once it was investigated (Ley 142 art. 149). Its own bill gets the difference at the
 * tariff of its period; later bills were right with what was known and stand. The m³ enter the history where they belong
 * in time, for the periods to come.
 */
export async function planearDesviacion(contexto: Contexto, cambio: Resolucion): Promise<Plan> {
  const { t } = contexto;
  const { numero_factura } = cambio;
  const row = (await selectFactura(t, numero_factura)) ?? notFound('la factura', numero_factura);
  const cadena = await selectCadena(t, row.cliente_id, '0001-01-01');
  const lugar = cadena.findIndex(({ id }) => id === row.id);
  const factura = cadena[lugar];
  if (!factura || factura.calculo.en_investigacion === 0)
    refuse('correccion_sin_efecto', 'La factura no tiene una desviación por resolver.');
  if (await selectDesviacionResuelta(t, factura.id))
    refuse('correccion_resuelta', 'La desviación de esa factura ya se resolvió.');
  const fuentes = fuentesDe(t);
  const debida = await calcular(factura, resuelto(factura.calculo, cambio), fuentes);
  const tocadas = [await tocada(factura, debida, fuentes, contexto)];
  const estado =
    cambio.resultado === 'promediar'
      ? null
      : await estadoResuelto(t, debida.consumo_m3, debida.calculo, cadena.slice(lugar + 1), factura, fuentes);
  const { cliente_id, numero_cuenta } = row;
  return { tipo: 'desviacion', cliente_id, numero_cuenta, tocadas, estado, escrituras: [], antes: {} };
}

/** The inputs of the bill with what was decided: the dial stands either way, and so does the next reference. */
function resuelto(calculo: Calculo, { resultado, m3 }: Resolucion): Calculo {
  if (resultado === 'promediar') return { ...calculo };
  if (resultado === 'confirmar') return { ...calculo, accion: 'confirmar' };
  const consumido = m3 ?? invalid('cambio.m3', 'Escriba los m³ que se consumieron.');
  if (calculo.lectura === null) throw new Error('A held deviation without a reading.');
  const { fecha, dial } = calculo.lectura;
  return {
    ...calculo,
    accion: 'confirmar',
    antes: { ...calculo.antes, ref: dial - consumido },
    lectura: { fecha, dial },
  };
}

async function estadoResuelto(
  t: TenantDb,
  m3: number,
  calculo: Calculo,
  posteriores: readonly FacturaEnCadena[],
  factura: FacturaEnCadena,
  { tarifaDe }: Fuentes,
) {
  const ultima = (await selectUltima(t, factura.cliente_id)) ?? notFound('la factura', factura.numero_factura);
  const { estado: antes, id: factura_id } = ultima;
  if (posteriores.length === 0) return { factura_id, antes, despues: calculo.despues };
  let medidas = 0;
  for (const { calculo: suyo } of posteriores)
    if (calcularCuenta(await tarifaDe(suyo), suyo, suyo).metodo === 'medido') medidas += 1;
  return { factura_id, antes, despues: { ...antes, historia: insertarEnHistoria(antes.historia, m3, medidas) } };
}
