import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// `npm run dev` serves the web here and hands everything that is the server's to it.
const server = 'http://127.0.0.1:8000';
const served = ['/trpc', '/api', '/openapi.json', '/docs', '/redoc', '/healthz', '/readyz'];

export default defineConfig({
  plugins: [react()],
  server: { proxy: Object.fromEntries(served.map((path) => [path, server])) },
  build: {
    // The server's content policy forbids data: URLs.
    assetsInlineLimit: 0,
  },
});
