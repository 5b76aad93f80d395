import { Outlet } from '@tanstack/react-router';
import { Logo } from '../ui/logo.tsx';

export const SalaAcceso = () => (
  <div className="sala">
    <header className="cabecera">
      <div className="marco">
        <a className="marca" href="/">
          <Logo />
          <span>Cunservicios</span>
        </a>
        <a className="empuja" href="/">
          Consultar una factura
        </a>
      </div>
    </header>
    <main id="contenido" className="marco estrecho">
      <Outlet />
    </main>
  </div>
);
