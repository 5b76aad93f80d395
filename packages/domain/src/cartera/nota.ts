// What a note says of the lines of a bill.
import { sumar } from '../pesos.ts';
import { ReglaError } from '../regla.ts';
import type { TipoNota } from './listas.ts';

type LineaCobrada = {
  readonly servicio: string;
  readonly codigo: string;
  readonly concepto: string;
  readonly valor: number;
};

/** A line of a note: the bill's line that it moves, and by how many whole pesos. */
export type LineaNota = LineaCobrada & {
  /** Place of the line in the bill, from 0; null when the bill did not have it. */
  readonly linea: number | null;
};

/** A credit gives back, or moves pesos between lines; a debit charges. */
export const tipoDeNota = (valor: number): TipoNota => (valor > 0 ? 'debito' : 'credito');

export const valorDe = (lineas: readonly { readonly valor: number }[]): number =>
  sumar(lineas.map(({ valor }) => valor));

const claveDe = ({ servicio, codigo, concepto }: LineaCobrada) => `${servicio}\u0000${codigo}\u0000${concepto}`;

/**
 * What has to be added, line by line, to a bill and its notes so that they become what it should have been: the lines of
 * a note. Lines are the same when service, code and text are. Lines without a difference are left out.
 */
export function diferenciaLineas(
  factura: readonly LineaCobrada[],
  notas: readonly LineaCobrada[],
  debida: readonly LineaCobrada[],
): LineaNota[] {
  const lineas = new Map<string, LineaNota>();
  const sumarLinea = (linea: LineaCobrada, signo: 1 | -1, lugar: number | null) => {
    const clave = claveDe(linea);
    const { servicio, codigo, concepto, valor } = linea;
    const hallada = lineas.get(clave) ?? { linea: lugar, servicio, codigo, concepto, valor: 0 };
    lineas.set(clave, { ...hallada, valor: sumar([hallada.valor, signo * valor]) });
  };
  factura.forEach((linea, lugar) => sumarLinea(linea, -1, lugar));
  for (const linea of notas) sumarLinea(linea, -1, null);
  for (const linea of debida) sumarLinea(linea, 1, null);
  return [...lineas.values()].filter(({ valor }) => valor !== 0);
}

/** The lines of a note that somebody writes: places in the bill, each once, with signed whole pesos. */
export function lineasDeNota(
  factura: readonly LineaCobrada[],
  pedidas: readonly { readonly linea: number; readonly valor: number }[],
): LineaNota[] {
  const vistas = new Set<number>();
  return pedidas.map(({ linea, valor }, i) => {
    const cobrada = factura[linea];
    if (!cobrada)
      throw new ReglaError('validacion', `La factura no tiene la línea ${linea}: van de 0 a ${factura.length - 1}.`, {
        campo: `lineas.${i}.linea`,
      });
    if (vistas.has(linea))
      throw new ReglaError('validacion', `La línea ${linea} está dos veces: sume sus valores en una.`, {
        campo: `lineas.${i}.linea`,
      });
    vistas.add(linea);
    const { servicio, codigo, concepto } = cobrada;
    return { linea, servicio, codigo, concepto, valor };
  });
}

/** Whether bill and notes together stay at nothing or above. */
export const devolucionPosible = (factura: number, notas: number, valor: number): boolean =>
  valor >= 0 || sumar([factura, notas, valor]) >= 0;

/** Throws ReglaError `nota_mayor_que_factura` when bill and notes together would be below nothing. */
export function exigirDevolucionPosible(factura: number, notas: number, valor: number): void {
  if (!devolucionPosible(factura, notas, valor))
    throw new ReglaError(
      'nota_mayor_que_factura',
      'La nota devuelve más de lo que cobró la factura con sus notas: revise los valores.',
    );
}

/** A note with every line turned round: bill and both notes together are the bill. */
export const invertirLineas = (lineas: readonly LineaNota[]): LineaNota[] =>
  lineas.map((linea) => ({ ...linea, valor: linea.valor === 0 ? 0 : -linea.valor }));
