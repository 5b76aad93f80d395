// What an explanation is made of: the stored trace of a bill as plain data, and the sentences that come out.
import type { Metodo, ModoVertimiento } from '../consumo/listas.ts';
import type { EstadoConsumo } from '../consumo/medir.ts';
import type { Promedio } from '../consumo/promedio.ts';

export type LineaExplicable = {
  readonly servicio: string;
  readonly codigo: string;
  readonly concepto: string;
  readonly cantidad: string;
  readonly valor_unitario: string;
  readonly formula: string;
  readonly norma: string;
  readonly valor: number;
};

export type LecturaExplicable = {
  readonly dial: number;
  readonly fecha: string;
  /** Changes of meter: last dial of the old one (null: nobody could read it) and first of the new one. */
  readonly cambios?: readonly { readonly retiro: number | null; readonly inicial: number }[] | undefined;
  /** Digits of the dial, when it was confirmed that it went round past zero. */
  readonly vuelta_digitos?: number | null | undefined;
};

/** The trace kept with a bill of consumption. What a later version adds is optional. */
export type TrazaExplicable = {
  readonly altitud_msnm: number;
  readonly meses: 1 | 2;
  readonly fecha: string;
  readonly uso: string;
  readonly estrato: number | null;
  readonly unidades: number;
  readonly antes: EstadoConsumo;
  readonly lectura: LecturaExplicable | null;
  readonly grupo: Promedio | null;
  readonly promedio: Promedio | null;
  readonly en_investigacion: number;
  readonly despues: EstadoConsumo;
  /** Days served of the days of the cycle, when the period was not whole. */
  readonly prorrata?: { readonly dias: number; readonly dias_ciclo: number } | undefined;
  /** Discharge that is not simply the m³ of acueducto. */
  readonly vertimiento?: { readonly modo: ModoVertimiento; readonly m3_mes: number } | undefined;
  /** What a person decided about a warning. */
  readonly accion?: string | undefined;
  /** Classes of a mixed multiusuario, instead of uso and estrato. */
  readonly clases?:
    | readonly { readonly uso: string; readonly estrato: number | null; readonly unidades: number }[]
    | undefined;
};

export type FacturaExplicable = {
  readonly numero_factura: string;
  readonly fecha_emision: string;
  readonly fecha_vencimiento: string;
  readonly valor_total: number;
  /** What the account owed when the bill was issued. */
  readonly saldo_anterior: number;
  /** Pesos of this bill under an open claim. */
  readonly en_reclamo: number;
  readonly consumo_m3: number | null;
  readonly metodo: Metodo | null;
  readonly conceptos: readonly LineaExplicable[];
  readonly periodo: { readonly codigo: string; readonly desde: string; readonly hasta: string } | null;
  readonly calculo: TrazaExplicable | null;
  readonly tarifa: { readonly vigente_desde: string; readonly fuente: string } | null;
  readonly medidor: string | null;
  /** Why the meter was not read, in words, when somebody noted it. */
  readonly causal: string | null;
  readonly terceros: readonly { readonly nombre: string; readonly valor: number }[];
};

export const SECCIONES = [
  'lectura',
  'consumo',
  'comparacion',
  'rangos',
  'tarifa',
  'lineas',
  'apoyos',
  'otros_cobros',
  'total',
  'a_pagar',
  'reclamar',
] as const;
export type ClaveSeccion = (typeof SECCIONES)[number];

export type Frase = { readonly texto: string; readonly norma: string };
export type Seccion = { readonly clave: ClaveSeccion; readonly titulo: string; readonly frases: Frase[] };
