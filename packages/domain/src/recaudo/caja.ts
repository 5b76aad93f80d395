// The drawer of a cash desk: what is counted, what should be there, the change to give.
import { ReglaError } from '../regla.ts';

/** abierta: takes payments; por_aprobar: counted, a second person decides its difference; cerrada: for good. */
export const ESTADOS_CAJA = ['abierta', 'por_aprobar', 'cerrada'] as const;
export type EstadoCaja = (typeof ESTADOS_CAJA)[number];

/** Taken out during the day: to the bank, or handed to whoever keeps the money. */
export const TIPOS_RETIRO = ['consignacion', 'entrega'] as const;
export type TipoRetiro = (typeof TIPOS_RETIRO)[number];

/** What can be taken out of a drawer. */
export const MEDIOS_RETIRO = ['Efectivo', 'Cheque'] as const;

/** Notes and coins of Banco de la República, largest first. The note and the coin of $ 1.000 are counted together. */
export const DENOMINACIONES = [100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50] as const;

/** Pesos by means of payment. */
export type PorMedio = Readonly<Record<string, number | undefined>>;

/** Pesos of counted notes and coins. Throws ReglaError `validacion` for what is no denomination or no whole count. */
export function contarEfectivo(cuantos: Readonly<Record<string, number | undefined>>): number {
  let suma = 0;
  for (const [denominacion, n = 0] of Object.entries(cuantos)) {
    if (!DENOMINACIONES.some((una) => String(una) === denominacion))
      throw new ReglaError('validacion', `No hay billetes ni monedas de ${denominacion}.`, { campo: 'denominaciones' });
    if (!Number.isSafeInteger(n) || n < 0)
      throw new ReglaError('validacion', `Escriba cuántos hay de ${denominacion}, en números enteros.`, {
        campo: 'denominaciones',
      });
    suma += Number(denominacion) * n;
  }
  return suma;
}

export type DiferenciaDeCaja = {
  /** Counted less expected, by means; means without difference are left out. Below zero: missing. */
  readonly por_medio: Readonly<Record<string, number>>;
  readonly total: number;
  /** Each means' difference without its sign, added up: what a limit looks at. */
  readonly descuadre: number;
};

/** How what was counted differs from what should be there. */
export function diferenciaDeCaja(contado: PorMedio, esperado: PorMedio): DiferenciaDeCaja {
  const por_medio: Record<string, number> = {};
  for (const medio of new Set([...Object.keys(contado), ...Object.keys(esperado)])) {
    const diferencia = (contado[medio] ?? 0) - (esperado[medio] ?? 0);
    if (diferencia !== 0) por_medio[medio] = diferencia;
  }
  const valores = Object.values(por_medio);
  return {
    por_medio,
    total: valores.reduce((suma, valor) => suma + valor, 0),
    descuadre: valores.reduce((suma, valor) => suma + Math.abs(valor), 0),
  };
}

/** Change for what was handed over, in the fewest notes and coins; what no coin pays is in `resto`. */
export function vuelto(valor: number, recibido: number): { total: number; piezas: [number, number][]; resto: number } {
  const total = Math.max(0, recibido - valor);
  let resto = total;
  const piezas: [number, number][] = [];
  for (const denominacion of DENOMINACIONES) {
    const n = Math.floor(resto / denominacion);
    if (n > 0) piezas.push([denominacion, n]);
    resto -= n * denominacion;
  }
  return { total, piezas, resto };
}
