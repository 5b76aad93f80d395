import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { mayHaveSession } from '../core/session.ts';
import { Logo } from '../ui/logo.tsx';
import { AvisoSinConexion } from '../ui/offline.tsx';
import { empresaActual } from './consultas.ts';

/** Header, content and foot of what anyone may see. */
export function SalaPublica({ children }: { children: ReactNode }) {
  const { data } = useQuery(empresaActual);
  return (
    <div className="sala">
      <a className="saltar" href="#contenido">
        Saltar al contenido
      </a>
      <header className="cabecera">
        <div className="marco">
          <a className="marca" href="/">
            <Logo />
            <span>{data?.nombre ?? 'Cunservicios'}</span>
          </a>
          <nav className="empuja acciones" aria-label="Principal">
            <a href="/simulador">Simulador</a>
            {mayHaveSession() ? <a href="/inicio">Mi sesión</a> : <a href="/entrar">Entrar</a>}
          </nav>
        </div>
      </header>
      <AvisoSinConexion />
      <main id="contenido" className="marco" tabIndex={-1}>
        {children}
      </main>
      <footer className="pie">
        <div className="marco">
          <span>{data?.nombre ?? 'Cunservicios'}</span>
          <a href="/docs">Para programadores: la API</a>
        </div>
      </footer>
    </div>
  );
}
