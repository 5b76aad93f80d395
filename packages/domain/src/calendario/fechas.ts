// Dates are yyyy-mm-dd texts of the utility's zone. Arithmetic goes through a day number, so that
// no zone, no daylight saving and no clock takes part in it.
import { ReglaError } from '../regla.ts';

const FECHA = /^(\d{4})-(\d{2})-(\d{2})$/;
const DIAS_400_ANIOS = 146_097;

type Partes = { readonly anio: number; readonly mes: number; readonly dia: number };

/** Whether a year of the Gregorian calendar has 366 days. */
export const esBisiesto = (anio: number): boolean => anio % 4 === 0 && (anio % 100 !== 0 || anio % 400 === 0);

/** Days of a month (1 to 12). */
export const diasDelMes = (anio: number, mes: number): number =>
  mes === 2 ? (esBisiesto(anio) ? 29 : 28) : mes === 4 || mes === 6 || mes === 9 || mes === 11 ? 30 : 31;

/** Whether a text is a day that exists, written yyyy-mm-dd, from 0001-01-01 on. */
export const esFecha = (texto: string): boolean => partes(texto) !== null;

function partes(texto: string): Partes | null {
  const hallada = FECHA.exec(texto);
  if (hallada === null) return null;
  const [anio, mes, dia] = [Number(hallada[1]), Number(hallada[2]), Number(hallada[3])];
  if (anio < 1 || mes < 1 || mes > 12 || dia < 1 || dia > diasDelMes(anio, mes)) return null;
  return { anio, mes, dia };
}

function exigirFecha(texto: string): Partes {
  const fecha = partes(texto);
  if (fecha === null) throw new ReglaError('fecha_invalida', `"${texto}" no es una fecha como 2026-07-31.`);
  return fecha;
}

/** Writes a date; the caller answers for its parts. */
export const escribirFecha = (anio: number, mes: number, dia: number): string =>
  `${String(anio).padStart(4, '0')}-${String(mes).padStart(2, '0')}-${String(dia).padStart(2, '0')}`;

/** Days since 1970-01-01 (days from civil: years begin in March). Throws ReglaError `fecha_invalida`. */
export function numeroDeDia(fecha: string): number {
  const { anio, mes, dia } = exigirFecha(fecha);
  const y = mes <= 2 ? anio - 1 : anio;
  const era = Math.floor(y / 400);
  const anioDeEra = y - era * 400;
  const diaDelAnio = Math.floor((153 * (mes + (mes > 2 ? -3 : 9)) + 2) / 5) + dia - 1;
  const diaDeEra = anioDeEra * 365 + Math.floor(anioDeEra / 4) - Math.floor(anioDeEra / 100) + diaDelAnio;
  return era * DIAS_400_ANIOS + diaDeEra - 719_468;
}

/** The date of a day number. Throws ReglaError `fecha_invalida` outside the years 1 to 9999. */
export function fechaDeNumero(numero: number): string {
  const z = numero + 719_468;
  const era = Math.floor(z / DIAS_400_ANIOS);
  const diaDeEra = z - era * DIAS_400_ANIOS;
  const anioDeEra = Math.floor(
    (diaDeEra - Math.floor(diaDeEra / 1460) + Math.floor(diaDeEra / 36_524) - Math.floor(diaDeEra / 146_096)) / 365,
  );
  const diaDelAnio = diaDeEra - (365 * anioDeEra + Math.floor(anioDeEra / 4) - Math.floor(anioDeEra / 100));
  const mp = Math.floor((5 * diaDelAnio + 2) / 153);
  const mes = mp < 10 ? mp + 3 : mp - 9;
  const anio = anioDeEra + era * 400 + (mes <= 2 ? 1 : 0);
  if (!Number.isInteger(numero) || anio < 1 || anio > 9999) {
    throw new ReglaError('fecha_invalida', 'La fecha queda fuera de los años 1 a 9999.');
  }
  return escribirFecha(anio, mes, diaDelAnio - Math.floor((153 * mp + 2) / 5) + 1);
}

/** The date `dias` calendar days later (earlier when negative). */
export const addDays = (fecha: string, dias: number): string => fechaDeNumero(numeroDeDia(fecha) + dias);

/** Calendar days from one date to another: negative when `hasta` is earlier. */
export const diffDays = (desde: string, hasta: string): number => numeroDeDia(hasta) - numeroDeDia(desde);

/**
 * The same day number `meses` months later, or the last day of a shorter month: 31 Jan + 5 months
 * is 30 Jun (dominio 3.5).
 */
export function addMonths(fecha: string, meses: number): string {
  const { anio, mes, dia } = exigirFecha(fecha);
  const indice = anio * 12 + mes - 1 + meses;
  const [a, m] = [Math.floor(indice / 12), (((indice % 12) + 12) % 12) + 1];
  if (!Number.isInteger(meses) || a < 1 || a > 9999) {
    throw new ReglaError('fecha_invalida', 'La fecha queda fuera de los años 1 a 9999.');
  }
  return escribirFecha(a, m, Math.min(dia, diasDelMes(a, m)));
}

/** 0 Sunday to 6 Saturday. */
export const diaDeSemana = (fecha: string): number => (((numeroDeDia(fecha) + 4) % 7) + 7) % 7;

const formatos = new Map<string, Intl.DateTimeFormat>();
// Zones differ from UTC by whole minutes, so that a minute has one date; asking for "today" is most of the use.
const ultimos = new Map<string, { minuto: number; fecha: string }>();

/**
 * The calendar date of an instant in the utility's zone, whatever the server's zone. An after-hours
 * filing counts on its own date (dominio 3.2).
 */
export function fechaEnBogota(instante: Date, zona = 'America/Bogota'): string {
  const minuto = Math.floor(instante.getTime() / 60_000);
  const ultimo = ultimos.get(zona);
  if (ultimo?.minuto === minuto) return ultimo.fecha;
  let formato = formatos.get(zona);
  if (formato === undefined) {
    formato = new Intl.DateTimeFormat('en-US', {
      timeZone: zona,
      calendar: 'gregory',
      numberingSystem: 'latn',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    formatos.set(zona, formato);
  }
  const p: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const { type, value } of formato.formatToParts(instante)) p[type] = Number(value);
  const fecha = escribirFecha(p.year ?? 0, p.month ?? 0, p.day ?? 0);
  ultimos.set(zona, { minuto, fecha });
  return fecha;
}
