// What an order for the field does to an account, and what may be charged for it.
import { formatPesos } from '../pesos.ts';
import { ReglaError } from '../regla.ts';
import { vigenteEn } from '../vigencia.ts';
import { type Cargo, SMMLV, TOPES_CARGOS, cargoMaximo } from './cargos.ts';
import type { TipoOrden } from './listas.ts';

export type EstadoServicio = 'activo' | 'suspendido' | 'cortado' | 'retirado';

type Paso = { readonly de: readonly EstadoServicio[]; readonly a: EstadoServicio };

/** Suspension is temporary and is ended by reinstalación; corte ends the contract and is undone by reconexión (Ley 142/1994 arts. 140-142). */
const PASOS: Readonly<Record<Exclude<TipoOrden, 'inspeccion'>, Paso>> = {
  suspension: { de: ['activo'], a: 'suspendido' },
  reinstalacion: { de: ['suspendido'], a: 'activo' },
  corte: { de: ['activo', 'suspendido'], a: 'cortado' },
  reconexion: { de: ['cortado'], a: 'activo' },
};

/**
 * State of the service once an order was carried out. Throws ReglaError `orden_no_procede` when the account is not in
 * a state from which it goes there.
 */
export function estadoTrasOrden(tipo: TipoOrden, estado: EstadoServicio): EstadoServicio {
  if (tipo === 'inspeccion') return estado;
  const paso = PASOS[tipo];
  if (!paso.de.includes(estado))
    throw new ReglaError('orden_no_procede', `El servicio está ${estado}: no admite una orden de ${tipo}.`);
  return paso.a;
}

/** What gives the service back from a state; null when nothing took it. */
export const ordenDeRestablecer = (estado: EstadoServicio): 'reinstalacion' | 'reconexion' | null =>
  estado === 'suspendido' ? 'reinstalacion' : estado === 'cortado' ? 'reconexion' : null;

/** Hours in which the service comes back once its cause ended (Decreto-ley 19/2012 art. 42; dominio 2.8). */
export const HORAS_RESTABLECER = 24;

const NOMBRES: Readonly<Record<Cargo, string>> = {
  suspension: 'Suspensión del servicio',
  reinstalacion: 'Reinstalación del servicio',
  corte: 'Corte del servicio',
  reconexion: 'Reconexión del servicio',
};

export type CargoOrden = {
  readonly concepto: string;
  readonly valor: number;
  readonly formula: string;
  readonly norma: string;
};

/**
 * The charge for an operation executed on `fecha`: the utility's own value up to the ceiling of that year, or the
 * ceiling when it has none (CRA 424/2007). Null when it charges nothing: an inspection, or a value of 0.
 * Throws ReglaError `sin_norma` when the minimum wage of the year is not loaded.
 */
export function cargoDeOrden(
  tipo: TipoOrden,
  fecha: string,
  propio: number | null,
  salarios: typeof SMMLV = SMMLV,
): CargoOrden | null {
  if (tipo === 'inspeccion' || propio === 0) return null;
  const maximo = cargoMaximo(tipo, fecha, salarios);
  const salario = vigenteEn(salarios, fecha, 'salarios mínimos');
  const tope = vigenteEn(TOPES_CARGOS, fecha, 'topes de cargos');
  const techo = `${tope.fraccion[tipo]} × ${formatPesos(salario.pesos)} = ${formatPesos(maximo)}`;
  const entero = propio === null || propio >= maximo;
  return {
    concepto: NOMBRES[tipo],
    valor: entero ? maximo : propio,
    formula: entero ? techo : `${formatPesos(propio)}, máximo ${techo}`,
    norma: `${tope.norma}; salario mínimo: ${salario.norma}`,
  };
}
