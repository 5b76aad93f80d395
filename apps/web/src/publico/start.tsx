import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import type { ComponentType } from 'react';
import type { Root } from 'react-dom/client';
import { queryClient } from '../core/query-client.ts';
import { Cargando } from '../ui/states.tsx';
import { ConsultarFactura } from './consultar-factura.tsx';
import { Portada } from './portada.tsx';
import { SalaPublica } from './sala.tsx';
import { Simulador } from './simulador.tsx';

// Few open it: the others do not wait for it.
const ComprobarRecibo = lazy(async () => ({
  default: (await import('./comprobar-recibo.tsx')).ComprobarRecibo,
}));
// Paying comes after looking, and is fetched then.
const Pagar = lazy(async () => ({ default: (await import('../pasarela/pagar.tsx')).Pagar }));
const EstadoPago = lazy(async () => ({ default: (await import('../pasarela/estado-pago.tsx')).EstadoPago }));

const PAGINAS: Record<string, ComponentType> = {
  '/factura': ConsultarFactura,
  '/simulador': Simulador,
  '/recibo': ComprobarRecibo,
  '/pagar': Pagar,
  '/pago': EstadoPago,
};

/** No router here: each page is its own address, and a form that leads to it. */
export function start(root: Root, path: string) {
  const Pagina = PAGINAS[path] ?? Portada;
  root.render(
    <QueryClientProvider client={queryClient}>
      <SalaPublica>
        <Suspense fallback={<Cargando />}>
          <Pagina />
        </Suspense>
      </SalaPublica>
    </QueryClientProvider>,
  );
}
