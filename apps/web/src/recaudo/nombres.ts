import type { EstadoConciliacion } from '@cunservicios/domain/recaudo/conciliar';

export const ESTADO_CONCILIACION: Record<EstadoConciliacion, { nombre: string; tono: 'bien' | 'alerta' | 'mal' }> = {
  cuadra: { nombre: 'Cuadra', tono: 'bien' },
  pendiente: { nombre: 'Pendiente', tono: 'alerta' },
  difiere: { nombre: 'No cuadra', tono: 'mal' },
};
