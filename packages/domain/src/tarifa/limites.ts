import { leerDecimal } from '../decimal.ts';
import type { Razon } from '../decimal.ts';
import { ReglaError } from '../regla.ts';
import { rigeEn } from '../vigencia.ts';
import type { Vigencia } from '../vigencia.ts';
import { ESTRATOS, SERVICIOS, USOS } from './listas.ts';
import type { VersionTarifa } from './version.ts';

/** The least and the most a factor may be, as decimal texts; null is no limit. */
type Limite = Vigencia & { readonly clase: string; readonly minimo: string | null; readonly maximo: string | null };

const LEY_1450 = 'Ley 1450/2011 art. 125';
const desde = { vigente_desde: '2011-06-16' } as const;
const subsidio = (clase: string, tope: string): Limite => ({
  ...desde,
  clase,
  minimo: tope,
  maximo: '0',
  norma: LEY_1450,
});
const contribucion = (clase: string, minimo: string): Limite => ({
  ...desde,
  clase,
  minimo,
  maximo: null,
  norma: LEY_1450,
});
const pleno = (clase: string, norma: string): Limite => ({ ...desde, clase, minimo: '0', maximo: '0', norma });

/** Caps of subsidies, minima of contributions, and the classes that pay the reference price. */
export const LIMITES_FACTORES: readonly Limite[] = [
  subsidio('residencial.1', '-0.70'),
  subsidio('residencial.2', '-0.40'),
  subsidio('residencial.3', '-0.15'),
  pleno('residencial.4', 'Ley 142/1994 art. 99'),
  contribucion('residencial.5', '0.50'),
  contribucion('residencial.6', '0.60'),
  contribucion('comercial', '0.50'),
  contribucion('industrial', '0.30'),
  pleno('oficial', 'Ley 142/1994 art. 89'),
  pleno('especial', 'Ley 142/1994 art. 89.7'),
];

/** `campo` is the path in the version ("factores.residencial.1"); `mensaje` a Spanish sentence. */
export type Problema = { readonly campo: string; readonly mensaje: string };

/**
 * Everything wrong with a tariff version, all at once; an empty list accepts it. Checks prices
 * ($, not below zero), that every factor is there, caps (70, 40, 15 %), minima (50, 60, 50, 30 %)
 * and estrato 4, oficial and especial at 0, as in force on `vigente_desde`. Never throws.
 * Source: Ley 1450/2011 art. 125, Ley 142/1994 arts. 89 and 99.
 */
export function validarTarifa(version: VersionTarifa): Problema[] {
  const problemas: Problema[] = [];
  const anotar = (campo: string, mensaje: string) => void problemas.push({ campo, mensaje });

  const fechada = /^\d{4}-\d{2}-\d{2}$/.test(version.vigente_desde);
  if (!fechada) {
    anotar('vigente_desde', 'Falta la fecha desde la que rige, con la forma aaaa-mm-dd.');
  }
  if (!version.fuente?.trim())
    anotar('fuente', 'Falta la fuente: el acto, la resolución o el archivo de donde vienen los precios.');

  const servicios = Object.entries(version.servicios ?? {});
  if (servicios.length === 0) anotar('servicios', 'La tarifa no tiene ningún servicio.');
  for (const [servicio, precios] of servicios) {
    if (!SERVICIOS.some((s) => s === servicio))
      anotar(`servicios.${servicio}`, `No se conoce el servicio ${servicio}.`);
    for (const campo of ['cargo_fijo', 'consumo'] as const) {
      const precio = leer(precios?.[campo]);
      if (precio === null || precio.n < 0) {
        anotar(`servicios.${servicio}.${campo}`, 'El precio debe ser un decimal como 4276.37, no negativo.');
      }
    }
  }
  for (const clase of clases()) {
    for (const [campo, texto] of factoresDe(version, clase)) {
      const mensaje = revisarFactor(clase, texto, fechada ? version.vigente_desde : '9999-12-31');
      if (mensaje !== null) anotar(campo, mensaje);
    }
  }
  return problemas;
}

const clases = (): string[] =>
  USOS.flatMap((uso) => (uso === 'residencial' ? ESTRATOS.map((e) => `residencial.${e}`) : [uso]));

function factoresDe(version: VersionTarifa, clase: string): [campo: string, texto: unknown][] {
  const [uso, estrato] = clase.split('.') as [string, string?];
  const arbol = version.factores as Record<string, unknown> | undefined;
  const factor = estrato ? (arbol?.[uso] as Record<string, unknown> | undefined)?.[estrato] : arbol?.[uso];
  const campo = `factores.${clase}`;
  if (typeof factor !== 'object' || factor === null) return [[campo, factor]];
  return Object.keys(version.servicios ?? {}).map((servicio) => [
    `${campo}.${servicio}`,
    (factor as Record<string, unknown>)[servicio],
  ]);
}

function revisarFactor(clase: string, texto: unknown, fecha: string): string | null {
  const factor = leer(texto);
  if (factor === null) return 'El factor debe ser un decimal como -0.40 o 0.50.';
  const limite = LIMITES_FACTORES.find((l) => l.clase === clase && rigeEn(l, fecha));
  if (limite === undefined) return `No hay límites legales cargados para el ${fecha}.`;
  const { minimo, maximo, norma } = limite;
  if (minimo === '0' && maximo === '0') {
    return factor.n === 0 ? null : `El ${nombre(clase)} paga el valor de referencia: el factor debe ser 0 (${norma}).`;
  }
  if (maximo !== null && compara(factor, leerDecimal(maximo)) > 0) {
    return `El ${nombre(clase)} no paga contribución: el factor no puede ser mayor que ${maximo} (${norma}).`;
  }
  if (minimo !== null && compara(factor, leerDecimal(minimo)) < 0) {
    return minimo.startsWith('-')
      ? `El subsidio del ${nombre(clase)} no puede pasar del ${porciento(minimo)} (${norma}).`
      : `La contribución del ${nombre(clase)} no puede ser menor que el ${porciento(minimo)} (${norma}).`;
  }
  return null;
}

const nombre = (clase: string) => (clase.startsWith('residencial.') ? `estrato ${clase.slice(-1)}` : `uso ${clase}`);
const porciento = (texto: string) => `${Number(texto.replace(/^-?0\./, ''))} %`;
const compara = (a: Razon, b: Razon) => a.n * b.d - b.n * a.d;

function leer(texto: unknown): Razon | null {
  try {
    return leerDecimal(texto as string);
  } catch (error) {
    if (error instanceof ReglaError) return null;
    throw error;
  }
}
