// The line of late interest on a bill.
import {
  type FacturaEnMora,
  type TasaMes,
  explicarInteres,
  interesesDeCuenta,
} from '@cunservicios/domain/cartera/intereses';
import { formatPesos } from '@cunservicios/domain/pesos';
import type { Uso } from '@cunservicios/domain/tarifa/listas';
import type { LineaFactura } from './calcular-cuenta.ts';

/** Unpaid bills of an account at the cut-off of a period, and the monthly rates they need. */
export type Mora = { corte: string; facturas: FacturaEnMora[]; tasas?: TasaMes[] };

const VISIBLES = 3;

/** Late interest up to the cut-off as one line, or none. Throws ReglaError `sin_norma` when a month has no rate. */
export function lineaMora({ corte, facturas, tasas = [] }: Mora, uso: Uso): LineaFactura | undefined {
  const { lineas, total } = interesesDeCuenta(facturas, { corte, residencial: uso === 'residencial', tasas });
  if (total === 0) return undefined;
  const formulas = lineas
    .slice(0, VISIBLES)
    .map((linea) => `${linea.numero}: ${explicarInteres(linea)} → ${formatPesos(linea.interes)}`);
  if (lineas.length > VISIBLES) formulas.push(`y ${lineas.length - VISIBLES} facturas más`);
  return {
    servicio: 'mora',
    codigo: 'interes_mora',
    concepto: `Intereses de mora de ${lineas.length === 1 ? 'una factura vencida' : `${lineas.length} facturas vencidas`}`,
    cantidad: '1',
    valor_unitario: String(total),
    formula: formulas.join('; '),
    norma: 'Ley 142/1994 art. 96',
    valor: total,
  };
}
