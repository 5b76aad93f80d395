import { diffDays } from '../calendario/fechas.ts';

type Fechas = { readonly desde: string; readonly hasta: string };
type Servicio = { readonly servicio_desde: string | null; readonly servicio_hasta: string | null };

/**
 * Days served of a period that was not whole, both ends included; undefined for a whole one. They pro-rate the fixed
 * charge and the range limits. Source: dominio 2.10 (convention).
 */
export function diasServidos(periodo: Fechas, cuenta: Servicio): { dias: number; dias_ciclo: number } | undefined {
  const { servicio_desde, servicio_hasta } = cuenta;
  const desde = servicio_desde !== null && servicio_desde > periodo.desde ? servicio_desde : periodo.desde;
  const hasta = servicio_hasta !== null && servicio_hasta < periodo.hasta ? servicio_hasta : periodo.hasta;
  if (desde === periodo.desde && hasta === periodo.hasta) return undefined;
  return { dias: diffDays(desde, hasta) + 1, dias_ciclo: diffDays(periodo.desde, periodo.hasta) + 1 };
}
