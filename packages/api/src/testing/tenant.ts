// A new utility for each test, with a caller per role and builders of what it needs. Builders number from 1 in
// every tenant, so a forgotten filter collides and fails.
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { Context, CurrentUser } from '../core/context.ts';
import { findTenant } from '../core/identity.ts';
import type { Rol } from '../core/roles.ts';
import { ejecutar } from '../ejecuciones/ejecutar.ts';
import { createCaller } from '../router.ts';
import { createTenant } from '../tenants/create-tenant.ts';
import { createTenant as tenantInput, type CreateTenant } from '../tenants/tenants.schema.ts';
import { insertUser } from '../users/users.queries.ts';
import { testServices } from './services.ts';

type Caller = ReturnType<typeof createCaller>;
type CreateFactura = Parameters<Caller['facturas']['create']>[0];

export async function newTenant(facts: Partial<CreateTenant> = {}) {
  const services = await testServices();
  const id = `t${randomBytes(6).toString('hex')}`;
  await createTenant(
    services,
    tenantInput.parse({
      id,
      nombre: 'Prueba',
      admin_email: 'admin@prueba.co',
      admin_password: 'una contraseña',
      ...facts,
    }),
  );
  const tenant = await findTenant(services, id);
  const users = new Map<Rol, Promise<CurrentUser>>();

  const userOf = (rol: Rol) => {
    const known = users.get(rol) ?? makeUser(rol);
    users.set(rol, known);
    return known;
  };
  const makeUser = async (rol: Rol) => {
    const row = await services.tenants.transaction(id, (t) =>
      insertUser(t, { email: `solo-${rol}@prueba.co`, nombre: rol, password_hash: '-', roles: [rol], is_active: true }),
    );
    return { id: row.id, email: row.email, nombre: rol, roles: [rol], token_version: 1 };
  };

  const contextOf = (user: Context['user'], more: Partial<Context> = {}): Context => ({
    services,
    tenant,
    user,
    ip: '127.0.0.1',
    request_id: randomBytes(8).toString('hex'),
    answer: {},
    ...more,
  });

  /** The procedures as somebody with this one role, or as nobody. */
  const as = async (rol: Rol | 'nobody', more?: Partial<Context>) =>
    createCaller(contextOf(rol === 'nobody' ? undefined : await userOf(rol), more));

  const admin = await as('admin');
  let cuentas = 0;
  let facturas = 0;
  const build = {
    cliente: (facts: Partial<Parameters<Caller['clientes']['create']>[0]> = {}) => {
      const n = ++cuentas;
      return admin.clientes.create({
        numero_cuenta: `C-${n}`,
        nombre: `Cliente ${n}`,
        direccion: `Calle ${n}`,
        estrato: 2,
        ...facts,
      });
    },
    factura: async ({ valor_total = 45_000, ...facts }: Partial<CreateFactura> = {}) => {
      const cliente_id = facts.cliente_id ?? (await build.cliente()).id;
      return admin.facturas.create({
        numero_factura: `F-${++facturas}`,
        fecha_emision: '2026-06-20',
        fecha_vencimiento: '2026-07-15',
        cliente_id,
        valor_total,
        conceptos: [{ concepto: 'Revisión', valor: valor_total }],
        ...facts,
      });
    },
  };
  /** Does a started run here and now, as the worker would. */
  const run = (ejecucion_id: number) => ejecutar(services, tenant, ejecucion_id, { final: true });
  return { id, tenant, services, as, userOf, contextOf, build, run, reads: services.tenants.reads(id) };
}

/**
 * Runs calls at the same time for sure: holds `table` locked until each waits for it, then lets go. A race test
 * that merely starts two promises may pass without any lock in the code.
 */
export async function atOnce<T>(table: string, calls: (() => Promise<T>)[]) {
  const { adminUrl } = await testServices();
  const holder = new pg.Client({ connectionString: adminUrl });
  await holder.connect();
  try {
    await holder.query('begin');
    await holder.query(`lock table ${table} in access exclusive mode`);
    const running = Promise.allSettled(calls.map((call) => call()));
    for (let waiting = 0, tries = 0; waiting < calls.length && tries < 400; tries++) {
      const { rows } = await holder.query(
        // Waits for a row name no database of their own: whoever waits for one does.
        `select count(distinct pid)::int as n from pg_locks join pg_stat_activity using (pid) where not granted and datname = current_database()`,
      );
      waiting = rows[0].n;
      await new Promise((done) => setTimeout(done, 10));
    }
    await holder.query('commit');
    return await running;
  } finally {
    await holder.end();
  }
}
