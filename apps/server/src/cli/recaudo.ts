import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { Command } from 'commander';
import { number, show } from './print.ts';
import { withProgram } from './program.ts';

type Options = { tenant: string; aplicar?: boolean; json?: boolean };

/** Brings in a bank's collection file and, when asked, applies it. Exit code 1 when rows wait for a person. */
export function recaudo() {
  return new Command('recaudo')
    .description('Carga un archivo de recaudo de un banco (Asobancaria 2001) y dice lo que trae')
    .argument('<archivo>', 'ruta del archivo')
    .option('--aplicar', 'registra los pagos después de leerlo')
    .option('--tenant <id>', 'empresa', 'public')
    .option('--json', 'salida para programas')
    .action((file: string, { tenant, aplicar, json }: Options) =>
      withProgram(async ({ callerOf, follower }) => {
        const { archivosRecaudo } = await callerOf(tenant);
        const follow = await follower(tenant);
        const { id } = await finished(
          archivosRecaudo.create({ archivo: createReadStream(file), nombre: basename(file) }),
        );
        if (aplicar) await finished(archivosRecaudo.aplicar({ archivo_recaudo_id: id }));
        const { por_resolver, total, registros, banco, fecha } = await archivosRecaudo.get({ archivo_recaudo_id: id });
        const { estados } = await archivosRecaudo.vista({ archivo_recaudo_id: id });
        const text = estados.map(({ estado, registros: filas }) => `${estado.replace('_', ' ')}: ${number(filas)}`);
        show(
          json,
          { archivo_recaudo_id: id, banco, fecha, registros, total, por_resolver, estados },
          `archivo ${id}, banco ${banco}, ${fecha}: ${number(registros ?? 0)} filas   ${text.join('   ')}`,
        );
        if (por_resolver > 0) process.exitCode = 1;

        /** Waits for the run that a call started; a file that is refused ends the command with its reason. */
        async function finished<T extends { ejecucion: { id: number } | null }>(call: Promise<T>) {
          const started = await call;
          if (started.ejecucion) await follow(started.ejecucion);
          return started;
        }
      }),
    );
}
