// Names a room's own chunks in index.html, so that a browser fetches them along with the program that asks for them.
import type { Plugin } from 'vite';

export const preloadRoom = (room: string): Plugin => ({
  name: 'preload-room',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(html, { bundle = {} }) {
      const chunk = Object.values(bundle).find((file) => file.type === 'chunk' && file.facadeModuleId?.endsWith(room));
      if (chunk?.type !== 'chunk') throw new Error(`${room} is no chunk of its own.`);
      return [chunk.fileName, ...chunk.imports]
        .map((file) => `/${file}`)
        .filter((href) => !html.includes(href))
        .map((href) => ({ tag: 'link', attrs: { rel: 'modulepreload', crossorigin: true, href }, injectTo: 'head' }));
    },
  },
});
