import { QueryClientProvider } from '@tanstack/react-query';
import type { Root } from 'react-dom/client';
import { queryClient } from '../core/query-client.ts';
import { ConsultarFactura } from './consultar-factura.tsx';
import { Portada } from './portada.tsx';
import { SalaPublica } from './sala.tsx';
import { Simulador } from './simulador.tsx';

/** No router here: each of the three pages is its own address, and a form that leads to it. */
export function start(root: Root, path: string) {
  const Pagina = path === '/factura' ? ConsultarFactura : path === '/simulador' ? Simulador : Portada;
  root.render(
    <QueryClientProvider client={queryClient}>
      <SalaPublica>
        <Pagina />
      </SalaPublica>
    </QueryClientProvider>,
  );
}
