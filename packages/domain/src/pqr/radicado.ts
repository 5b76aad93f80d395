import { esFecha } from '../calendario/fechas.ts';
import { ReglaError } from '../regla.ts';

/**
 * The number a case is known by: ACUEDU-PQR-20260701-00042. The first six letters of the tenant in
 * capitals, digits and signs left out; fewer when it has fewer, and its digits when it has no letter.
 * From 100,000 on the number grows instead of failing. `fecha` is yyyy-mm-dd in Bogotá.
 * Throws ReglaError `fecha_invalida`, `consecutivo_invalido`, `tenant_invalido`.
 */
export function radicado(tenant_id: string, fecha: string, consecutivo: number): string {
  const limpio = tenant_id.toUpperCase().replace(/[^A-Z0-9]/g, '');
  const prefijo = (limpio.replace(/\d/g, '') || limpio).slice(0, 6);
  if (prefijo === '') throw new ReglaError('tenant_invalido', `La empresa "${tenant_id}" no tiene letras ni números.`);
  if (!esFecha(fecha)) throw new ReglaError('fecha_invalida', `"${fecha}" no es una fecha como 2026-07-31.`);
  if (!Number.isSafeInteger(consecutivo) || consecutivo < 1) {
    throw new ReglaError('consecutivo_invalido', 'El consecutivo debe ser un número entero, 1 o más.');
  }
  return `${prefijo}-PQR-${fecha.replaceAll('-', '')}-${String(consecutivo).padStart(5, '0')}`;
}
