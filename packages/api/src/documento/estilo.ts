// Measures and colours that the parts of the paper share, and how it writes dates.
import { formatPesos } from '@cunservicios/domain/pesos';
import type { Color } from './pdf/pagina.ts';

export const IZQUIERDA = 36;
export const DERECHA = 576;
/** Where the detail ends and the column of the consumption begins. */
export const FIN_DETALLE = 388;
export const COLUMNA = 402;
/** Height at which the part that the bank keeps begins. */
export const TALON = 650;

export const AZUL: Color = [0.05, 0.28, 0.46];
export const AZUL_SUAVE: Color = [0.9, 0.94, 0.97];
export const GRIS: Color = [0.36, 0.38, 0.41];
export const RAYA: Color = [0.75, 0.78, 0.81];
export const BLANCO: Color = [1, 1, 1];
export const ROJO: Color = [0.7, 0.1, 0.1];

const MESES = ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sep', 'oct', 'nov', 'dic'] as const;

/** "31 jul 2026". */
export const fechaCorta = (fecha: string) =>
  `${Number(fecha.slice(8))} ${MESES[Number(fecha.slice(5, 7)) - 1] ?? ''} ${fecha.slice(0, 4)}`;

/** "jul 26" of a period such as 2026-07; any other code as it is. */
export const periodoCorto = (codigo: string) =>
  /^\d{4}-(0[1-9]|1[0-2])$/.test(codigo)
    ? `${MESES[Number(codigo.slice(5)) - 1] ?? ''} ${codigo.slice(2, 4)}`
    : codigo.slice(0, 8);

/** "$ 45.000", and a minus that stands before the sign of the peso. */
export const pesos = formatPesos;
