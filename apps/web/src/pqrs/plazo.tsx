import type { EstadoPqr } from '@cunservicios/domain/pqr/listas';
import { diasHabilesEntre } from '@cunservicios/domain/calendario/habiles';
import { fechaLarga, habiles, hoy } from '../core/fechas.ts';
import { Estado } from '../ui/states.tsx';

type Caso = { estado: EstadoPqr; limite_seguro: string; limite_legal: string };
type Plazo = { tono?: 'bien' | 'alerta' | 'mal'; corto: string; largo: string };

/** How a case stands against its clock: colour, a few words, and the sentence a person decides by. */
export function plazoDe({ estado, limite_seguro, limite_legal }: Caso, dia = hoy()): Plazo {
  if (estado === 'Respondido') return { tono: 'bien', corto: 'Respondida', largo: 'El caso ya se respondió.' };
  if (estado === 'Cerrado') return { corto: 'Cerrada', largo: 'El caso está cerrado.' };
  if (dia > limite_legal) {
    return {
      tono: 'mal',
      corto: 'Plazo vencido',
      largo: `El plazo legal venció el ${fechaLarga(limite_legal)}: puede haber silencio administrativo positivo. Respóndala hoy y avise a quien dirige el área.`,
    };
  }
  const legal = `El plazo legal termina el ${fechaLarga(limite_legal)}.`;
  if (dia > limite_seguro)
    return { tono: 'mal', corto: 'Último día legal', largo: `La fecha segura ya pasó. ${legal} Respóndala hoy.` };
  const faltan = diasHabilesEntre(dia, limite_seguro);
  if (faltan === 0)
    return { tono: 'mal', corto: 'Vence hoy', largo: `Debe responderse hoy, ${fechaLarga(limite_seguro)}. ${legal}` };
  return {
    tono: faltan === 1 ? 'mal' : faltan <= 5 ? 'alerta' : 'bien',
    corto: `Quedan ${habiles(faltan)}`.replace('Quedan 1 ', 'Queda 1 '),
    largo: `Responda a más tardar el ${fechaLarga(limite_seguro)}, en ${habiles(faltan)}. ${legal}`,
  };
}

/** The traffic light: its colour never speaks alone. */
export function Semaforo({ caso }: { caso: Caso }) {
  const { tono, corto } = plazoDe(caso);
  return <Estado tono={tono}>{corto}</Estado>;
}
