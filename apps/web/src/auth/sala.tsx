import { Outlet } from '@tanstack/react-router';
import { Sola } from '../ui/whole-page.tsx';

export const SalaAcceso = () => (
  <Sola
    junto={
      <a className="empuja" href="/">
        Consultar una factura
      </a>
    }
  >
    <main id="contenido" className="marco estrecho">
      <Outlet />
    </main>
  </Sola>
);
