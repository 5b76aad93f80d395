import { ReglaError } from '../regla.ts';
import { rigeEn } from '../vigencia.ts';
import type { Vigencia } from '../vigencia.ts';
import { addDays, diaDeSemana, escribirFecha } from './fechas.ts';

type ReglaFestivo = Vigencia & {
  readonly nombre: string;
  /** A month and day, or days from Easter Sunday. */
  readonly dia: { readonly mes: number; readonly dia: number } | { readonly pascua: number };
  /** Moved to the next Monday unless it is one. */
  readonly trasladado: boolean;
};

const LEY_51 = { vigente_desde: '1984-01-01', norma: 'Ley 51/1983 arts. 1 y 2' } as const;
const fijo = (nombre: string, mes: number, dia: number): ReglaFestivo => ({
  ...LEY_51,
  nombre,
  dia: { mes, dia },
  trasladado: false,
});
const lunes = (nombre: string, mes: number, dia: number): ReglaFestivo => ({
  ...LEY_51,
  nombre,
  dia: { mes, dia },
  trasladado: true,
});
const pascual = (nombre: string, pascua: number, trasladado: boolean): ReglaFestivo => ({
  ...LEY_51,
  nombre,
  dia: { pascua },
  trasladado,
});

/** National holidays. The offsets of Easter are those of the religious day, before the move. */
export const REGLAS_FESTIVOS: readonly ReglaFestivo[] = [
  fijo('Año Nuevo', 1, 1),
  lunes('Reyes', 1, 6),
  lunes('San José', 3, 19),
  pascual('Jueves Santo', -3, false),
  pascual('Viernes Santo', -2, false),
  fijo('Día del Trabajo', 5, 1),
  pascual('Ascensión', 39, true),
  pascual('Corpus Christi', 60, true),
  pascual('Sagrado Corazón', 68, true),
  lunes('San Pedro y San Pablo', 6, 29),
  {
    ...lunes('Virgen de Chiquinquirá', 7, 9),
    vigente_desde: '2026-06-01',
    norma: 'Ley 2578/2026 art. 6',
  },
  fijo('Independencia', 7, 20),
  fijo('Batalla de Boyacá', 8, 7),
  lunes('Asunción', 8, 15),
  lunes('Día de la Raza', 10, 12),
  lunes('Todos los Santos', 11, 1),
  lunes('Independencia de Cartagena', 11, 11),
  fijo('Inmaculada', 12, 8),
  fijo('Navidad', 12, 25),
];

export type Festivo = { readonly fecha: string; readonly nombre: string };

/** Easter Sunday of a year of the Gregorian calendar (Meeus's computus). */
export function pascua(anio: number): string {
  const a = anio % 19;
  const [b, c] = [Math.floor(anio / 100), anio % 100];
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return escribirFecha(anio, Math.floor(n / 31), (n % 31) + 1);
}

const porAnio = new Map<number, readonly Festivo[]>();

/**
 * National holidays of a year, by date and then name; two may share a date (2025-06-30).
 * Sources: Ley 51/1983, and Ley 2578/2026 from 2026 on.
 * Throws ReglaError `anio_invalido` outside 1984 to 2199.
 */
export function festivosDe(anio: number): readonly Festivo[] {
  if (!Number.isInteger(anio) || anio < 1984 || anio > 2199) {
    throw new ReglaError('anio_invalido', 'El año debe estar entre 1984 y 2199.');
  }
  let festivos = porAnio.get(anio);
  if (festivos === undefined) {
    festivos = calcularFestivos(anio);
    porAnio.set(anio, festivos);
  }
  return festivos;
}

function calcularFestivos(anio: number): readonly Festivo[] {
  const domingo = pascua(anio);
  const festivos: Festivo[] = [];
  for (const regla of REGLAS_FESTIVOS) {
    const dia =
      'pascua' in regla.dia ? addDays(domingo, regla.dia.pascua) : escribirFecha(anio, regla.dia.mes, regla.dia.dia);
    const fecha = regla.trasladado ? addDays(dia, (8 - diaDeSemana(dia)) % 7) : dia;
    if (rigeEn(regla, fecha)) festivos.push({ fecha, nombre: regla.nombre });
  }
  const clave = ({ fecha, nombre }: Festivo) => `${fecha} ${nombre}`;
  return festivos.toSorted((x, y) => (clave(x) < clave(y) ? -1 : 1));
}
