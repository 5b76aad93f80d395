import type { EstadoOrden, ResultadoOrden, TipoOrden } from '@cunservicios/domain/cartera/listas';

/** Each kind of order: its name, and what it does when it is carried out. */
export const ORDEN: Record<TipoOrden, { nombre: string; hace: string }> = {
  suspension: { nombre: 'Suspensión', hace: 'El servicio queda suspendido.' },
  reinstalacion: { nombre: 'Reinstalación', hace: 'Vuelve un servicio suspendido.' },
  corte: { nombre: 'Corte', hace: 'El servicio queda cortado: termina el contrato (Ley 142 de 1994, art. 141).' },
  reconexion: { nombre: 'Reconexión', hace: 'Vuelve un servicio cortado.' },
  inspeccion: { nombre: 'Inspección', hace: 'No cambia el servicio ni cobra nada.' },
};

export const ESTADO_ORDEN: Record<EstadoOrden, string> = {
  pendiente: 'Pendiente',
  ejecutada: 'Cerrada',
  anulada: 'Anulada',
};

export const RESULTADO: Record<ResultadoOrden, string> = {
  efectiva: 'Se hizo',
  no_efectiva: 'No se pudo hacer',
};
