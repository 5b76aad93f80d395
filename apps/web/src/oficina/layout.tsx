import { useQuery } from '@tanstack/react-query';
import { Link, Outlet } from '@tanstack/react-router';
import { useState } from 'react';
import { hasRole, homeOf, isStaff } from '../core/roles.ts';
import { useUser } from '../core/session.ts';
import type { Rol } from '../core/session.ts';
import { trpc } from '../core/trpc.ts';
import { Logo } from '../ui/logo.tsx';
import { AvisoSinConexion } from '../ui/offline.tsx';
import { Buscador } from './buscador.tsx';
import { MenuUsuario } from './menu-usuario.tsx';
import { Teclas } from './teclas.tsx';

/** Header with the name of the utility, the search and the user; below it the rooms this user may enter. */
export function Sala() {
  const roles = useUser()?.roles ?? [];
  const { data } = useQuery({ ...trpc.tenants.current.queryOptions(), staleTime: Infinity });
  const [abierta, setAbierta] = useState(false);
  const [teclas, setTeclas] = useState(false);
  const enlaces = linksOf(roles);

  return (
    <div className="sala denso">
      <a className="saltar" href="#contenido">
        Saltar al contenido
      </a>
      <header className="cabecera">
        <div className="marco">
          <Link className="marca" to={homeOf(roles)}>
            <Logo />
            <span>{data?.nombre ?? 'Cunservicios'}</span>
          </Link>
          <div className="empuja acciones">
            {isStaff(roles) && <Buscador />}
            <MenuUsuario verTeclas={() => setTeclas(true)} />
            {enlaces.length > 1 && (
              <button
                type="button"
                className="boton otro abre-nav"
                aria-expanded={abierta}
                aria-controls="nav"
                onClick={() => setAbierta(!abierta)}
              >
                Menú
              </button>
            )}
          </div>
        </div>
        {enlaces.length > 1 && (
          <nav id="nav" className="nav" aria-label="Principal" data-abierta={abierta}>
            <ul className="marco">
              {enlaces.map(({ to, texto }) => (
                <li key={to}>
                  <Link
                    to={to}
                    activeOptions={{ exact: to === '/oficina' }}
                    activeProps={{ className: 'activa' }}
                    onClick={() => setAbierta(false)}
                  >
                    {texto}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </header>
      <Teclas abierto={teclas} abrir={setTeclas} />
      <AvisoSinConexion />
      <main id="contenido" className="marco" tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  );
}

function linksOf(roles: readonly Rol[]) {
  const staff = isStaff(roles);
  return [
    staff && ({ to: '/oficina', texto: 'Inicio' } as const),
    staff && ({ to: '/oficina/clientes', texto: 'Clientes' } as const),
    staff && ({ to: '/oficina/periodos', texto: 'Periodos' } as const),
    hasRole(roles, 'admin', 'recaudo', 'consulta') && ({ to: '/oficina/pagos', texto: 'Pagos' } as const),
    hasRole(roles, 'admin', 'facturacion', 'consulta') && ({ to: '/oficina/notas', texto: 'Notas' } as const),
    staff && ({ to: '/oficina/cartera', texto: 'Cartera' } as const),
    staff && ({ to: '/oficina/pqrs', texto: 'PQR' } as const),
    staff && ({ to: '/oficina/tarifas', texto: 'Tarifas' } as const),
    staff && ({ to: '/oficina/terceros', texto: 'Terceros' } as const),
    hasRole(roles, 'admin', 'facturacion', 'atencion', 'lector') &&
      ({ to: '/oficina/importar', texto: 'Importar' } as const),
    hasRole(roles, 'admin') && ({ to: '/oficina/usuarios', texto: 'Usuarios' } as const),
    hasRole(roles, 'admin') && ({ to: '/oficina/ajustes', texto: 'Ajustes' } as const),
    roles.includes('plataforma') && ({ to: '/empresas', texto: 'Empresas' } as const),
    roles.includes('ciudadano') && ({ to: '/mis-cuentas', texto: 'Mis cuentas' } as const),
  ].filter((link) => link !== false);
}
