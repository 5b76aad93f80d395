import type { TipoLectura } from '@cunservicios/domain/consumo/listas';

export const NOMBRE_LECTURA: Record<TipoLectura, string> = {
  inicial: 'Inicial',
  real: 'Leída',
  estimada: 'Estimada',
  retiro: 'De retiro',
};
