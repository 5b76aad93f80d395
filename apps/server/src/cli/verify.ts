import { verify as verifyTenant } from '@cunservicios/api/facturacion/verify';
import { Command } from 'commander';
import { number, progress, show, table } from './print.ts';
import { type Cli, withProgram } from './program.ts';

/** Recomputes every bill and every balance; exit code 1 naming what differs. */
export function verify() {
  return new Command('verify')
    .description('Recalcula cada factura y cada saldo, y dice qué no cuadra')
    .option('--tenant <id>', 'una sola empresa; todas si no se dice')
    .option('--json', 'salida para programas')
    .action(({ tenant, json }: { tenant?: string; json?: boolean }) =>
      withProgram(async (cli) => {
        for (const id of tenant ? [tenant] : await tenantIds(cli)) await verifyAndShow(cli, id, json);
      }),
    );
}

async function tenantIds({ callerOf, settings }: Cli) {
  const caller = await callerOf(settings.DEFAULT_TENANT_ID);
  const ids: string[] = [];
  for (let cursor: string | undefined; ;) {
    const { items, nextCursor } = await caller.tenants.list({ cursor });
    ids.push(...items.map(({ id }) => id));
    if (!nextCursor) return ids;
    cursor = nextCursor;
  }
}

/** Verifies one tenant and prints the result. */
export async function verifyAndShow(
  { callerOf, services }: Pick<Cli, 'callerOf' | 'services'>,
  tenant: string,
  json?: boolean,
) {
  await callerOf(tenant); // 404 with a sentence when it does not exist
  const onProgress = (hechas: number) => progress({ tipo: `verify ${tenant}`, hechas, total: null });
  const { facturas, hallazgos } = await verifyTenant(services.tenants.reads(tenant), onProgress);
  const verdict = hallazgos.length === 0 ? 'todo cuadra' : `${number(hallazgos.length)} diferencias`;
  const details = hallazgos.length > 0 ? `\n${table(hallazgos)}` : '';
  show(
    json,
    { tenant, facturas, hallazgos },
    `verify ${tenant}: ${number(facturas)} facturas recalculadas, ${verdict}${details}`,
  );
  if (hallazgos.length > 0) process.exitCode = 1;
}
