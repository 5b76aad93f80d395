// Inside a bill: how the money that came in for it is spread over interest and services.
import { sumar } from '../pesos.ts';

/** Pesos by component of a bill: `intereses`, or a service. */
export type PorComponente = Readonly<Record<string, number>>;

type Linea = { readonly servicio?: string | undefined; readonly codigo?: string | undefined; readonly valor: number };

export const INTERESES = 'intereses';

const componenteDe = ({ servicio, codigo }: Linea) =>
  codigo?.startsWith('interes_') ? INTERESES : (servicio ?? 'otros');

/** What a bill and its notes charge for each component, in whole pesos; subsidies are taken off their service. */
export function componentes(lineas: Iterable<Linea>): PorComponente {
  const suma: Record<string, number> = {};
  for (const linea of lineas) {
    const componente = componenteDe(linea);
    suma[componente] = (suma[componente] ?? 0) + linea.valor;
  }
  return suma;
}

/** Components in the order in which money pays them: interest first (C. Civil art. 1653), then the utility's services. */
const enOrden = (nombres: readonly string[], servicios: readonly string[]) => {
  const lugar = (nombre: string) => {
    if (nombre === INTERESES) return -1;
    const i = servicios.indexOf(nombre);
    return i < 0 ? servicios.length : i;
  };
  return nombres.toSorted((a, b) => lugar(a) - lugar(b) || (a < b ? -1 : 1));
};

/** How `dinero` pesos stand on the components of a bill, filled in order; a component below zero frees the others first. */
function llenar(cobrado: PorComponente, dinero: number, servicios: readonly string[]): PorComponente {
  const orden = enOrden(Object.keys(cobrado), servicios);
  let resta = sumar(orden.map((nombre) => Math.min(0, cobrado[nombre] ?? 0)));
  const debido = new Map(orden.map((nombre) => [nombre, Math.max(0, cobrado[nombre] ?? 0)]));
  for (const nombre of orden.toReversed()) {
    const quita = Math.min(-resta, debido.get(nombre) ?? 0);
    debido.set(nombre, (debido.get(nombre) ?? 0) - quita);
    resta += quita;
  }
  const lleno: Record<string, number> = {};
  let queda = dinero;
  for (const nombre of orden) {
    const pone = Math.min(queda, debido.get(nombre) ?? 0);
    if (pone !== 0) lleno[nombre] = pone;
    queda -= pone;
  }
  // More than the bill charges, as after a credit note: it stands on the last component until it is taken away.
  const ultimo = orden.at(-1) ?? 'otros';
  if (queda !== 0) lleno[ultimo] = (lleno[ultimo] ?? 0) + queda;
  return lleno;
}

/**
 * Where on a bill `valor` more pesos go (below zero: are taken from), given what it charges with its notes and what the
 * money before stands on. All the money of a bill always stands as if it had come at once: interest first, then the
 * services in the utility's order. So a note that came between moves what it has to, and the parts add up to `valor`.
 */
export function repartir(
  cobrado: PorComponente,
  antes: PorComponente,
  valor: number,
  servicios: readonly string[],
): PorComponente {
  const dinero = sumar(Object.values(antes)) + valor;
  const despues = llenar(cobrado, dinero, servicios);
  const cambio: Record<string, number> = {};
  for (const nombre of new Set([...Object.keys(antes), ...Object.keys(despues)])) {
    const diferencia = (despues[nombre] ?? 0) - (antes[nombre] ?? 0);
    if (diferencia !== 0) cambio[nombre] = diferencia;
  }
  return cambio;
}

/** The parts of both, added. */
export function sumarComponentes(a: PorComponente, b: PorComponente): PorComponente {
  const suma: Record<string, number> = { ...a };
  for (const [nombre, valor] of Object.entries(b)) suma[nombre] = (suma[nombre] ?? 0) + valor;
  return suma;
}

/** The parts with their sign turned. */
export const opuesto = (partes: PorComponente): PorComponente =>
  Object.fromEntries(Object.entries(partes).map(([nombre, valor]) => [nombre, -valor]));
