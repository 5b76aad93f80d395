// `cunservicios …`: what an operator does from a terminal. Each command opens the same database as the server.
import module from 'node:module';
module.enableCompileCache();
const { commands } = await import('./commands.ts');

await commands()
  .parseAsync()
  .catch(async (error: unknown) => {
    const { toRefusal } = await import('@cunservicios/api/core/errors');
    const refusal = toRefusal(error);
    const unexpected = refusal.code === 'error_interno';
    process.stderr.write(`${unexpected && error instanceof Error ? error.message : refusal.message}\n`);
    for (const { path, message } of refusal.errors ?? []) process.stderr.write(`  ${path}: ${message}\n`);
    process.exitCode = 1;
  });
