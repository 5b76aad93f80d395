import type { EstadoMasiva } from '@cunservicios/domain/cartera/listas';

export const ESTADO_MASIVA: Record<EstadoMasiva, [string, 'bien' | 'info' | 'alerta' | undefined]> = {
  calculando: ['Calculando', 'info'],
  prevista: ['Calculada, sin aplicar', 'alerta'],
  pendiente: ['Espera a otra persona', 'alerta'],
  aplicando: ['Aplicando', 'info'],
  aplicada: ['Aplicada', 'bien'],
  rechazada: ['No se hizo', undefined],
};

/** A correction that undoes another says which; the others what they correct. */
export const queCorrige = ({ cambio, deshace_id }: { cambio: Record<string, unknown>; deshace_id: number | null }) => {
  if (deshace_id !== null) return { deshace_id };
  const { desde, hasta } = cambio as { desde: string; hasta?: string };
  return { desde, hasta };
};
