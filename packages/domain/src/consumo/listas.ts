// The nouns of consumption. Database CHECKs and zod schemas are made from these lists.

/** How the m³ of a bill were found (Ley 142/1994 arts. 146 and 149). */
export const METODOS = [
  /** Difference of two readings, nothing estimated before. */
  'medido',
  /** Measured again after estimates: what was billed by estimate is taken off. */
  'regularizado',
  /** Not measured: the account's own average. */
  'promedio',
  /** Not measured and no history: accounts of the same use and estrato. */
  'similares',
  /** Measured, but a significant deviation is held: billed by average until resolved. */
  'provisional',
  /** Not measured and nothing to estimate from: 0 m³. */
  'sin_base',
  /** Hidden leak: measured, billed at the average while it may be repaired. */
  'fuga',
  /** No meter: the m³ are those gauged for its discharge (dominio 1.10). */
  'aforo',
] as const;
export type Metodo = (typeof METODOS)[number];

/** What the tenant does with a significant deviation. */
export const POLITICAS = ['advertir', 'retener'] as const;
export type Politica = (typeof POLITICAS)[number];

/** Warnings of the desk. The last two need facts outside the consumption: the run raises them. */
export const ADVERTENCIAS = [
  'lectura_menor',
  'desviacion_significativa',
  'sin_base',
  'consumo_cero',
  'medidor_sin_lectura_n',
  'consumo_en_suspendido',
  'salto_de_ruta',
] as const;
export type Advertencia = (typeof ADVERTENCIAS)[number];

/** Where sewage comes from besides the m³ of acueducto: an own source adds, a gauge replaces (dominio 1.10). */
export const MODOS_VERTIMIENTO = ['fuente_propia', 'aforo'] as const;
export type ModoVertimiento = (typeof MODOS_VERTIMIENTO)[number];

/** What a person may do with a warning. */
export const ACCIONES = ['confirmar', 'corregir', 'inspeccionar', 'promediar'] as const;
export type Accion = (typeof ACCIONES)[number];

/** Why a meter could not be read, in the words of the trade (dominio 2.2); each utility has its own list, which begins so. */
export const CAUSALES: readonly string[] = [
  'Predio cerrado',
  'Predio desocupado',
  'Acceso negado',
  'Medidor tapado o inundado',
  'Vidrio ilegible',
  'Medidor dañado o frenado',
  'Medidor invertido',
  'Medidor hurtado',
  'Sin medidor o conexión directa',
  'Animal en el predio',
  'Zona de riesgo',
  'Dirección errada',
];

/** Kinds of reading: `retiro` closes a meter, `estimada` is a value nobody read. */
export const TIPOS_LECTURA = ['inicial', 'real', 'estimada', 'retiro'] as const;
export type TipoLectura = (typeof TIPOS_LECTURA)[number];
