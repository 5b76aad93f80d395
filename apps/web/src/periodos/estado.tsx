import { Estado } from '../ui/states.tsx';

const TONO: Record<string, 'bien' | 'alerta' | 'info'> = { abierto: 'info', liquidado: 'alerta', emitido: 'bien' };
const NOMBRE: Record<string, string> = {
  abierto: 'Abierto',
  liquidado: 'Liquidado, por emitir',
  emitido: 'Emitido',
  cerrado: 'Cerrado',
};

export const EstadoPeriodo = ({ estado }: { estado: string }) => (
  <Estado tono={TONO[estado]}>{NOMBRE[estado] ?? estado}</Estado>
);
