import type { EstadoConvenio as Clave } from '@cunservicios/domain/cartera/listas';
import { mayuscula } from '../core/mayuscula.ts';
import { Estado } from '../ui/states.tsx';

const TONO = { vigente: 'info', cumplido: 'bien', incumplido: 'mal' } as const;

export const EstadoConvenio = ({ estado }: { estado: Clave }) => (
  <Estado tono={TONO[estado]}>{mayuscula(estado)}</Estado>
);
