import { Estado } from '../ui/states.tsx';

const TONO: Record<string, 'bien' | 'alerta' | 'mal'> = { activo: 'bien', suspendido: 'alerta', cortado: 'mal' };

export const EstadoCliente = ({ estado }: { estado: string }) => (
  <Estado tono={TONO[estado]}>{estado.charAt(0).toUpperCase() + estado.slice(1)}</Estado>
);
