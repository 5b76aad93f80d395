// A version of the tariffs as a person writes it: percentages and prices with a comma.
import { formatPorcentaje } from '@cunservicios/domain/porcentaje';
import { formatNumero } from '@cunservicios/domain/pesos';
import { validarTarifa } from '@cunservicios/domain/tarifa/limites';
import { SERVICIOS } from '@cunservicios/domain/tarifa/listas';
import type { Servicio } from '@cunservicios/domain/tarifa/listas';
import type { Factor, VersionTarifa } from '@cunservicios/domain/tarifa/version';
import { z } from 'zod';

/** Classes whose factor a utility decides. The others pay the reference price. */
export const CLASES = [
  { clase: 'residencial.1', nombre: 'Estrato 1', signo: -1, ayuda: 'Subsidio: 70 % como máximo.' },
  { clase: 'residencial.2', nombre: 'Estrato 2', signo: -1, ayuda: 'Subsidio: 40 % como máximo.' },
  { clase: 'residencial.3', nombre: 'Estrato 3', signo: -1, ayuda: 'Subsidio: 15 % como máximo.' },
  { clase: 'residencial.5', nombre: 'Estrato 5', signo: 1, ayuda: 'Contribución: 50 % como mínimo.' },
  { clase: 'residencial.6', nombre: 'Estrato 6', signo: 1, ayuda: 'Contribución: 60 % como mínimo.' },
  { clase: 'comercial', nombre: 'Comercial', signo: 1, ayuda: 'Contribución: 50 % como mínimo.' },
  { clase: 'industrial', nombre: 'Industrial', signo: 1, ayuda: 'Contribución: 30 % como mínimo.' },
] as const;

const precios = z.object({ cargo_fijo: z.string(), consumo: z.string() });
const porcentajes = z.object({ acueducto: z.string(), alcantarillado: z.string() });
/** The fields of a version; other forms add theirs. */
export const camposVersion = z.object({
  vigente_desde: z.string(),
  fuente: z.string(),
  presta: z.object({ acueducto: z.boolean(), alcantarillado: z.boolean() }),
  por_servicio: z.boolean(),
  servicios: z.object({ acueducto: precios, alcantarillado: precios }),
  factores: z.object({
    residencial: z.object({ '1': porcentajes, '2': porcentajes, '3': porcentajes, '5': porcentajes, '6': porcentajes }),
    comercial: porcentajes,
    industrial: porcentajes,
  }),
});
export type VersionEscrita = z.infer<typeof camposVersion>;

/** What is written, as the version it stands for; every broken rule at its field, all at once. */
export const versionEscrita = camposVersion.transform((datos, { issues }): VersionTarifa =>
  versionConReglas(datos, (issue) => issues.push(issue)),
);

type Falla = { code: 'custom'; input: unknown; path: string[]; message: string };

export function versionConReglas(datos: VersionEscrita, fallar: (falla: Falla) => void): VersionTarifa {
  const version = leerVersion(datos);
  for (const { campo, mensaje } of validarTarifa(version)) {
    const clase = CLASES.find(
      (each) => campo === `factores.${each.clase}` || campo.startsWith(`factores.${each.clase}.`),
    );
    const servicio = SERVICIOS.find((each) => campo.endsWith(`.${each}`)) ?? serviciosDe(datos)[0] ?? 'acueducto';
    fallar({
      code: 'custom',
      input: datos,
      path: clase
        ? ['factores', ...clase.clase.split('.'), servicio]
        : campo === 'servicios'
          ? ['presta', 'acueducto']
          : campo.split('.'),
      message: mensaje
        .replace('El factor debe ser un decimal como -0.40 o 0.50.', 'Escriba un porcentaje, como 40 o 17,5.')
        .replace('El precio debe ser un decimal como 4276.37, no negativo.', 'Escriba un precio, como 4.276,37.')
        .replace('con la forma aaaa-mm-dd.', 'elíjala.'),
    });
  }
  return version;
}

const serviciosDe = ({ presta }: VersionEscrita) => SERVICIOS.filter((servicio) => presta[servicio]);

