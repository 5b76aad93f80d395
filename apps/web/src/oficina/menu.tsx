import { Link, useLocation } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { hasRole, isStaff } from '../core/roles.ts';
import type { Rol } from '../core/session.ts';

/** The rooms this user may enter: the daily ones, and those behind «Más». */
export function linksOf(roles: readonly Rol[]) {
  const staff = isStaff(roles);
  const diarios = [
    staff && ({ to: '/oficina', texto: 'Inicio' } as const),
    staff && ({ to: '/oficina/clientes', texto: 'Clientes' } as const),
    staff && ({ to: '/oficina/periodos', texto: 'Periodos' } as const),
    hasRole(roles, 'admin', 'recaudo', 'consulta') && ({ to: '/oficina/pagos', texto: 'Pagos' } as const),
    roles.includes('recaudo') && ({ to: '/oficina/caja', texto: 'Caja' } as const),
    staff && ({ to: '/oficina/cartera', texto: 'Cartera' } as const),
    staff && ({ to: '/oficina/pqrs', texto: 'PQR' } as const),
    staff && ({ to: '/oficina/tarifas', texto: 'Tarifas' } as const),
    roles.includes('ciudadano') && ({ to: '/mis-cuentas', texto: 'Mis cuentas' } as const),
  ].filter((link) => link !== false);
  const resto = [
    hasRole(roles, 'admin', 'recaudo', 'consulta') &&
      ({ to: '/oficina/archivos-recaudo', texto: 'Archivos de recaudo' } as const),
    hasRole(roles, 'admin', 'facturacion', 'recaudo', 'consulta') &&
      ({ to: '/oficina/recaudo', texto: 'Recaudo' } as const),
    hasRole(roles, 'admin', 'facturacion', 'consulta') && ({ to: '/oficina/notas', texto: 'Notas' } as const),
    hasRole(roles, 'admin', 'consulta') && ({ to: '/oficina/cajas', texto: 'Cajas' } as const),
    hasRole(roles, 'admin', 'recaudo', 'consulta', 'atencion') &&
      ({ to: '/oficina/pasarela', texto: 'Pagos en línea' } as const),
    staff && ({ to: '/oficina/terceros', texto: 'Terceros' } as const),
    hasRole(roles, 'admin', 'facturacion', 'atencion', 'lector') &&
      ({ to: '/oficina/importar', texto: 'Importar' } as const),
    hasRole(roles, 'admin') && ({ to: '/oficina/usuarios', texto: 'Usuarios' } as const),
    hasRole(roles, 'admin') && ({ to: '/oficina/ajustes', texto: 'Ajustes' } as const),
    roles.includes('plataforma') && ({ to: '/empresas', texto: 'Empresas' } as const),
  ].filter((link) => link !== false);
  // One entry behind a button is a detour.
  return resto.length > 1 ? { diarios, resto } : { diarios: [...diarios, ...resto], resto: [] };
}

type Enlace = ReturnType<typeof linksOf>['diarios' | 'resto'][number];
type Props = { diarios: Enlace[]; resto: Enlace[]; ir: () => void };

/** Links in a row. On a phone all of them stand one under the other, and «Más» is not needed. */
export const Enlaces = ({ diarios, resto, ir }: Props) => (
  <ul className="marco">
    {diarios.map((enlace) => (
      <Entrada key={enlace.to} enlace={enlace} ir={ir} />
    ))}
    {resto.length > 0 && <Mas enlaces={resto} ir={ir} />}
  </ul>
);

const Entrada = ({ enlace: { to, texto }, ir }: { enlace: Enlace; ir: () => void }) => (
  <li>
    <Link to={to} activeOptions={{ exact: to === '/oficina' }} activeProps={{ className: 'activa' }} onClick={ir}>
      {texto}
    </Link>
  </li>
);

/** A button that shows more links; it says which one is the page, and closes when one leaves it. */
function Mas({ enlaces, ir }: { enlaces: Enlace[]; ir: () => void }) {
  const [abierto, setAbierto] = useState(false);
  const sitio = useRef<HTMLLIElement>(null);
  const boton = useRef<HTMLButtonElement>(null);
  const aqui = useLocation({ select: ({ pathname }) => pathname });
  const actual = enlaces.find(({ to }) => aqui === to || aqui.startsWith(`${to}/`));

  useEffect(() => {
    if (!abierto) return undefined;
    const fuera = ({ target }: Event) => {
      if (!sitio.current?.contains(target as Node)) setAbierto(false);
    };
    const escape = ({ key }: KeyboardEvent) => {
      if (key !== 'Escape') return;
      setAbierto(false);
      boton.current?.focus();
    };
    document.addEventListener('pointerdown', fuera);
    document.addEventListener('focusin', fuera);
    document.addEventListener('keydown', escape);
    return () => {
      document.removeEventListener('pointerdown', fuera);
      document.removeEventListener('focusin', fuera);
      document.removeEventListener('keydown', escape);
    };
  }, [abierto]);

  return (
    <li ref={sitio} className="mas">
      <button
        ref={boton}
        type="button"
        className={actual ? 'activa' : undefined}
        aria-expanded={abierto}
        aria-controls="nav-mas"
        onClick={() => setAbierto(!abierto)}
      >
        {actual ? `Más: ${actual.texto}` : 'Más'}
        <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
          <path d="M2.5 4.5 6 8l3.5-3.5" fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />
        </svg>
      </button>
      <ul id="nav-mas" data-abierto={abierto}>
        {enlaces.map((enlace) => (
          <Entrada
            key={enlace.to}
            enlace={enlace}
            ir={() => {
              setAbierto(false);
              ir();
            }}
          />
        ))}
      </ul>
    </li>
  );
}
