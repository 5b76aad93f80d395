import { ReglaError } from '../regla.ts';
import { sumar } from '../pesos.ts';
import { calcular } from './calcular.ts';
import type { Renglon } from './calcular.ts';
import { explicar } from './explicar.ts';
import type { Linea } from './explicar.ts';
import { USOS } from './listas.ts';
import type { Servicio, Uso } from './listas.ts';
import { exigirEntero, medidaDe } from './medida.ts';
import type { Consumo, Medida } from './medida.ts';
import { ordenarServicios, prepararServicio } from './preparar.ts';
import type { ClasePreparada } from './preparar.ts';
import { rangosDe } from './rangos.ts';
import type { Rangos } from './rangos.ts';
import type { Precios } from './version.ts';

export type Liquidacion = { readonly lineas: Linea[]; readonly total: number };

/** A class of a mixed multiusuario with its own factors per service. */
export type ClaseFactores = {
  readonly uso: Uso;
  readonly estrato: number | null;
  readonly unidades: number;
  readonly factores: Readonly<Record<string, string>>;
};

export type EntradaLiquidar = Consumo & {
  readonly altitud_msnm: number;
  readonly uso: Uso;
  readonly estrato: number | null;
  /** 1 monthly, 2 bimonthly. */
  readonly meses: number;
  readonly unidades?: number | undefined;
  /** Mixed multiusuario: replaces `uso`, `estrato`, `unidades` and `factores`. */
  readonly clases?: readonly ClaseFactores[] | undefined;
  readonly servicios: readonly string[];
  readonly tarifas: Readonly<Record<string, Precios>>;
  readonly factores: Readonly<Record<string, string>>;
  /** First day of the period, for the dated ranges; without it the newest rule. */
  readonly fecha?: string | undefined;
};

/**
 * The bill of one account: each line explained and rounded once to whole pesos, half away from
 * zero, and the total as the sum of the lines. The same function in the browser and the server.
 * Sources: Ley 142/1994 arts. 86-90, Ley 1450/2011 art. 125, CRA 750/2016; conventions dominio 1.11.
 * Throws ReglaError naming the input that is wrong.
 */
export function liquidar(entrada: EntradaLiquidar): Liquidacion {
  const servicios = ordenarServicios(entrada.servicios);
  const { uso, estrato, factores, unidades = 1 } = entrada;
  const clases = entrada.clases ?? [{ uso, estrato, unidades, factores }];
  if (clases.length === 0) throw sinClases();
  const preparadas = clases.map((clase) => prepararClase(clase, servicios, entrada.tarifas, clases.length > 1));
  const rangos = rangosDe(entrada.altitud_msnm, entrada.fecha);
  const medida = medidaDe(entrada, entrada.meses);
  return redactar(calcular(servicios, preparadas, rangos.basico_m3, medida), medida, rangos);
}

/** The error for a multiusuario without units: `liquidar` and a run say the same. */
export const sinClases = () => new ReglaError('sin_clases', 'El multiusuario no tiene ninguna clase de unidades.');

/** Lines with their texts, and their sum in whole pesos. */
export function redactar(renglones: readonly Renglon[], medida: Medida, rangos: Rangos): Liquidacion {
  const lineas = renglones.map((renglon) => explicar(renglon, medida, rangos.norma));
  return { lineas, total: sumar(renglones.map((r) => r.valor)) };
}

/**
 * A class of user with its prices read. `mixta` puts the class into the texts of its lines.
 * Throws ReglaError `uso_invalido`, `estrato_invalido`, `unidades_invalidas`, `servicio_sin_tarifa`.
 */
export function prepararClase(
  { uso, estrato, unidades, factores }: ClaseFactores,
  servicios: readonly Servicio[],
  tarifas: Readonly<Record<string, Precios>>,
  mixta: boolean,
): ClasePreparada {
  if (!USOS.includes(uso)) throw new ReglaError('uso_invalido', `No se conoce el uso ${uso}.`);
  const residencial = uso === 'residencial';
  if (residencial && !(estrato !== null && Number.isInteger(estrato) && estrato >= 1 && estrato <= 6)) {
    throw new ReglaError('estrato_invalido', 'El uso residencial necesita un estrato de 1 a 6.');
  }
  exigirEntero(unidades, 1, 100_000, 'unidades_invalidas', 'Las unidades deben ser un número entero, 1 o más.');
  const preparados = servicios.map((servicio) => {
    const precios = tarifas[servicio];
    const factor = factores[servicio];
    if (precios === undefined || factor === undefined) {
      throw new ReglaError('servicio_sin_tarifa', `Faltan los precios o el factor de ${servicio}.`);
    }
    return [servicio, prepararServicio(servicio, uso, precios, factor)] as const;
  });
  const nombre = residencial ? `residencial estrato ${estrato}` : uso;
  const etiqueta = mixta ? ` (${nombre}, ${unidades} ${unidades === 1 ? 'unidad' : 'unidades'})` : '';
  return { residencial, unidades, etiqueta, servicios: new Map(preparados) };
}
