// The last reasons given at this desk, for each decision: most are the same few.
import type { Accion } from '@cunservicios/domain/consumo/listas';

const PRIMEROS: Record<Accion, string[]> = {
  confirmar: ['Lectura verificada con la foto', 'Consumo explicado por el usuario'],
  corregir: ['Error al digitar la lectura', 'Se volvió a leer el medidor'],
  inspeccionar: ['Revisar el medidor y posibles fugas'],
  promediar: ['Medidor dañado', 'Lectura poco confiable'],
};
const key = (accion: Accion) => `cunservicios:motivos-${accion}`;

export function motivosDe(accion: Accion): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key(accion)) ?? '[]');
    const suyos = Array.isArray(kept) ? kept.filter((each) => typeof each === 'string') : [];
    return [...new Set([...suyos, ...PRIMEROS[accion]])].slice(0, 4);
  } catch {
    return PRIMEROS[accion];
  }
}

export const recordarMotivo = (accion: Accion, motivo: string) =>
  localStorage.setItem(key(accion), JSON.stringify([...new Set([motivo, ...motivosDe(accion)])].slice(0, 4)));
