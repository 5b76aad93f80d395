// A bill in sentences: from the dial to each peso, with the norm beside.
import { explicarComparacion, explicarConsumo } from './consumo.ts';
import type { ClaveSeccion, FacturaExplicable, Frase, Seccion } from './factura-explicable.ts';
import { explicarLectura } from './lectura.ts';
import {
  explicarApoyos,
  explicarLineas,
  explicarOtros,
  explicarPorPagar,
  explicarRangos,
  explicarReclamo,
  explicarTarifa,
  explicarTotal,
} from './valor.ts';

const PASOS: readonly (readonly [ClaveSeccion, string, (factura: FacturaExplicable) => Frase[]])[] = [
  ['lectura', 'Lo que marcó el medidor', explicarLectura],
  ['consumo', 'Los m³ que se cobran', explicarConsumo],
  ['comparacion', 'Comparación con antes', explicarComparacion],
  ['rangos', 'Los rangos de consumo', explicarRangos],
  ['tarifa', 'De dónde salen los precios', explicarTarifa],
  ['lineas', 'Cada línea, peso por peso', explicarLineas],
  ['apoyos', 'Subsidios y contribuciones', explicarApoyos],
  ['otros_cobros', 'Otros cobros', explicarOtros],
  ['total', 'El total de la factura', explicarTotal],
  ['a_pagar', 'Lo que tiene que pagar', explicarPorPagar],
  ['reclamar', 'Cómo reclamar', explicarReclamo],
];

/**
 * Explains a bill from its stored trace (Ley 142/1994 art. 148: the user must be able to check how consumption was
 * determined and valued). Sections come in order; one with nothing to say is left out. A bill written by hand has no
 * trace: only its lines, total and how to claim.
 */
export const explicarFactura = (factura: FacturaExplicable): Seccion[] =>
  PASOS.map(([clave, titulo, frases]) => ({ clave, titulo, frases: frases(factura) })).filter(
    ({ frases }) => frases.length > 0,
  );
