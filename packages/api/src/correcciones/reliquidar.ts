// The bills of an account again, with a change in their past: each one starts where the one before it now ends.
import { isDeepStrictEqual } from 'node:util';
import type { Omision } from '@cunservicios/domain/cartera/listas';
import { type LineaNota, diferenciaLineas, valorDe } from '@cunservicios/domain/cartera/nota';
import type { Metodo } from '@cunservicios/domain/consumo/listas';
import type { EstadoConsumo, Medicion } from '@cunservicios/domain/consumo/medir';
import type { Promedio } from '@cunservicios/domain/consumo/promedio';
import { dependeDelGrupo } from '@cunservicios/domain/consumo/resolver';
import { cobroOportuno } from '@cunservicios/domain/plazos/plazos';
import type { TarifaPreparada } from '@cunservicios/domain/tarifa/corrida';
import {
  type Calculo,
  type CuentaCalculada,
  type ReglasPeriodo,
  calcularCuenta,
  medirCuenta,
  reglasDe,
} from '../facturacion/calcular-cuenta.ts';
import type { FacturaEnCadena } from './cadena.queries.ts';

/** A bill that the change touches: what it is now, what it should have been, and the note between them. */
export type Tocada = {
  factura: FacturaEnCadena;
  metodo_antes: Metodo;
  valor_antes: number;
  debida: Pick<CuentaCalculada, 'metodo' | 'consumo_m3' | 'conceptos' | 'valor_total' | 'calculo'>;
  /** Lines of its note; none when it gets none. */
  lineas: LineaNota[];
  omitida: Omision | null;
};

export type Fuentes = {
  tarifaDe: (reglas: ReglasPeriodo) => Promise<TarifaPreparada>;
  /** Average of a class in the period of a bill, without its account. */
  grupoDe: (factura: FacturaEnCadena, clase: Pick<Calculo, 'uso' | 'estrato'>) => Promise<Promedio>;
};

export type Cobro = { hoy: string; sustento: string | null };

/**
 * Goes through bills of one account, oldest first. `cambiar` gives a bill's inputs with the change; the same object
 * where it has none. The state that a bill leaves goes on to the next one from where it first differs.
 */
export async function reliquidar(
  cadena: readonly FacturaEnCadena[],
  cambiar: (factura: FacturaEnCadena, calculo: Calculo) => Calculo,
  fuentes: Fuentes,
  cobro: Cobro,
): Promise<{ tocadas: Tocada[]; despues: EstadoConsumo | null }> {
  const tocadas: Tocada[] = [];
  let sigue: EstadoConsumo | null = null;
  for (const factura of cadena) {
    const entrada = cambiar(factura, sigue ? { ...factura.calculo, antes: sigue } : factura.calculo);
    sigue = null;
    if (entrada === factura.calculo) continue;
    const debida = await calcular(factura, entrada, fuentes);
    if (!isDeepStrictEqual(debida.calculo.despues, factura.calculo.despues)) sigue = debida.calculo.despues;
    tocadas.push(await tocada(factura, debida, fuentes, cobro));
  }
  return { tocadas, despues: sigue };
}

/** One bill against what it should have been. */
export async function tocada(
  factura: FacturaEnCadena,
  debida: Tocada['debida'],
  { tarifaDe }: Pick<Fuentes, 'tarifaDe'>,
  { hoy, sustento }: Cobro,
): Promise<Tocada> {
  const lineas = diferenciaLineas(factura.conceptos, factura.corregido, debida.conceptos);
  const tarde = valorDe(lineas) > 0 && sustento === null && !cobroOportuno(factura.fecha_emision, hoy);
  return {
    factura,
    metodo_antes: calcularCuenta(await tarifaDe(factura.calculo), factura.calculo, factura.calculo).metodo,
    valor_antes: factura.valor_total + valorDe(factura.corregido),
    debida,
    lineas: tarde ? [] : lineas,
    omitida: tarde ? 'plazo_de_cobro' : null,
  };
}

/** A bill from changed inputs; where it depends on its group, on the group as it would have been. */
export async function calcular(factura: FacturaEnCadena, calculo: Calculo, { tarifaDe, grupoDe }: Fuentes) {
  const entrada = { ...calculo };
  const medicion = medirCuenta(entrada);
  if (!entrada.sin_medidor && dependeDelGrupo(entrada.antes, medicion, reglasDe(entrada, entrada))) {
    const { uso, estrato, grupo } = factura.calculo;
    const misma = entrada.uso === uso && entrada.estrato === estrato;
    const otras =
      misma && grupo !== null ? sumarPropia(grupo, medirCuenta(factura.calculo), -1) : await grupoDe(factura, entrada);
    const todas = sumarPropia(otras, medicion, 1);
    entrada.grupo = todas.n > 0 ? todas : null;
  }
  return calcularCuenta(await tarifaDe(entrada), entrada, entrada, medicion);
}

/** A group with the account's own measurement added, or taken out. */
const sumarPropia = ({ suma, n }: Promedio, { limpia, neto }: Medicion, veces: 1 | -1): Promedio =>
  limpia && neto !== null ? { suma: suma + veces * neto, n: n + veces } : { suma, n };
