// `cunservicios …`: what an operator does from a terminal. Each command opens the same database as the server.
import module from 'node:module';
module.enableCompileCache();
const { Command } = await import('commander');
const { db } = await import('./db.ts');
const { tenant } = await import('./tenant.ts');
const { importar } = await import('./importar.ts');
const { facturar } = await import('./facturar.ts');
const { verify } = await import('./verify.ts');
const { demo } = await import('./demo.ts');

const program = new Command('cunservicios')
  .description('Facturación y PQR de acueducto y alcantarillado, desde la terminal')
  .showHelpAfterError('(agregue --help para ver el uso)');
for (const command of [db(), tenant(), importar(), facturar(), verify(), demo()]) program.addCommand(command);

await program.parseAsync().catch(async (error: unknown) => {
  const { toRefusal } = await import('@cunservicios/api/core/errors');
  const refusal = toRefusal(error);
  process.stderr.write(`${refusal.code === 'error_interno' ? String((error as Error)?.message ?? error) : refusal.message}\n`);
  for (const { path, message } of refusal.errors ?? []) process.stderr.write(`  ${path}: ${message}\n`);
  process.exitCode = 1;
});
