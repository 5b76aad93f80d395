import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { firstLoad } from './first-load.ts';

// `npm run dev` serves the web here and hands everything that is the server's to it.
const server = 'http://127.0.0.1:8000';
const served = ['/trpc', '/api', '/openapi.json', '/docs', '/redoc', '/healthz', '/readyz'];

export default defineConfig({
  plugins: [
    react(),
    // Without it every language of the components is in the bundle.
    { ...optimizeLocales.vite({ locales: ['es'] }), enforce: 'pre' },
    firstLoad({
      público: { room: 'src/publico/start.tsx', limit_kB: 100 },
      oficina: { room: 'src/oficina/inicio.tsx', through: 'src/start.tsx', limit_kB: 250 },
    }),
  ],
  server: { proxy: Object.fromEntries(served.map((path) => [path, server])) },
  build: {
    // The server's content policy forbids data: URLs.
    assetsInlineLimit: 0,
  },
});
