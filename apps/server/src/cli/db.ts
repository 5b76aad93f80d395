import { migrate, migrationStatus } from '@cunservicios/db/migrate';
import { Command } from 'commander';
import { show } from './print.ts';
import { withProgram } from './program.ts';

/** Schema: bring it up to date, or see where it is. */
export function db() {
  const command = new Command('db').description('Esquema de la base de datos');
  command
    .command('migrate')
    .description('Aplica las migraciones que falten')
    .option('--json', 'salida para programas')
    .action(({ json }: { json?: boolean }) =>
      withProgram(async ({ adminUrl }) => {
        const applied = await migrate(adminUrl);
        show(json, { applied }, applied.length > 0 ? `Aplicadas: ${applied.join(', ')}` : 'El esquema está al día.');
      }),
    );
  command
    .command('status')
    .description('Muestra las migraciones y cuándo se aplicaron')
    .option('--json', 'salida para programas')
    .action(({ json }: { json?: boolean }) =>
      withProgram(async ({ adminUrl }) => {
        const status = await migrationStatus(adminUrl);
        show(json, status, status.map(({ nombre, aplicada }) => `${aplicada ?? 'pendiente'}  ${nombre}`).join('\n'));
      }),
    );
  return command;
}