export function leerVersion(datos: VersionEscrita): VersionTarifa {
  const suyos = serviciosDe(datos);
  const { residencial, comercial, industrial } = datos.factores;
  const factor = (escrito: Record<Servicio, string>, signo: 1 | -1): Factor =>
    datos.por_servicio
      ? Object.fromEntries(suyos.map((servicio) => [servicio, leerPorcentaje(escrito[servicio], signo)]))
      : leerPorcentaje(escrito[suyos[0] ?? 'acueducto'], signo);
  return {
    vigente_desde: datos.vigente_desde,
    fuente: datos.fuente.trim(),
    servicios: Object.fromEntries(
      suyos.map((servicio) => {
        const { cargo_fijo, consumo } = datos.servicios[servicio];
        return [servicio, { cargo_fijo: leerPrecio(cargo_fijo), consumo: leerPrecio(consumo) }];
      }),
    ),
    factores: {
      residencial: {
        '1': factor(residencial[1], -1),
        '2': factor(residencial[2], -1),
        '3': factor(residencial[3], -1),
        '4': '0',
        '5': factor(residencial[5], 1),
        '6': factor(residencial[6], 1),
      },
      comercial: factor(comercial, 1),
      industrial: factor(industrial, 1),
      oficial: '0',
      especial: '0',
    },
  };
}

/** A version as it is shown in the fields. */
export function escribirVersion(version: VersionTarifa, vigente_desde: string, fuente: string): VersionEscrita {
  const { servicios, factores } = version;
  const { residencial, comercial, industrial } = factores;
  const factor = (suyo: Factor) => ({
    acueducto: formatPorcentaje(typeof suyo === 'string' ? suyo : (suyo.acueducto ?? '0')),
    alcantarillado: formatPorcentaje(typeof suyo === 'string' ? suyo : (suyo.alcantarillado ?? '0')),
  });
  const precio = (servicio: Servicio) => ({
    cargo_fijo: formatNumero(servicios[servicio]?.cargo_fijo ?? '0'),
    consumo: formatNumero(servicios[servicio]?.consumo ?? '0'),
  });
  return {
    vigente_desde,
    fuente,
    presta: { acueducto: servicios.acueducto !== undefined, alcantarillado: servicios.alcantarillado !== undefined },
    por_servicio: [...Object.values(residencial), comercial, industrial].some((each) => typeof each === 'object'),
    servicios: { acueducto: precio('acueducto'), alcantarillado: precio('alcantarillado') },
    factores: {
      residencial: {
        '1': factor(residencial[1]),
        '2': factor(residencial[2]),
        '3': factor(residencial[3]),
        '5': factor(residencial[5]),
        '6': factor(residencial[6]),
      },
      comercial: factor(comercial),
      industrial: factor(industrial),
    },
  };
}

/** "4.276,37", "4276,37" and "4276.37" are the same; "1.322" is one thousand. */
export function leerPrecio(texto: string) {
  const limpio = texto.replaceAll(/[\s$]/g, '');
  if (limpio.includes(',')) return limpio.replaceAll('.', '').replace(',', '.');
  return /^\d{1,3}(\.\d{3})+$/.test(limpio) ? limpio.replaceAll('.', '') : limpio;
}

/** "17,5" with a sign is "-0.175"; what is no percentage stays as it is, and is refused where the rules are. */
export function leerPorcentaje(texto: string, signo: 1 | -1) {
  const found = /^(\d{1,3})(?:[.,](\d{1,4}))?$/.exec(texto.replaceAll(/[\s%]/g, ''));
  if (!found) return texto;
  const digitos = `${(found[1] ?? '').padStart(3, '0')}${found[2] ?? ''}`;
  const decimal = `${Number(digitos.slice(0, -2 - (found[2]?.length ?? 0)))}.${digitos.slice(-2 - (found[2]?.length ?? 0))}`;
  return Number(decimal) === 0 ? '0' : `${signo < 0 ? '-' : ''}${decimal}`;
}
