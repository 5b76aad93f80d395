import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { runReal } from '../demo/real.ts';
import { seedDemo } from '../demo/seed.ts';
import { show, table } from './print.ts';
import { verifyAndShow } from './verify.ts';
import { withProgram } from './program.ts';

const EXAMPLE = fileURLToPath(new URL('../../../../examples/marinilla', import.meta.url));

/** Data to look at: the real meters, or a synthetic utility. */
export function demo() {
  const command = new Command('demo').description('Datos para mirar y probar');
  command
    .command('real')
    .description('Factura los 92 medidores reales, mes a mes, en la empresa marinilla')
    .argument('[carpeta]', 'carpeta con clientes.csv, lecturas-reales.csv y tarifas.json', EXAMPLE)
    .option('--json', 'salida para programas')
    .action((folder: string, { json }: { json?: boolean }) =>
      withProgram(async (cli) => {
        const { periodos, password } = await runReal(cli, folder);
        const rows = periodos.map(({ codigo, cuentas, consumo_m3, valor_total, advertencias }) => ({
          periodo: codigo,
          cuentas,
          'm³': consumo_m3,
          pesos: valor_total,
          advertencias,
        }));
        const access = password
          ? `\nEmpresa marinilla, administrador ${cli.settings.ADMIN_EMAIL}, contraseña ${password}`
          : '';
        show(json, periodos, `${table(rows)}${access}`);
        await verifyAndShow(cli, 'marinilla', json);
      }),
    );
  command
    .command('seed')
    .description('Llena una empresa vacía con datos sintéticos de doce meses')
    .option('--tenant <id>', 'empresa', 'public')
    .option('--cuentas <n>', 'cuántas cuentas', '120')
    .action(({ tenant, cuentas }: { tenant: string; cuentas: string }) =>
      withProgram(async ({ services }) => {
        await seedDemo(services, tenant, Number(cuentas));
        show(false, {}, `Empresa ${tenant}: datos de demostración listos.`);
      }),
    );
  return command;
}
