// Dates in words. Written by hand: the same on every machine, and without the weight of Intl's data.
import { MESES } from '@cunservicios/domain/calendario/meses';
import { diaDeSemana, diffDays, fechaEnBogota } from '@cunservicios/domain/calendario/fechas';
import { diasHabilesEntre } from '@cunservicios/domain/calendario/habiles';
import { contar } from './numeros.ts';

const DIAS = ['domingo', 'lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado'];

export const hoy = () => fechaEnBogota(new Date());

const mes = (fecha: string) => MESES[Number(fecha.slice(5, 7)) - 1] ?? '';

/** "15 dic 2026" */
export const fechaCorta = (fecha: string) =>
  `${Number(fecha.slice(8, 10))} ${mes(fecha).slice(0, 3)} ${fecha.slice(0, 4)}`;

/** "martes 15 de diciembre", with the year when it is not this one. */
export function fechaLarga(fecha: string) {
  const anio = fecha.slice(0, 4);
  const texto = `${DIAS[diaDeSemana(fecha)]} ${Number(fecha.slice(8, 10))} de ${mes(fecha)}`;
  return anio === hoy().slice(0, 4) ? texto : `${texto} de ${anio}`;
}

/** "diciembre de 2026" for a period code such as 2026-12; other codes stay as they are. */
export const nombrePeriodo = (codigo: string) =>
  /^\d{4}-(0[1-9]|1[0-2])$/.test(codigo) ? `${MESES[Number(codigo.slice(5)) - 1]} de ${codigo.slice(0, 4)}` : codigo;

/** "dic 26": under a bar. */
export const periodoCorto = (codigo: string) =>
  /^\d{4}-(0[1-9]|1[0-2])$/.test(codigo)
    ? `${(MESES[Number(codigo.slice(5)) - 1] ?? '').slice(0, 3)} ${codigo.slice(2, 4)}`
    : codigo;

/** "15 dic 2026, 3:04 p. m." in Bogotá. */
export function instanteCorto(instante: string) {
  const date = new Date(instante);
  const local = new Date(date.getTime() - 5 * 3_600_000);
  const hora = local.getUTCHours();
  const minutos = String(local.getUTCMinutes()).padStart(2, '0');
  return `${fechaCorta(fechaEnBogota(date))}, ${hora % 12 || 12}:${minutos} ${hora < 12 ? 'a. m.' : 'p. m.'}`;
}

const dias = (n: number) => contar(n, 'día', 'días');

/** "vence hoy", "vence mañana, miércoles 16 de diciembre", "vence el martes 15 de diciembre, en 5 días hábiles". */
export function vence(fecha: string) {
  const faltan = diffDays(hoy(), fecha);
  if (faltan === 0) return `vence hoy, ${fechaLarga(fecha)}`;
  if (faltan === 1) return `vence mañana, ${fechaLarga(fecha)}`;
  if (faltan < 0) return `venció el ${fechaLarga(fecha)}, hace ${dias(-faltan)}`;
  return `vence el ${fechaLarga(fecha)}, en ${habiles(diasHabilesEntre(hoy(), fecha))}`;
}

export const habiles = (n: number) => contar(n, 'día hábil', 'días hábiles');
