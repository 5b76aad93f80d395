import type { ReactNode } from 'react';
import '../cartera/cartera.css';
import { hasRole } from '../core/roles.ts';
import { useUser } from '../core/session.ts';
import { Page } from '../ui/page.tsx';
import { Subnav } from '../ui/subnav.tsx';
import { Prohibida } from '../ui/whole-page.tsx';

const SECCIONES = [
  { to: '/oficina/recaudo', texto: 'Tablero' },
  { to: '/oficina/recaudo/conciliacion', texto: 'Conciliación' },
  { to: '/oficina/recaudo/consignaciones', texto: 'Consignaciones' },
] as const;

type Props = {
  seccion: (typeof SECCIONES)[number]['texto'];
  bajada: ReactNode;
  acciones?: ReactNode;
  children: ReactNode;
};

/** Whether somebody may see the money that comes in as a whole. */
export const useVeRecaudo = () => hasRole(useUser()?.roles ?? [], 'admin', 'facturacion', 'recaudo', 'consulta');

/** A page of the money that comes in, with the way to the others; forbidden to whoever may not see it. */
export function PaginaRecaudo({ seccion, bajada, acciones, children }: Props) {
  const puede = useVeRecaudo();
  if (!puede) return <Prohibida quien="quienes facturan, recaudan o revisan" />;
  return (
    <Page titulo="Recaudo" ventana={`Recaudo: ${seccion.toLowerCase()}`} bajada={bajada} acciones={acciones}>
      <Subnav nombre="Recaudo" secciones={SECCIONES} />
      {children}
    </Page>
  );
}
