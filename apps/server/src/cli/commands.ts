import { Command } from 'commander';
import { db } from './db.ts';
import { demo } from './demo.ts';
import { facturar } from './facturar.ts';
import { importar } from './importar.ts';
import { recaudo } from './recaudo.ts';
import { tenant } from './tenant.ts';
import { verify } from './verify.ts';

/** The whole command line; also what docs/reference/comandos.md is made from. */
export function commands() {
  const program = new Command('cunservicios')
    .description('Facturación y PQR de acueducto y alcantarillado, desde la terminal')
    .showHelpAfterError('(agregue --help para ver el uso)');
  for (const command of [db(), tenant(), importar(), recaudo(), facturar(), verify(), demo()])
    program.addCommand(command);
  return program;
}
