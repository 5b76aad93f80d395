import { type PorComponente, componentes, repartir, sumarComponentes } from '@cunservicios/domain/recaudo/componentes';
import type { LineaDe } from './deudas.queries.ts';

/** A bill while money moves on it: each move tells where inside the bill it went, and the next one starts from there. */
export type Repartible = { lineas: readonly LineaDe[]; antes: PorComponente };

/** Where inside the bill `valor` more pesos of money go. The bill remembers it. */
export function repartirEn(factura: Repartible, valor: number, servicios: readonly string[]): PorComponente {
  const detalle = repartir(componentes(factura.lineas), factura.antes, valor, servicios);
  factura.antes = sumarComponentes(factura.antes, detalle);
  return detalle;
}
