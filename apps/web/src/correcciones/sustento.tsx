import type { ComponentProps } from 'react';
import { Parrafo } from '../ui/field.tsx';

/** What lets a correction charge beyond the five months of the law. */
export const Sustento = (campo: Omit<ComponentProps<typeof Parrafo>, 'etiqueta'>) => (
  <Parrafo
    etiqueta="Sustento"
    opcional
    ayuda="Solo para cobrar lo de hace más de cinco meses: el dolo comprobado del usuario (Ley 142, art. 150)."
    rows={2}
    className="bajo"
    maxLength={2000}
    {...campo}
  />
);
