// What `npm start` runs. The compile cache must be on before anything heavy is loaded.
import module from 'node:module';

module.enableCompileCache();
const { start } = await import('./start/start.ts');
await start();
