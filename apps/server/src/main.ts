// What `npm start` runs. The compile cache must be on before anything heavy is loaded.
import module from 'node:module';
import { setFlagsFromString } from 'node:v8';

// V8 comes to place the rows of queries among what lives long: dead, they keep all they hold until a full collection.
// Without it a list of 20 costs 181 µs instead of 217, and the heap no longer grows by 30 MB a second.
setFlagsFromString('--no-allocation-site-pretenuring');
module.enableCompileCache();
const { start } = await import('./start/start.ts');
await start();
