import { HISTORIA_MAXIMA } from './resolver.ts';

/**
 * A history with a value put where it belongs in time: before the `posteriores` values that were measured after it.
 * Only the last six are kept, so a value older than those changes nothing.
 */
export function insertarEnHistoria(historia: readonly number[], m3: number, posteriores: number): number[] {
  const lugar = Math.max(0, historia.length - posteriores);
  if (posteriores >= HISTORIA_MAXIMA) return [...historia];
  return [...historia.slice(0, lugar), m3, ...historia.slice(lugar)].slice(-HISTORIA_MAXIMA);
}
