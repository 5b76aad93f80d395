// Pages that stand alone: an unknown address, and an error outside every room.
import type { ErrorComponentProps } from '@tanstack/react-router';
import { Logo } from './logo.tsx';
import { Page } from './page.tsx';
import { Aviso, Fallo } from './states.tsx';
import type { ReactNode } from 'react';

export const Sola = ({ junto, children }: { junto?: ReactNode; children: ReactNode }) => (
  <div className="sala">
    <header className="cabecera">
      <div className="marco">
        <a className="marca" href="/">
          <Logo />
          <span>Cunservicios</span>
        </a>
        {junto}
      </div>
    </header>
    {children}
  </div>
);

export const NoEncontrada = () => (
  <Sola>
    <main className="marco">
      <Page titulo="Esta página no existe">
        <p>La dirección está mal escrita o la página cambió de lugar.</p>
        <p className="acciones">
          <a className="boton principal" href="/">
            Ir al comienzo
          </a>
          <a href="/inicio">Ir a mi sesión</a>
        </p>
      </Page>
    </main>
  </Sola>
);

export const PaginaDeError = ({ error, reset }: ErrorComponentProps) => (
  <Sola>
    <main className="marco">
      <Page titulo="No se pudo abrir la página" ventana="Error">
        <Fallo error={error} reintentar={reset} />
      </Page>
    </main>
  </Sola>
);

export const Prohibida = ({ quien }: { quien: string }) => (
  <Page titulo="Su usuario no tiene permiso" ventana="Sin permiso">
    <Aviso tono="alerta">
      <p>
        Esta página es para {quien}. Si la necesita para su trabajo, pida el permiso a quien administra los usuarios.
      </p>
    </Aviso>
    <p>
      <a href="/inicio">Volver a mi comienzo</a>
    </p>
  </Page>
);
