// Who is calling and for which tenant. Both are looked up in the database and remembered for a moment,
// so that a raised token_version or a new role is noticed within seconds on every server.
import type { Tenants } from '@cunservicios/db/tenant';
import { ajustes } from './ajustes.schema.ts';
import type { Context, CurrentUser, ReadContext, Services, Tenant } from './context.ts';
import { refuse } from './errors.ts';
import { selectCurrentUser, selectLinkedClientes, selectTenant } from './identity.queries.ts';
import { STAFF } from './roles.ts';

const REMEMBER_MS = 2_000;
const TENANT_ID = /^[a-z0-9][a-z0-9_-]{1,63}$/;

/** Answers of `load` remembered for REMEMBER_MS, per set of tenants' connections. */
function remembered<T>(load: (tenants: Tenants, key: string) => Promise<T>) {
  const known = new WeakMap<Tenants, Map<string, { value: T; until: number }>>();
  const ask = async (tenants: Tenants, key: string) => {
    const until = performance.now() + REMEMBER_MS;
    const value = await load(tenants, key);
    let entries = known.get(tenants);
    if (!entries) known.set(tenants, (entries = new Map()));
    if (entries.size >= 20_000) entries.clear();
    entries.set(key, { value, until });
    return value;
  };
  return {
    /** Without a promise when it is remembered: every request asks. */
    get: (tenants: Tenants, key: string): T | Promise<T> => {
      const entry = known.get(tenants)?.get(key);
      return entry && entry.until > performance.now() ? entry.value : ask(tenants, key);
    },
    forget: (tenants: Tenants, key: string) => known.get(tenants)?.delete(key),
  };
}

const tenantCache = remembered(async (tenants, id): Promise<Tenant | undefined> => {
  const row = await selectTenant(tenants.none, id);
  return row && { ...row, ajustes: ajustes.parse(row.ajustes) };
});

const userCache = remembered((tenants, key): Promise<CurrentUser | undefined> => {
  const [tenant_id, id] = key.split(' ') as [string, string];
  return selectCurrentUser(tenants.reads(tenant_id), Number(id));
});

/** This server notices a change of a user at once; the others within REMEMBER_MS. */
export const forgetUser = (services: Services, tenant_id: string, user_id: number) =>
  userCache.forget(services.tenants, `${tenant_id} ${user_id}`);

/** This server notices changed settings of a utility at once; the others within REMEMBER_MS. */
export const forgetTenant = (services: Services, tenant_id: string) => tenantCache.forget(services.tenants, tenant_id);

/** The tenant of a request: its header, else the token's, else the default one. */
export async function findTenant(services: Services, id: string): Promise<Tenant> {
  if (!TENANT_ID.test(id))
    refuse('encabezado_invalido', 'X-Tenant-ID debe tener de 2 a 64 letras minúsculas, números, guion o guion bajo.');
  const tenant = await tenantCache.get(services.tenants, id);
  return tenant ?? refuse('no_encontrado', `No existe la empresa ${id}. Revise X-Tenant-ID.`);
}

export type Credentials = { tenantHeader?: string | undefined; authorization?: string | undefined };

/** Who calls (undefined without a token) and for which tenant. A bad token is refused even where none is needed. */
export async function identify(
  services: Services,
  { tenantHeader, authorization }: Credentials,
): Promise<Pick<Context, 'tenant' | 'user'>> {
  const named = tenantHeader?.trim().toLowerCase() || undefined;
  if (!authorization) return { tenant: await findTenant(services, named ?? services.defaultTenant), user: undefined };
  const token = /^Bearer ([\w.~+/=-]{1,4096})$/i.exec(authorization)?.[1];
  if (!token) refuse('sesion_vencida', 'El encabezado Authorization debe ser «Bearer» y el token.');
  const claims = await services.tokens.verify(token);
  const tenant = await findTenant(services, named ?? claims.tenant);
  if (tenant.id !== claims.tenant) refuse('otro_tenant', `Su sesión no es de la empresa ${tenant.id}.`);
  const user = await userCache.get(services.tenants, `${claims.tenant} ${claims.user_id}`);
  if (!user || user.token_version !== claims.ver)
    refuse('sesion_vencida', 'La sesión venció o no es válida. Inicie sesión de nuevo.');
  return { tenant, user };
}

export const isStaff = (user: CurrentUser | undefined) =>
  user?.roles.some((rol) => (STAFF as readonly string[]).includes(rol)) ?? false;

/** The accounts a citizen may see; undefined means all of the tenant's (staff). */
export async function visibleClientes({ user, t }: ReadContext): Promise<number[] | undefined> {
  if (isStaff(user)) return undefined;
  if (!user) return [];
  return (await selectLinkedClientes(t, user.id)).map(({ cliente_id }) => cliente_id);
}
