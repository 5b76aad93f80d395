// Second pass of a run: with the group's average known, the m³ that are billed and the state after.
import { compararConsumo, periodosPromedio } from './desviacion.ts';
import type { Advertencia, Metodo, Politica } from './listas.ts';
import type { EstadoConsumo, Medicion } from './medir.ts';
import { m3Promedio, promedioDe } from './promedio.ts';
import type { Promedio } from './promedio.ts';

export type ReglasConsumo = {
  readonly politica: Politica;
  /** 1 monthly, 2 bimonthly. */
  readonly meses: number;
  /** First day of the period: picks the dated rules. */
  readonly fecha?: string | undefined;
  /** Estimates in a row that raise `medidor_sin_lectura_n`; 3 unless the tenant says otherwise. */
  readonly max_sin_lectura?: number | undefined;
  /** Periods in a row with a still dial that raise `consumo_cero`; 3 unless told. */
  readonly max_en_cero?: number | undefined;
  /** A person confirmed the measurement: it is billed though it deviates. */
  readonly confirmada?: boolean | undefined;
  /** A hidden leak under repair: what is measured is not billed (Ley 142/1994 art. 146). */
  readonly fuga?: boolean | undefined;
};

export type ConsumoResuelto = {
  /** m³ billed. */
  readonly m3: number;
  readonly metodo: Metodo;
  readonly desviacion: boolean;
  /** The average the bill rests on or was compared with, exact; null when measured without one. */
  readonly promedio: Promedio | null;
  /** Measured − billed m³ of a held deviation (signed); 0 otherwise. */
  readonly en_investigacion: number;
  readonly entra_en_historia: boolean;
  readonly lectura_anterior: number | null;
  readonly lectura_actual: number | null;
  readonly advertencias: readonly Advertencia[];
  readonly estado_despues: EstadoConsumo;
};

export const HISTORIA_MAXIMA = 6;

/**
 * What one account is billed in a period. `grupo` is the average of the clean measurements of its
 * use and estrato in the same period, this account's included (see `sumarAlGrupo`).
 * Estimates: own average of 6 periods (3 bimonthly), else the group's, else 0 (`sin_base`).
 * Sources: Ley 142/1994 arts. 146 and 149; facturacion 3 for the choices that are ours.
 */
export function resolver(
  estado: EstadoConsumo,
  medicion: Medicion,
  grupo: Promedio | null,
  reglas: ReglasConsumo,
): ConsumoResuelto {
  const base =
    medicion.neto === null
      ? estimar(estado, medicion, grupo, reglas)
      : deMedicion(estado, medicion, medicion.neto, grupo, reglas);
  const { sin_lectura, en_cero } = base.estado_despues;
  const advertencias = [...medicion.advertencias];
  if (base.desviacion) advertencias.push('desviacion_significativa');
  if (base.metodo === 'sin_base') advertencias.push('sin_base');
  if (en_cero >= (reglas.max_en_cero ?? 3)) advertencias.push('consumo_cero');
  if (sin_lectura >= (reglas.max_sin_lectura ?? 3)) advertencias.push('medidor_sin_lectura_n');
  return { ...base, advertencias, lectura_anterior: estado.ref, lectura_actual: medicion.dial };
}

/**
 * Whether `resolver` will look at the group's average: only accounts without history of their own, and measured
 * ones whose history is all zero. A run finishes the others without waiting for the whole group to be measured.
 */
export function dependeDelGrupo(
  estado: EstadoConsumo,
  medicion: Medicion,
  { meses, fecha, fuga = false }: ReglasConsumo,
): boolean {
  const propio = promedioDe(estado.historia, periodosPromedio(meses, fecha));
  if (medicion.neto === null || fuga) return propio === null;
  return medicion.limpia && (propio === null || propio.suma === 0);
}

type Base = Omit<ConsumoResuelto, 'advertencias' | 'lectura_anterior' | 'lectura_actual'>;

/** Not measured: the estimate is remembered and the reference stays, unless this is the first reading of all. */
function estimar(
  estado: EstadoConsumo,
  medicion: Medicion,
  grupo: Promedio | null,
  { meses, fecha }: ReglasConsumo,
): Base {
  const propio = promedioDe(estado.historia, periodosPromedio(meses, fecha));
  const promedio = propio ?? (grupo !== null && grupo.n > 0 ? grupo : null);
  const m3 = promedio === null ? 0 : m3Promedio(promedio);
  // Before a starting point there is nothing an estimate could later be taken off from.
  const estimado = estado.ref === null || medicion.reinicia ? 0 : estado.estimado + m3 - medicion.traslado;
  return {
    m3,
    metodo: propio ? 'promedio' : promedio ? 'similares' : 'sin_base',
    desviacion: false,
    promedio,
    en_investigacion: 0,
    entra_en_historia: false,
    estado_despues: {
      ...estado,
      ref: medicion.dial ?? estado.ref,
      estimado,
      sin_lectura: estado.sin_lectura + 1,
      en_cero: 0,
    },
  };
}

function deMedicion(
  estado: EstadoConsumo,
  { avance, dial, limpia }: Medicion,
  neto: number,
  grupo: Promedio | null,
  { politica, meses, fecha, confirmada = false, fuga = false }: ReglasConsumo,
): Base {
  const despues: EstadoConsumo = {
    ...estado,
    ref: dial,
    estimado: 0,
    sin_lectura: 0,
    en_cero: avance === 0 ? estado.en_cero + 1 : 0,
  };
  const nada = { desviacion: false, promedio: null, en_investigacion: 0, entra_en_historia: false };
  if (fuga) {
    const base = promedioDe(estado.historia, periodosPromedio(meses, fecha)) ?? grupo;
    // The leaked m³ are forgiven: the dial is the next reference and nothing of them is carried.
    if (base !== null && base.n > 0)
      return { ...nada, m3: m3Promedio(base), metodo: 'fuga', promedio: base, estado_despues: despues };
  }
  if (!limpia) {
    const estado_despues = { ...despues, arrastre: Math.min(neto, 0) }; // a clean one carries nothing
    return { ...nada, m3: Math.max(neto, 0), metodo: 'regularizado', estado_despues };
  }
  const { desviacion, promedio } = compararConsumo(neto, { historia: estado.historia, grupo, meses, fecha });
  if (desviacion && politica === 'retener' && !confirmada) {
    // The account's own average bills even when it is all zero and the group decided the deviation.
    const base = promedioDe(estado.historia, periodosPromedio(meses, fecha)) ?? promedio;
    const m3 = base === null ? 0 : m3Promedio(base);
    const en_investigacion = neto - m3;
    return {
      ...nada,
      m3,
      metodo: 'provisional',
      desviacion,
      promedio: base,
      en_investigacion,
      estado_despues: despues,
    };
  }
  const historia = [...estado.historia, neto].slice(-HISTORIA_MAXIMA);
  const estado_despues = { ...despues, historia };
  return { ...nada, m3: neto, metodo: 'medido', desviacion, promedio, entra_en_historia: true, estado_despues };
}

/** An account without meter: no m³ of acueducto; its discharge is gauged (dominio 1.10). */
export const sinMedidor = (estado: EstadoConsumo): ConsumoResuelto => ({
  m3: 0,
  metodo: 'aforo',
  desviacion: false,
  promedio: null,
  en_investigacion: 0,
  entra_en_historia: false,
  lectura_anterior: null,
  lectura_actual: null,
  advertencias: [],
  estado_despues: estado,
});
