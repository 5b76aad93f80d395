// First pass of a run, account by account: what the dial says, before any average is known.
import { ReglaError } from '../regla.ts';
import type { Advertencia } from './listas.ts';

/** What an account carries from period to period. All m³ are whole. */
export type EstadoConsumo = {
  /** Last accepted dial; null before the starting point. */
  readonly ref: number | null;
  /** m³ billed by estimate since `ref`. */
  readonly estimado: number;
  /** m³ billed too much by estimates and not yet given back: zero or below. */
  readonly arrastre: number;
  /** Cleanly measured m³, oldest first; the last six are enough. */
  readonly historia: readonly number[];
  /** Periods in a row not measured. */
  readonly sin_lectura: number;
  /** Periods in a row measured with a dial that did not move. */
  readonly en_cero: number;
};

/** The state of an account whose meter starts at `dial` (null: no starting point yet). */
export const estadoInicial = (dial: number | null): EstadoConsumo => ({
  ref: dial,
  estimado: 0,
  arrastre: 0,
  historia: [],
  sin_lectura: 0,
  en_cero: 0,
});

/** A change of meter: last dial of the old one (null: nobody could read it), first of the new one. */
export type Cambio = {
  readonly retiro: number | null;
  readonly inicial: number;
  /** Digits of the old dial, where they are not those of the one in place. */
  readonly digitos?: number | undefined;
};

export type Lectura = {
  /** The period's last reading, of the meter in place at its end. */
  readonly dial: number;
  /** Changes of meter since `ref`, in order. */
  readonly cambios?: readonly Cambio[] | undefined;
  /** Digits of the dial, when a person confirmed that it went round past zero. */
  readonly vuelta_digitos?: number | null | undefined;
};

export type Medicion = {
  /** m³ the dial moved since `ref`; null when not measured. */
  readonly avance: number | null;
  /** avance − estimado + arrastre: what would be billed, possibly below zero. */
  readonly neto: number | null;
  /** Measured, nothing estimated nor carried: it may enter history and counts in its group. */
  readonly limpia: boolean;
  /** Dial accepted as the next reference; null keeps the old one. */
  readonly dial: number | null;
  /** `dial` is a new starting point: what was estimated before can no longer be taken off. */
  readonly reinicia: boolean;
  /** m³ read on meters removed since `ref` and not billed yet, where the rest was not measured. */
  readonly traslado: number;
  readonly advertencias: readonly Advertencia[];
};

const NO_MEDIDA: Medicion = {
  avance: null,
  neto: null,
  limpia: false,
  dial: null,
  reinicia: false,
  traslado: 0,
  advertencias: [],
};
const MENOR: Medicion = { ...NO_MEDIDA, advertencias: ['lectura_menor'] };

/**
 * Measures a period: dial against the last accepted one. A dial below it is not accepted
 * (`lectura_menor`) unless its going round was confirmed: 10^dígitos − anterior + actual. A change
 * of meter adds the part of each meter; when nobody could read the old one, nothing is measured and
 * the new one is the starting point, and so it is when the dial of either is below. Without a reference the reading becomes the starting point.
 * Rules: facturacion 2 and 3, dominio 2.2. Throws ReglaError `lectura_invalida`, `vuelta_invalida`.
 */
export function medir(estado: EstadoConsumo, lectura: Lectura | null): Medicion {
  if (lectura === null) return NO_MEDIDA;
  exigirDial(lectura.dial);
  const sinRetiro = lectura.cambios?.some(({ retiro }) => retiro === null) ?? false;
  if (estado.ref === null || sinRetiro) return { ...NO_MEDIDA, dial: lectura.dial, reinicia: true };
  const avance = avanceDe(estado.ref, lectura);
  if (avance === null) return menor(lectura);
  return {
    avance,
    neto: avance - estado.estimado + estado.arrastre,
    limpia: estado.estimado === 0 && estado.arrastre === 0,
    dial: lectura.dial,
    reinicia: false,
    traslado: 0,
    advertencias: [],
  };
}

/**
 * A period whose reading counts as not taken (billed by average at the desk): the next one makes up for it. A meter
 * changed meanwhile is the reference all the same, and what the old one showed at its removal is not lost.
 */
export function noTomada(estado: EstadoConsumo, { cambios = [], vuelta_digitos }: Lectura): Medicion {
  const ultimo = cambios.at(-1);
  if (!ultimo) return NO_MEDIDA;
  const { avance } = medir(estado, { dial: ultimo.inicial, cambios, vuelta_digitos });
  return { ...NO_MEDIDA, dial: ultimo.inicial, reinicia: avance === null, traslado: avance ?? 0 };
}

/** Not accepted. A changed meter is a new starting point all the same: the old one's dial says nothing of the new one. */
function menor({ dial, cambios = [] }: Lectura): Medicion {
  const nuevo = cambios.at(-1);
  return nuevo ? { ...MENOR, dial: Math.max(dial, nuevo.inicial), reinicia: true } : MENOR;
}

function avanceDe(ref: number, { dial, cambios = [], vuelta_digitos }: Lectura): number | null {
  let desde = ref;
  let avance = 0;
  let vueltas = vuelta_digitos ? 1 : 0; // one confirmation forgives one step back
  const tramos: readonly Cambio[] = [...cambios, { retiro: dial, inicial: 0 }];
  for (const { retiro, inicial, digitos = vuelta_digitos } of tramos) {
    if (retiro === null) return null;
    exigirDial(retiro);
    exigirDial(inicial);
    if (retiro >= desde) avance += retiro - desde;
    else if (digitos && vueltas-- > 0) avance += porVuelta(desde, retiro, digitos);
    else return null;
    desde = inicial;
  }
  return avance;
}

function porVuelta(anterior: number, actual: number, digitos: number): number {
  const tope = 10 ** digitos;
  if (!Number.isInteger(digitos) || digitos < 3 || digitos > 10 || anterior >= tope || actual >= tope) {
    throw new ReglaError(
      'vuelta_invalida',
      `Un medidor de ${digitos} dígitos no puede pasar de ${anterior} a ${actual}.`,
    );
  }
  return tope - anterior + actual;
}

function exigirDial(dial: number): void {
  if (!Number.isSafeInteger(dial) || dial < 0 || dial > 1e10) {
    throw new ReglaError('lectura_invalida', 'La lectura debe ser un número entero de m³, 0 o más.');
  }
}
