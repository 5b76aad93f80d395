// A bill of recovered consumption from its stored inputs. The command and `verify` both call it.
import { formatPesos, sumar } from '@cunservicios/domain/pesos';
import type { TarifaPreparada } from '@cunservicios/domain/tarifa/corrida';
import { type Calculo, type LineaFactura, cuentaALiquidar } from '../facturacion/calcular-cuenta.ts';

export type EntradaRecuperacion = {
  /** What the bill that should have had the m³ was calculated from. */
  calculo: Calculo;
  /** m³ already charged of that period. */
  facturado_m3: number;
  /** m³ recovered. */
  m3: number;
};

/**
 * What the recovered m³ cost at the tariff and ranges of their own period: the lines of that bill with all its m³, less
 * those it was charged. So each m³ pays the range it falls in, and fixed charges are not paid twice (Ley 142 arts. 146,
 * 149, 150; dominio 2.6). Without the desincentivo, which asks for a consumption known in time.
 */
export function calcularRecuperacion(tarifa: TarifaPreparada, { calculo, facturado_m3, m3 }: EntradaRecuperacion) {
  const lineasCon = (total: number) =>
    tarifa.liquidar({ ...cuentaALiquidar(calculo, calculo, total), desincentivo: false }).lineas;
  const facturadas = new Map(lineasCon(facturado_m3).map((linea) => [claveDe(linea), linea.valor]));
  const conceptos = lineasCon(facturado_m3 + m3).flatMap((linea): LineaFactura[] => {
    const antes = facturadas.get(claveDe(linea)) ?? 0;
    const valor = linea.valor - antes;
    if (valor === 0) return [];
    return [
      {
        servicio: linea.servicio,
        codigo: linea.codigo,
        concepto: `Recuperación: ${linea.concepto}`,
        cantidad: '1',
        valor_unitario: String(valor),
        formula: `${formatPesos(linea.valor)} con ${facturado_m3 + m3} m³ − ${formatPesos(antes)} con ${facturado_m3} m³`,
        norma: `${linea.norma}; Ley 142/1994 art. 150`,
        valor,
      },
    ];
  });
  return { conceptos, valor_total: sumar(conceptos.map(({ valor }) => valor)) };
}

const claveDe = ({ servicio, codigo, concepto }: { servicio: string; codigo: string; concepto: string }) =>
  `${servicio}\n${codigo}\n${concepto}`;
