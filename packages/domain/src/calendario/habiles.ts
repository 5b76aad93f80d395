import { ReglaError } from '../regla.ts';
import { addDays, diaDeSemana } from './fechas.ts';
import { festivosDe } from './festivos.ts';

/** What a tenant adds to the national calendar. */
export type Calendario = {
  /** The tenant's own days without work (yyyy-mm-dd): local civic days are not national holidays. */
  readonly dias_propios?: ReadonlySet<string> | undefined;
  /** True only where the PQR office works on Saturdays (dominio 4.3). */
  readonly sabados_habiles?: boolean | undefined;
};

const nacionales = new Map<number, ReadonlySet<string>>();

function festivosNacionales(anio: number): ReadonlySet<string> {
  let fechas = nacionales.get(anio);
  if (fechas === undefined) {
    fechas = new Set(festivosDe(anio).map((f) => f.fecha));
    nacionales.set(anio, fechas);
  }
  return fechas;
}

/**
 * Whether a date is a business day: Monday to Friday (Saturday by the tenant's switch), no national
 * holiday and no day of the tenant's own. Throws ReglaError `fecha_invalida`, `anio_invalido`.
 */
export function esHabil(fecha: string, { dias_propios, sabados_habiles = false }: Calendario = {}): boolean {
  const dia = diaDeSemana(fecha);
  if (dia === 0 || (dia === 6 && !sabados_habiles)) return false;
  return !festivosNacionales(Number(fecha.slice(0, 4))).has(fecha) && !dias_propios?.has(fecha);
}

/**
 * The `dias`-th business day after a date, which itself is not counted; 0 gives the date back.
 * Throws ReglaError `dias_invalidos` for anything but 0 to 1,000 whole days.
 */
export function sumarDiasHabiles(fecha: string, dias: number, calendario: Calendario = {}): string {
  if (!Number.isInteger(dias) || dias < 0 || dias > 1000) {
    throw new ReglaError('dias_invalidos', 'Los días hábiles deben ser un número entero de 0 a 1.000.');
  }
  let actual = fecha;
  for (let faltan = dias; faltan > 0;) {
    actual = addDays(actual, 1);
    if (esHabil(actual, calendario)) faltan -= 1;
  }
  return actual;
}

/** Business days after `desde` up to and including `hasta`; 0 when `hasta` is not later. */
export function diasHabilesEntre(desde: string, hasta: string, calendario: Calendario = {}): number {
  let dias = 0;
  for (let actual = desde; actual < hasta;) {
    actual = addDays(actual, 1);
    if (esHabil(actual, calendario)) dias += 1;
  }
  return dias;
}
