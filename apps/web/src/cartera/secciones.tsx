import type { ReactNode } from 'react';
import { Page } from '../ui/page.tsx';
import { Subnav } from '../ui/subnav.tsx';
import './cartera.css';

const SECCIONES = [
  { to: '/oficina/cartera', texto: 'Por suspender' },
  { to: '/oficina/cartera/edades', texto: 'Por edades' },
  { to: '/oficina/cartera/ordenes', texto: 'Órdenes' },
  { to: '/oficina/cartera/convenios', texto: 'Convenios' },
  { to: '/oficina/cartera/parametros', texto: 'Tasas y salarios' },
] as const;

type Props = {
  seccion: (typeof SECCIONES)[number]['texto'];
  bajada: ReactNode;
  acciones?: ReactNode;
  children: ReactNode;
};

/** A page of arrears, with the way to the others. */
export const PaginaCartera = ({ seccion, bajada, acciones, children }: Props) => (
  <Page titulo="Cartera" ventana={`Cartera: ${seccion.toLowerCase()}`} bajada={bajada} acciones={acciones}>
    <Subnav nombre="Cartera" secciones={SECCIONES} />
    {children}
  </Page>
);
