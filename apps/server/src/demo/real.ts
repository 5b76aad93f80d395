// The whole road on real meters: nothing but procedures that a user has.
import { randomBytes } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTenant } from '@cunservicios/api/tenants/tenants.schema';
import type { Cli } from '../cli/program.ts';
import { billMonth, months } from './bill-month.ts';

const TENANT = 'marinilla';

/** Bills every month of the folder's readings; a second time it shows the same. Answers a line per period. */
export async function runReal({ settings, callerOf, follower }: Cli, folder: string) {
  const facts = JSON.parse(readFileSync(join(folder, 'tarifas.json'), 'utf8')) as {
    municipio: string;
    nombre: string;
    altitud_msnm: number;
    periodicidad: 'mensual';
  };
  const password = await ensureTenant();
  const caller = await callerOf(TENANT);
  const follow = await follower(TENANT);
  for (const [que, file] of [
    ['tarifas', 'tarifas.json'],
    ['clientes', 'clientes.csv'],
    ['lecturas', 'lecturas-reales.csv'],
  ] as const) {
    const started = await caller[que].importar({ archivo: createReadStream(join(folder, file)) });
    if (started.estado !== 'terminada') await follow({ id: started.ejecucion_id });
  }
  const periodos = [];
  for (const codigo of months(...(await span()))) {
    const resumen = await billMonth(caller, follow, { ciclo: '1', codigo });
    const advertencias = resumen.por_advertencia.reduce((sum, { cuentas }) => sum + cuentas, 0);
    periodos.push({ ...resumen, advertencias });
  }
  return { periodos, password };

  /** First and last month with readings. */
  async function span(): Promise<[string, string]> {
    const dates = readFileSync(join(folder, 'lecturas-reales.csv'), 'utf8')
      .split('\n')
      .slice(1)
      .flatMap((line) => line.split(',')[1] ?? [])
      .sort();
    return [dates[0]?.slice(0, 7) ?? '', dates.at(-1)?.slice(0, 7) ?? ''];
  }

  /** Answers the administrator's password when one had to be made up. */
  async function ensureTenant() {
    const platform = await callerOf(settings.DEFAULT_TENANT_ID);
    const { items } = await platform.tenants.list({});
    if (items.some(({ id }) => id === TENANT)) return undefined;
    const admin_password = settings.ADMIN_PASSWORD ?? randomBytes(12).toString('base64url');
    const { municipio, nombre, altitud_msnm, periodicidad } = facts;
    await platform.tenants.create(
      createTenant.parse({
        id: TENANT,
        nombre,
        nit: '900123818', // that of the bank's file in the same folder
        municipio,
        altitud_msnm,
        periodicidad,
        admin_email: settings.ADMIN_EMAIL,
        admin_password,
      }),
    );
    return settings.ADMIN_PASSWORD ? undefined : admin_password;
  }
}
