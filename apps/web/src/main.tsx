import './ui/tokens.css';
import './ui/base.css';
import './ui/controls.css';
import './ui/blocks.css';
import './ui/table.css';
import './ui/shell.css';
import { createRoot } from 'react-dom/client';
import { Fallo } from './ui/states.tsx';

// The public room is a small program of its own: it must open fast on a slow line. Everything behind the
// sign-in has the router and the larger components.
const PUBLICAS = ['/', '/factura', '/simulador', '/recibo', '/pagar', '/pago'];

const path = location.pathname.replace(/(.)\/+$/, '$1');
const app = document.getElementById('app');
if (app) {
  const root = createRoot(app);
  try {
    const { start } = await (PUBLICAS.includes(path) ? import('./publico/start.tsx') : import('./start.tsx'));
    start(root, path);
  } catch (error) {
    root.render(
      <main className="marco">
        <h1>Cunservicios</h1>
        <Fallo error={error} reintentar={() => location.reload()} />
      </main>,
    );
  }
}
