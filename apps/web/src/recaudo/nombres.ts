import type { EstadoConciliacion } from '@cunservicios/domain/recaudo/conciliar';
import type { OrigenPago } from '@cunservicios/domain/recaudo/listas';

export const NOMBRE_ORIGEN: Record<OrigenPago, string> = {
  oficina: 'Oficina o programa',
  caja: 'Caja',
  archivo: 'Archivo de un banco',
  pasarela: 'Pago en línea',
};

export const ESTADO_CONCILIACION: Record<EstadoConciliacion, { nombre: string; tono: 'bien' | 'alerta' | 'mal' }> = {
  cuadra: { nombre: 'Cuadra', tono: 'bien' },
  pendiente: { nombre: 'Pendiente', tono: 'alerta' },
  difiere: { nombre: 'No cuadra', tono: 'mal' },
};
