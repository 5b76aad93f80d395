import { Estado } from '../ui/states.tsx';

const TONO: Record<string, 'bien' | 'alerta' | 'mal'> = { Pagada: 'bien', Pendiente: 'alerta', Vencida: 'mal' };

export const EstadoFactura = ({ estado }: { estado: string }) => <Estado tono={TONO[estado]}>{estado}</Estado>;
