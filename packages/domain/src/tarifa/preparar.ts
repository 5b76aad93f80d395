// Prices and factors read once, so that a run of a million accounts only multiplies integers.
import { fraccion, leerDecimal, producto, textoDecimal } from '../decimal.ts';
import type { Razon } from '../decimal.ts';
import { formatDecimal, formatNumero } from '../pesos.ts';
import { ReglaError } from '../regla.ts';
import { SERVICIOS } from './listas.ts';
import type { Servicio, Uso } from './listas.ts';
import type { Precios } from './version.ts';

/** A unit price, exact, with its two texts: "2713.85" for programs, "$ 2.713,85" for people. */
export type Unitario = Razon & { readonly texto: string; readonly visible: string };

/** One service priced for one class of user. The `_factor` prices are price × factor. */
export type ServicioPreparado = {
  readonly servicio: Servicio;
  readonly cargo_fijo: Unitario;
  readonly consumo: Unitario;
  /** -1 subsidy, 0 none, 1 contribution. */
  readonly signo: number;
  /** "40 %": the factor without its sign, for people. */
  readonly porcentaje: string;
  readonly cargo_fijo_factor: Unitario;
  readonly consumo_factor: Unitario;
};

/** A class of user of an account; `etiqueta` tells the classes of a mixed multiusuario apart. */
export type ClasePreparada = {
  readonly residencial: boolean;
  readonly unidades: number;
  readonly etiqueta: string;
  readonly servicios: ReadonlyMap<Servicio, ServicioPreparado>;
};

/**
 * Reads one service's prices ($ per month, $ per m³) and factor for a use.
 * Throws ReglaError `decimal_invalido`, `precio_negativo`, `factor_no_permitido`: only residential
 * use is subsidised (Ley 142/1994 art. 99), and never by more than all of it.
 */
export function prepararServicio(servicio: Servicio, uso: Uso, precios: Precios, factor: string): ServicioPreparado {
  const cargo_fijo = leerPrecio(precios.cargo_fijo);
  const consumo = leerPrecio(precios.consumo);
  const f = leerDecimal(factor);
  if (f.n < -f.d || (f.n < 0 && uso !== 'residencial')) {
    throw new ReglaError('factor_no_permitido', `El factor ${factor} no se permite para el uso ${uso}.`);
  }
  return {
    servicio,
    cargo_fijo: unitario(cargo_fijo),
    consumo: unitario(consumo),
    signo: Math.sign(f.n),
    porcentaje: `${formatPorcentaje({ n: Math.abs(f.n), d: f.d })} %`,
    cargo_fijo_factor: unitario(multiplicar(cargo_fijo, f)),
    consumo_factor: unitario(multiplicar(consumo, f)),
  };
}

/** Known services in the order of a bill; ReglaError `servicio_desconocido`, `sin_servicios`. */
export function ordenarServicios(servicios: readonly string[]): Servicio[] {
  const ajeno = servicios.find((s) => !SERVICIOS.some((conocido) => conocido === s));
  if (ajeno !== undefined) throw new ReglaError('servicio_desconocido', `No se conoce el servicio ${ajeno}.`);
  if (servicios.length === 0) throw new ReglaError('sin_servicios', 'La cuenta no tiene ningún servicio.');
  return SERVICIOS.filter((s) => servicios.includes(s));
}

function leerPrecio(texto: string): Razon {
  const precio = leerDecimal(texto);
  if (precio.n < 0) throw new ReglaError('precio_negativo', `El precio ${texto} no puede ser negativo.`);
  return precio;
}

const multiplicar = (a: Razon, b: Razon): Razon => ({ n: producto(a.n, b.n), d: producto(a.d, b.d) });

function unitario({ n, d }: Razon): Unitario {
  const texto = textoDecimal(fraccion(BigInt(n), BigInt(d))) ?? '';
  return { n, d, texto: texto.replace(/\.(\d)$/, '.$10'), visible: formatDecimal(texto) };
}

const formatPorcentaje = ({ n, d }: Razon) => {
  const texto = textoDecimal(fraccion(BigInt(n) * 100n, BigInt(d))) ?? '';
  return texto.includes('.') ? formatNumero(texto).replace(/0$/, '') : texto;
};
