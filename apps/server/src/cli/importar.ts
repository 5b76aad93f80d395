import { createReadStream } from 'node:fs';
import { Argument, Command } from 'commander';
import { number, show } from './print.ts';
import { withProgram } from './program.ts';

const KINDS = ['clientes', 'lecturas', 'tarifas', 'cargos'] as const;

/** Imports a file, following it to its end however large it is. Exit code 1 when rows were rejected. */
export function importar() {
  return new Command('importar')
    .description('Importa clientes, lecturas o cargos de terceros (CSV) o tarifas (JSON)')
    .addArgument(new Argument('<qué>', 'qué trae el archivo').choices(KINDS))
    .argument('<archivo>', 'ruta del archivo')
    .option('--tenant <id>', 'empresa', 'public')
    .option('--json', 'salida para programas')
    .action((que: (typeof KINDS)[number], file: string, { tenant, json }: { tenant: string; json?: boolean }) =>
      withProgram(async ({ callerOf, follower }) => {
        const caller = await callerOf(tenant);
        const started = await caller[que].importar({ archivo: createReadStream(file) });
        if (started.estado !== 'terminada') await (await follower(tenant))({ id: started.ejecucion_id });
        const { resultado } = await caller.ejecuciones.get({ ejecucion_id: started.ejecucion_id });
        const counts = { leidas: 0, creadas: 0, actualizadas: 0, sin_cambio: 0, rechazadas: 0, ...resultado };
        const text = Object.entries(counts).map(([name, n]) => `${name.replace('_', ' ')}: ${number(Number(n))}`);
        show(json, { ejecucion_id: started.ejecucion_id, ...counts }, text.join('   '));
        if (Number(counts.rechazadas) > 0) {
          process.exitCode = 1;
          if (!json) process.stdout.write(await caller.ejecuciones.rechazos({ ejecucion_id: started.ejecucion_id }));
        }
      }),
    );
}
