import './ui/overlay.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { I18nProvider, RouterProvider as AriaRouter } from 'react-aria-components';
import type { Root } from 'react-dom/client';
import { currentUser, onSession, whyEnded } from './core/session.ts';
import { queryClient } from './core/query-client.ts';
import { router } from './router.tsx';

export function start(root: Root) {
  let wasSignedIn = false;
  // A session that ends, here or in another tab, leaves no page with data open.
  onSession(() => {
    const signedIn = currentUser() !== undefined;
    if (wasSignedIn && !signedIn) {
      queryClient.clear();
      const volver = whyEnded() === 'vencida' ? router.state.location.href : undefined;
      void router.navigate({ to: '/entrar', search: { volver } });
    }
    wasSignedIn = signedIn;
  });
  root.render(
    <QueryClientProvider client={queryClient}>
      <I18nProvider locale="es-CO">
        <AriaRouter navigate={(href) => router.history.push(href)}>
          <RouterProvider router={router} />
        </AriaRouter>
      </I18nProvider>
    </QueryClientProvider>,
  );
}
