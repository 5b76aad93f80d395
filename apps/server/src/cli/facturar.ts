import { formatPesos } from '@cunservicios/domain/pesos';
import { Command } from 'commander';
import { billMonth } from '../demo/bill-month.ts';
import { number, show } from './print.ts';
import { withProgram } from './program.ts';

/** Takes a monthly period from wherever it is to issued bills. */
export function facturar() {
  return new Command('facturar')
    .description('Abre, liquida y emite un periodo mensual, como 2016-04')
    .argument('<periodo>', 'código del periodo')
    .option('--tenant <id>', 'empresa', 'public')
    .option('--ciclo <código>', 'ciclo', '1')
    .option('--json', 'salida para programas')
    .action((codigo: string, { tenant, ciclo, json }: { tenant: string; ciclo: string; json?: boolean }) =>
      withProgram(async ({ callerOf, follower }) => {
        const resumen = await billMonth(await callerOf(tenant), await follower(tenant), { ciclo, codigo });
        const { cuentas, consumo_m3, valor_total, apartadas } = resumen;
        show(
          json,
          resumen,
          `${codigo}: ${number(cuentas)} facturas, ${number(consumo_m3)} m³, ${formatPesos(valor_total)}; apartadas: ${apartadas}`,
        );
      }),
    );
}
