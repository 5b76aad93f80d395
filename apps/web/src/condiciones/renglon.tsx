import type { ReactNode } from 'react';
import { CONDICION } from './nombres.ts';
import type { ClaveCondicion } from './nombres.ts';

type Props = { de: ClaveCondicion; children: ReactNode; acciones?: ReactNode };

/** One thing that is special about an account, and what it does to its bill. */
export const Renglon = ({ de, children, acciones }: Props) => (
  <li className="renglon">
    <div className="pila">
      <h3>{CONDICION[de].nombre}</h3>
      <p>{children}</p>
      <p className="suave chico">
        {CONDICION[de].hace} ({CONDICION[de].norma}.)
      </p>
    </div>
    {acciones && <div className="acciones no-imprime">{acciones}</div>}
  </li>
);
