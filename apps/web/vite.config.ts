import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { firstLoad } from './first-load.ts';
import { precompress } from './precompress.ts';
import { preloadRoom } from './preload-room.ts';

// `npm run dev` serves the web here and hands everything that is the server's to it.
const server = 'http://127.0.0.1:8000';
const served = ['/trpc', '/api', '/openapi.json', '/docs', '/redoc', '/healthz', '/readyz'];

// What the public room needs comes in few files: over a slow line every request costs, and small chunks that the
// rooms share would be some twenty.
const groups = [
  { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\// },
  {
    name: 'consultas',
    test: /@tanstack\/(query-core|react-query)\/(?!.*(infinite|Infinite|useMutation|mutationObserver))/,
  },
  {
    name: 'comun',
    test: /web\/src\/(core\/(empresa|problem|fechas|numeros|query-client|session|form-text)|ui\/(page|states|field|logo|offline)|facturas\/(detalle|lineas|estado|metodos))|domain\/src\/(pesos|decimal|regla|vigencia|calendario|tarifa\/listas)/,
  },
];

export default defineConfig({
  plugins: [
    react(),
    // Without it every language of the components is in the bundle.
    { ...optimizeLocales.vite({ locales: ['es'] }), enforce: 'pre' },
    firstLoad({
      público: { room: 'src/publico/start.tsx', limit_kB: 100 },
      oficina: { room: 'src/oficina/inicio.tsx', through: 'src/start.tsx', limit_kB: 250 },
    }),
    preloadRoom('src/publico/start.tsx'),
    precompress(),
  ],
  server: { proxy: Object.fromEntries(served.map((path) => [path, server])) },
  build: {
    // The server's content policy forbids data: URLs.
    assetsInlineLimit: 0,
    rolldownOptions: { output: { codeSplitting: { groups } } },
  },
});
