import { createTenant } from '@cunservicios/api/tenants/tenants.schema';
import { Command, Option } from 'commander';
import { show, table } from './print.ts';
import { withProgram } from './program.ts';

type Create = {
  nombre: string;
  adminEmail: string;
  adminPassword: string;
  nit?: string;
  municipio?: string;
  altitud: string;
  periodicidad: 'mensual' | 'bimestral';
  politica: 'advertir' | 'retener';
  json?: boolean;
};

/** Utilities of this installation. */
export function tenant() {
  const command = new Command('tenant').description('Empresas de esta instalación');
  command
    .command('create <id>')
    .description('Crea una empresa con su primer administrador')
    .requiredOption('--nombre <texto>', 'nombre de la empresa')
    .requiredOption('--admin-email <correo>', 'correo del administrador')
    .requiredOption('--admin-password <contraseña>', 'contraseña del administrador')
    .option('--nit <número>', 'NIT sin dígito de verificación')
    .option('--municipio <código>', 'código DIVIPOLA')
    .option('--altitud <metros>', 'altitud media sobre el nivel del mar', '0')
    .addOption(
      new Option('--periodicidad <cada>', 'cada cuánto factura').choices(['mensual', 'bimestral']).default('mensual'),
    )
    .addOption(
      new Option('--politica <qué>', 'ante una desviación significativa')
        .choices(['advertir', 'retener'])
        .default('advertir'),
    )
    .option('--json', 'salida para programas')
    .action((id: string, options: Create) =>
      withProgram(async ({ callerOf, settings }) => {
        const caller = await callerOf(settings.DEFAULT_TENANT_ID);
        const input = createTenant.parse({
          id,
          nombre: options.nombre,
          admin_email: options.adminEmail,
          admin_password: options.adminPassword,
          nit: options.nit,
          municipio: options.municipio,
          altitud_msnm: Number(options.altitud),
          periodicidad: options.periodicidad,
          politica_desviacion: options.politica,
        });
        const created = await caller.tenants.create(input);
        show(options.json, created, `Empresa ${created.id} creada. Administrador: ${options.adminEmail}`);
      }),
    );
  command
    .command('list')
    .description('Lista las empresas')
    .option('--json', 'salida para programas')
    .action(({ json }: { json?: boolean }) =>
      withProgram(async ({ callerOf, settings }) => {
        const { items } = await (await callerOf(settings.DEFAULT_TENANT_ID)).tenants.list({});
        show(json, items, table(items.map(({ id, nombre, periodicidad }) => ({ id, nombre, periodicidad }))));
      }),
    );
  return command;
}
