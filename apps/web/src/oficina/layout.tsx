import { useQuery } from '@tanstack/react-query';
import { Link, Outlet } from '@tanstack/react-router';
import { useState } from 'react';
import { homeOf, isStaff } from '../core/roles.ts';
import { useUser } from '../core/session.ts';
import { trpc } from '../core/trpc.ts';
import { Logo } from '../ui/logo.tsx';
import { AvisoSinConexion } from '../ui/offline.tsx';
import { Buscador } from './buscador.tsx';
import { Enlaces, linksOf } from './menu.tsx';
import { MenuUsuario } from './menu-usuario.tsx';
import { Teclas } from './teclas.tsx';

/** Header with the name of the utility, the search and the user; below it the rooms this user may enter. */
export function Sala() {
  const roles = useUser()?.roles ?? [];
  const { data } = useQuery({ ...trpc.tenants.current.queryOptions(), staleTime: Infinity });
  const [abierta, setAbierta] = useState(false);
  const [teclas, setTeclas] = useState(false);
  const enlaces = linksOf(roles);
  const varios = enlaces.diarios.length + enlaces.resto.length > 1;

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
            {varios && (
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
        {varios && (
          <nav id="nav" className="nav" aria-label="Principal" data-abierta={abierta}>
            <Enlaces {...enlaces} ir={() => setAbierta(false)} />
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
