import type { ReactNode } from 'react';

/** A fact of a `dl.datos`. */
export const Dato = ({ titulo, children }: { titulo: string; children: ReactNode }) => (
  <div>
    <dt>{titulo}</dt>
    <dd>{children}</dd>
  </div>
);
