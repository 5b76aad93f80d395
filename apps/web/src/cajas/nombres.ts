import type { EstadoCaja, TipoRetiro } from '@cunservicios/domain/recaudo/caja';

export const ESTADO_CAJA: Record<EstadoCaja, string> = {
  abierta: 'Abierta',
  por_aprobar: 'Espera a otra persona',
  cerrada: 'Cerrada',
};
export const TONO_CAJA = { abierta: 'info', por_aprobar: 'alerta', cerrada: undefined } as const;

export const NOMBRE_RETIRO: Record<TipoRetiro, string> = {
  consignacion: 'Consignación en el banco',
  entrega: 'Entrega a quien guarda el dinero',
};
