import { Link, type LinkProps } from '@tanstack/react-router';
import './subnav.css';

type Props = { nombre: string; secciones: readonly { to: NonNullable<LinkProps['to']>; texto: string }[] };

/** The pages of one room, the one that is open marked. */
export const Subnav = ({ nombre, secciones }: Props) => (
  <nav className="subnav no-imprime" aria-label={nombre}>
    <ul>
      {secciones.map(({ to, texto }) => (
        <li key={to}>
          <Link to={to} activeOptions={{ exact: true, includeSearch: false }}>
            {texto}
          </Link>
        </li>
      ))}
    </ul>
  </nav>
);
