// A payment agreement: its instalments, and what goes back to the bills when it is broken.
import { addMonths, diffDays } from '../calendario/fechas.ts';
import { sumar } from '../pesos.ts';
import { ReglaError } from '../regla.ts';
import { interesMora } from './mora.ts';

export type Cuota = {
  readonly cuota: number;
  readonly vence: string;
  readonly capital: number;
  readonly interes: number;
};

export type CondicionesConvenio = {
  /** Whole pesos. */
  readonly capital: number;
  readonly cuotas: number;
  /** Simple yearly rate, exact decimal text; "0" without interest. */
  readonly tasa_anual: string;
  /** Day of signing. */
  readonly fecha: string;
  readonly primera_cuota: string;
  /** Months from one instalment to the next: those of the billing cycle. */
  readonly cada_meses: number;
};

/**
 * Instalments of an agreement: equal principal in whole pesos, the last one takes the rest, so that they add up to the
 * debt exactly. Interest is simple, on the principal not yet due, for the days since the instalment before (or the
 * signing), over 365 and half up, as late interest is (dominio 2.7, 2.10). Throws ReglaError `convenio_invalido`.
 */
export function cuotasDeConvenio(condiciones: CondicionesConvenio): Cuota[] {
  const { capital, cuotas, tasa_anual, fecha, primera_cuota, cada_meses } = condiciones;
  if (!Number.isSafeInteger(capital) || capital < cuotas)
    throw new ReglaError('convenio_invalido', 'La deuda no alcanza para tantas cuotas.', { campo: 'cuotas' });
  if (primera_cuota < fecha)
    throw new ReglaError('convenio_invalido', 'La primera cuota no puede vencer antes de firmar.', {
      campo: 'primera_cuota',
    });
  const igual = Math.floor(capital / cuotas);
  const lista: Cuota[] = [];
  let [resto, antes] = [capital, fecha];
  for (let cuota = 1; cuota <= cuotas; cuota++) {
    const vence = addMonths(primera_cuota, (cuota - 1) * cada_meses);
    const interes = interesMora(resto, diffDays(antes, vence), tasa_anual);
    lista.push({ cuota, vence, capital: cuota === cuotas ? resto : igual, interes });
    [resto, antes] = [resto - igual, vence];
  }
  return lista;
}

type Cubierta = { readonly factura_id: number; readonly valor: number };

/**
 * What a broken agreement gives back to the bills it covered: the principal that was billed in instalments paid for
 * the oldest bills first, the rest returns, exactly. `cubiertas` are in the order of their pay-by days.
 */
export function devolverAFacturas(cubiertas: readonly Cubierta[], facturado: number): Cubierta[] {
  if (facturado < 0 || facturado > sumar(cubiertas.map(({ valor }) => valor)))
    throw new ReglaError('convenio_invalido', 'Lo facturado en cuotas no cabe en el capital del convenio.');
  let queda = facturado;
  const devueltas: Cubierta[] = [];
  for (const { factura_id, valor } of cubiertas) {
    const cubierto = Math.min(valor, queda);
    queda -= cubierto;
    if (valor > cubierto) devueltas.push({ factura_id, valor: valor - cubierto });
  }
  return devueltas;
}
