// What the bank or the cashier says, what was deposited and what the books have, and what to do where they differ.
import { formatPesos } from '../pesos.ts';
import type { OrigenPago } from './listas.ts';

/** Money of one day by one way, in whole pesos. */
export type Recaudado = {
  readonly origen: OrigenPago;
  /** What the bank's files, the gateway or the count of the cash desks say; null where nobody says anything. */
  readonly informado: number | null;
  /** Payments booked, less those undone. */
  readonly registrado: number;
  /** Deposits of that day's collection. */
  readonly consignado: number;
  /** Of what a file or the gateway says: not applied yet, waiting for a person, given back by the bank, set aside. */
  readonly por_aplicar: number;
  readonly por_resolver: number;
  readonly devuelto: number;
  readonly descartado: number;
  /** Payments booked and undone later. */
  readonly deshecho: number;
  /** Cash desks of the day that nobody has counted. */
  readonly cajas_abiertas: number;
};

export const CLASES_DIFERENCIA = [
  'por_aplicar',
  'por_resolver',
  'devuelto',
  'descartado',
  'deshecho',
  'conteo',
  'cajas_abiertas',
  'sin_explicar',
  'falta_consignar',
  'consignado_de_mas',
] as const;
export type ClaseDiferencia = (typeof CLASES_DIFERENCIA)[number];
export type Diferencia = { clase: ClaseDiferencia; valor: number; texto: string };

/** Nothing to do, something waits, or something does not add up. */
export const ESTADOS_CONCILIACION = ['cuadra', 'pendiente', 'difiere'] as const;
export type EstadoConciliacion = (typeof ESTADOS_CONCILIACION)[number];

const INFORMAN = new Set<ClaseDiferencia>(['devuelto', 'descartado', 'deshecho']);
const ESPERAN = new Set<ClaseDiferencia>(['por_aplicar', 'por_resolver', 'cajas_abiertas', 'falta_consignar']);

/**
 * The differences of a day, each with its pesos and what to do. Between what is reported and what is booked they add up
 * to the difference, to the peso; what no reason explains is `sin_explicar`.
 */
export function conciliar(dia: Recaudado): { estado: EstadoConciliacion; diferencias: Diferencia[] } {
  const diferencias = [...delLibro(dia), ...delBanco(dia)].filter(({ valor }) => valor !== 0);
  const clases = diferencias.map(({ clase }) => clase).filter((clase) => !INFORMAN.has(clase));
  const estado = clases.length === 0 ? 'cuadra' : clases.every((clase) => ESPERAN.has(clase)) ? 'pendiente' : 'difiere';
  return { estado, diferencias };
}

function delLibro(dia: Recaudado): Diferencia[] {
  const { origen, informado, registrado, deshecho, cajas_abiertas } = dia;
  const deshechos: Diferencia = {
    clase: 'deshecho',
    valor: deshecho,
    texto: `Se deshicieron pagos por ${formatPesos(deshecho)}: no cuentan como registrados.`,
  };
  if (origen === 'caja') {
    const conteo = informado === null ? 0 : informado - registrado;
    return [
      {
        clase: 'cajas_abiertas',
        valor: cajas_abiertas,
        texto:
          cajas_abiertas === 1
            ? 'Hay una caja sin contar: cuéntela y ciérrela.'
            : `Hay ${cajas_abiertas} cajas sin contar: cuéntelas y ciérrelas.`,
      },
      {
        clase: 'conteo',
        valor: conteo,
        texto: `En el conteo de las cajas ${conteo > 0 ? 'sobran' : 'faltan'} ${formatPesos(Math.abs(conteo))}: vea la explicación de cada cierre.`,
      },
      deshechos,
    ];
  }
  if (informado === null) return [deshechos];
  const { por_aplicar, por_resolver, devuelto, descartado } = dia;
  const quien = origen === 'pasarela' ? 'La pasarela' : 'El archivo';
  const resto = informado - registrado - por_aplicar - por_resolver - devuelto - descartado - deshecho;
  return [
    {
      clase: 'por_aplicar',
      valor: por_aplicar,
      texto: `Hay ${formatPesos(por_aplicar)} de archivos sin aplicar: aplique el archivo del banco.`,
    },
    {
      clase: 'por_resolver',
      valor: por_resolver,
      texto:
        origen === 'pasarela'
          ? `Hay ${formatPesos(por_resolver)} en transacciones que no coinciden: resuélvalas en la mesa de pagos en línea.`
          : `Hay ${formatPesos(por_resolver)} en filas sin dueño, repetidas o con errores: resuélvalas en la mesa de recaudo.`,
    },
    { clase: 'devuelto', valor: devuelto, texto: `El banco devolvió ${formatPesos(devuelto)}: ese dinero no entra.` },
    {
      clase: 'descartado',
      valor: descartado,
      texto:
        origen === 'pasarela'
          ? `Se devolvieron o descartaron transacciones por ${formatPesos(descartado)}, cada una con su motivo.`
          : `Se descartaron filas por ${formatPesos(descartado)}, cada una con su motivo.`,
    },
    deshechos,
    {
      clase: 'sin_explicar',
      valor: resto,
      texto:
        resto > 0
          ? `${quien} dice ${formatPesos(resto)} más de lo que se registró y nada lo explica: ejecute «cunservicios verify» y avise.`
          : `Se registraron ${formatPesos(-resto)} más de lo que dice ${quien.toLowerCase()}: busque un pago registrado dos veces.`,
    },
  ];
}

function delBanco(dia: Recaudado): Diferencia[] {
  const { origen, consignado } = dia;
  const falta = porConsignar(dia) - consignado;
  const busque = origen === 'archivo' || origen === 'pasarela' ? 'mire el extracto del banco' : 'busque el comprobante';
  return falta > 0
    ? [
        {
          clase: 'falta_consignar',
          valor: falta,
          texto: `Faltan por consignar ${formatPesos(falta)}: ${busque} y registre la consignación.`,
        },
      ]
    : [
        {
          clase: 'consignado_de_mas',
          valor: -falta,
          texto: `Se consignaron ${formatPesos(-falta)} más de lo recaudado: revise el día de la consignación o busque el pago que falta registrar.`,
        },
      ];
}

/**
 * What should reach the bank: what is reported, less what was given back or set aside (the gateway gives back what is
 * undone, too); what is booked where nobody reports.
 */
export const porConsignar = ({ origen, informado, registrado, devuelto, descartado, deshecho }: Recaudado): number =>
  informado === null ? registrado : informado - devuelto - descartado - (origen === 'pasarela' ? deshecho : 0);
